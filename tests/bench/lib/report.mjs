/**
 * What a bench found, as rows of `docs/benchmarks.md`. A bench only says its rows; who started it (`npm run bench`, the nightly
 * faults) names a file in `BENCH_NOTES` and writes the document. Started alone, a bench only prints.
 */
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../../run/setup.mjs';

export const DOCUMENT = join(root, 'docs/benchmarks.md');

const INTRODUCTION = `# Side by side

Written by \`npm run bench\` and \`npm run test:faults -- --heavy\`; a part that is run alone replaces only its own section. Read the
ratios: both sides of each were measured in the same run, one after the other, on the same input. Times are of one machine and
of one day, and the machine had other work. A ratio is how many times as fast (or, where it says so, as good) ours is; where it is
below one, the last column says why.
`;

/**
 * @typedef {object} Row
 * @property {string} what what was done, and on how much
 * @property {string} ours
 * @property {string} [peer] name and figure of what it is held against
 * @property {number | null} [ratio] above one: ours is better
 * @property {string} [why] why ours is the slower one
 */

/** Two decimals for what is small, none for what is not. */
export const figure = (value) =>
  Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3).replace(/\.?0+$/, '');

/**
 * Says a row, and writes it down if somebody collects them.
 * @param {Row} row
 */
export function note({ what, ours, peer = '', ratio: times = null, why = '' }) {
  // Beside nothing at all there is no ratio.
  const ratio = Number.isFinite(times) ? times : null;
  console.log([what, ours, peer, ratio === null ? '' : `${figure(ratio)}×`, why].filter(Boolean).join(' | '));
  if (process.env.BENCH_NOTES) {
    appendFileSync(process.env.BENCH_NOTES, `${JSON.stringify({ what, ours, peer, ratio, why })}\n`);
  }
}

/**
 * Runs something that may say rows, and gives them back.
 * @param {(env: Record<string, string>) => Promise<number>} work what to run, told where rows go; its exit code
 * @returns {Promise<{ code: number, rows: Row[] }>}
 */
export async function collectRows(work) {
  const folder = mkdtempSync(join(tmpdir(), 'tertulia-notes-'));
  const file = join(folder, 'rows');
  try {
    const code = await work({ BENCH_NOTES: file });
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const rows = text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    return { code, rows };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const cell = (text) => String(text).replaceAll('|', '\\|');

/** One section as text. */
export function section(title, rows, machine) {
  const lines = rows.map(
    ({ what, ours, peer, ratio, why }) =>
      `| ${[what, ours, peer, ratio === null ? '' : figure(ratio), why].map(cell).join(' | ')} |`,
  );
  return `## ${title}\n\n${machine}\n\n| what | ours | beside | ratio | |\n|---|---|---|---:|---|\n${lines.join('\n')}\n`;
}

/** The document with one section in the place of the one of the same name; sections stand in the order of their names. */
export function withSection(document, title, text) {
  const sections = document.split(/^(?=## )/m).filter((part) => part.startsWith('## '));
  const others = sections.filter((part) => part.split('\n')[0] !== `## ${title}`);
  const all = [...others, text].map((part) => part.trimEnd());
  return `${INTRODUCTION}\n${all.sort((a, b) => a.localeCompare(b, 'en')).join('\n\n')}\n`;
}

/**
 * Writes a section.
 * @param {string} title
 * @param {Row[]} rows
 * @param {string} versions of the programs it ran in
 */
export function writeSection(title, rows, versions) {
  const [processor] = cpus();
  const machine = [
    new Date().toISOString().slice(0, 10),
    `${processor?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`,
    versions,
  ].join('; ');
  const before = existsSync(DOCUMENT) ? readFileSync(DOCUMENT, 'utf8') : '';
  writeFileSync(DOCUMENT, withSection(before, title, section(title, rows, `${machine}.`)));
}

/** The rows a section has now: a fault run alone leaves what is known of the others. */
export function rowsIn(document, title) {
  const part = document.split(/^(?=## )/m).find((text) => text.startsWith(`## ${title}\n`)) ?? '';
  return part
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| what |'))
    .map((line) => line.slice(2, -2).split(/ \| /))
    .map(([what = '', ours = '', peer = '', ratio = '', why = '']) => ({
      what,
      ours,
      peer: peer.trim(),
      ratio: ratio.trim() === '' ? null : Number(ratio),
      why: why.trim(),
    }));
}

/** Slower than a peer, and nothing said of it. */
export const unexplained = (rows) => rows.filter(({ ratio, why }) => ratio !== null && ratio < 1 && !why);
