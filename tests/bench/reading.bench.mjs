/**
 * Reading between the lines beside others, on the same rows: tone beside word lists, language beside small detectors and the
 * browser's own, intents beside always saying yes, speed as a ratio in the same run. Our own test half is always read; public sets
 * where their folder is (`READING_DATA`, else `../shared/data/reading`), and it is said aloud where it is not.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { LanguageDetector } from '../../utils/analysis/language';
import { readModel } from '../../utils/analysis/model';
import { createReader } from '../../utils/analysis/reader';
import { tokenize } from '../../utils/analysis/text';
import { INTENTS } from '../../utils/core/reading';
import { E2E_BUILD, openBrowser } from '../e2e/lib/browser.mjs';
import { inTurn } from './lib/clock.mjs';
import { figure, note } from './lib/report.mjs';
import { LANGUAGE_PEERS, TONE_PEERS } from './peers/reading-peers.mjs';

/** The floors of the issue; what is above them is said as it is. */
const FLOORS = { postsPerSecond: 10_000, packed: 400, intents: 75, needsReply: 85, tone: 60, spanish: 55.5 };
const TONES = ['positive', 'neutral', 'negative'];
const ROUNDS = 12;

const root = join(import.meta.dirname, '../..');
const file = readFileSync(join(root, 'public/models/reading.bin'));
const model = readModel(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
const reader = createReader(model);
const detector = new LanguageDetector(model.language);

const lines = (text) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const own = lines(readFileSync(join(root, 'utils/analysis/training/own/test.ndjson'), 'utf8'));
const folder = process.env.READING_DATA ?? join(root, '../shared/data/reading');
const publicSet = (name) => {
  const path = join(folder, `${name}.ndjson.gz`);
  if (existsSync(path)) return lines(gunzipSync(readFileSync(path)).toString('utf8'));
  console.log(`!! ${name} is not at ${folder}: its figures are LEFT OUT (READING_DATA says where it is)`);
  return null;
};

const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;
const percent = (x) => `${(100 * x).toFixed(1)}`.padStart(6);
const f1 = (gold, told) => {
  const hits = gold.filter((yes, i) => yes && told[i]).length;
  return hits ? (2 * hits) / (gold.filter(Boolean).length + told.filter(Boolean).length) : 0;
};
const macroF1 = (gold, told) =>
  mean(
    TONES.map((tone) =>
      f1(
        gold.map((g) => g === tone),
        told.map((g) => g === tone),
      ),
    ),
  );
const missed = [];
const atLeast = (what, value, floor) => value < floor && missed.push(`${what}: ${value.toFixed(1)} < ${floor}`);

/** A forced choice between three, as the lists are given. */
const ourTone = ({ tone: { scores } }) => TONES.reduce((best, tone) => (scores[tone] > scores[best] ? tone : best));

/** Quality beside each peer, as rows of the document. */
function beside(what, scores, why = '') {
  for (const [peer, score] of Object.entries(scores)) {
    if (peer === 'ours') continue;
    const ratio = scores.ours / score;
    note({
      what,
      ours: `${figure(scores.ours)} %`,
      peer: `${peer} ${figure(score)} %`,
      ratio,
      why: ratio < 1 ? why : '',
    });
  }
}

function tones(name, rows) {
  const used = rows.filter(({ tone }) => TONES.includes(tone));
  const langs = [...new Set(used.map(({ lang }) => lang))].sort();
  console.log(
    `\nTone of ${name}, macro-F1 (${used.length} posts)\n${''.padEnd(18)}${langs.map((lang) => lang.padStart(6)).join('')}  mean`,
  );
  const means = {};
  const readings = { ours: ({ text }) => ourTone(reader.read({ text })) };
  for (const [peer, read] of Object.entries(TONE_PEERS)) readings[peer] = ({ text }) => read(text);
  for (const [who, read] of Object.entries(readings)) {
    const scores = langs.map((lang) => {
      const of = used.filter((row) => row.lang === lang);
      return macroF1(
        of.map(({ tone }) => tone),
        of.map(read),
      );
    });
    console.log(`${who.padEnd(18)}${scores.map(percent).join('')}${percent(mean(scores))}`);
    means[who] = 100 * mean(scores);
    if (who === 'ours' && name.startsWith('umsab')) {
      atLeast('tone', 100 * mean(scores), FLOORS.tone);
      atLeast('tone, Spanish', 100 * scores[langs.indexOf('es')], FLOORS.spanish);
    }
  }
  beside(`tone of ${name}, macro-F1 of ${used.length} posts in ${langs.length} languages`, means);
}

const bare = (text) =>
  text
    .replace(/https?:\S+|@\w+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

async function languages(name, rows, browserSays) {
  const used = rows.filter(({ text, lang }) => lang && bare(text));
  const short = used.map(({ text }) => bare(text).length <= 40);
  console.log(
    `\nLanguage of ${name}, told right: all ${used.length} / the ${short.filter(Boolean).length} of 40 characters or less`,
  );
  const told = { ours: used.map(({ text }) => reader.read({ text }).lang) };
  for (const [peer, detect] of Object.entries(LANGUAGE_PEERS)) told[peer] = used.map(({ text }) => detect(bare(text)));
  if (browserSays) told['i18n.detectLanguage'] = await browserSays(used.map(({ text }) => bare(text)));
  const whole = {};
  for (const [who, langs] of Object.entries(told)) {
    const right = langs.map((lang, i) => Number(lang.slice(0, 2) === used[i].lang));
    console.log(`${who.padEnd(20)}${percent(mean(right))}${percent(mean(right.filter((_, i) => short[i])))}`);
    whole[who] = 100 * mean(right);
  }
  beside(
    `language of ${name}, told right of ${used.length} posts`,
    whole,
    'ours says nothing where it is not sure, and knows six languages in 60 kB',
  );
}

/** Chromium's own detector, asked in a page of ours. */
async function openDetector() {
  if (!existsSync(join(E2E_BUILD, 'manifest.json'))) {
    console.log('!! no build with a browser: i18n.detectLanguage is LEFT OUT');
    return null;
  }
  const browser = await openBrowser();
  const page = await browser.context.newPage();
  await page.goto(browser.url('options.html'));
  const ask = (texts) =>
    page.evaluate(
      (all) =>
        Promise.all(all.map(async (text) => (await chrome.i18n.detectLanguage(text)).languages[0]?.language ?? 'und')),
      texts,
    );
  return { ask, close: () => browser.close() };
}

const validation = publicSet('umsab-val');
const spanish = publicSet('intertass-dev');
const browsers = await openDetector();
try {
  if (validation) tones('umsab-val', validation);
  if (spanish) tones('intertass-dev', spanish);
  tones('our own test half', own);
  if (validation) await languages('umsab-val', validation, browsers?.ask);
  await languages('our own test half', own, browsers?.ask);
} finally {
  await browsers?.close();
}

const readings = own.map(({ text, parent }) => reader.read({ text, parent }));
console.log('\nIntents of our own test half, F1         ours  always yes');
const intents = INTENTS.map((name) => {
  const gold = own.map((row) => row.intents[name] === 1);
  const ours = f1(
    gold,
    readings.map((reading) => (reading.intents[name] ?? 0) >= 0.5),
  );
  console.log(
    `${name.padEnd(38)}${percent(ours)}${percent(
      f1(
        gold,
        gold.map(() => true),
      ),
    )}`,
  );
  return ours;
});
console.log(`${'mean'.padEnd(38)}${percent(mean(intents))}`);
const needs = own.map((row) => row.needsReply);
const reply = f1(
  needs,
  readings.map((reading) => reading.needsReply.value),
);
console.log(
  `${'needs a reply'.padEnd(38)}${percent(reply)}${percent(
    f1(
      needs,
      needs.map(() => true),
    ),
  )}`,
);
atLeast('intents', 100 * mean(intents), FLOORS.intents);
atLeast('needs a reply', 100 * reply, FLOORS.needsReply);

/** Posts of every length, none read twice in a row. */
const texts = own.map((row, i) => (i % 3 ? row.text : `${row.text} ${own[(i * 7) % own.length].text}`));
/** Processor time, the best of some rounds: on a busy machine the others tell of its neighbours. */
function rateOf(read, rounds) {
  return Math.max(
    ...Array.from({ length: rounds }, () => {
      const before = process.cpuUsage();
      for (const text of texts) read(text);
      const { user, system } = process.cpuUsage(before);
      return (texts.length / (user + system)) * 1e6;
    }),
  );
}
const rate = rateOf((text) => reader.read({ text }), ROUNDS);
console.log(`\nSpeed, posts a second of processor time: ${Math.round(rate)} (floor ${FLOORS.postsPerSecond})`);
for (const [peer, read] of Object.entries(TONE_PEERS)) {
  const theirs = rateOf(read, 4);
  console.log(
    `${peer.padEnd(18)}${String(Math.round(theirs)).padStart(8)}   ours is ${(rate / theirs).toFixed(1)} times as fast`,
  );
  note({
    what: 'reading: posts a second, all heads of ours beside tone alone',
    ours: figure(rate),
    peer: `${peer} ${figure(theirs)}`,
    ratio: rate / theirs,
    why:
      rate < theirs
        ? 'ours tells language, eleven intents, whether a reply is due and on which words; theirs adds up a list'
        : '',
  });
}
const few = texts.slice(0, 400);
const detecting = inTurn(
  Object.fromEntries(
    Object.entries({ ours: (text) => detector.detect(tokenize(text)), ...LANGUAGE_PEERS }).map(([who, detect]) => [
      who,
      () => few.forEach((text) => void detect(text)),
    ]),
  ),
  ROUNDS,
);
for (const peer of Object.keys(LANGUAGE_PEERS)) {
  const ratio = detecting[peer] / detecting.ours;
  note({
    what: `language: ${few.length} posts`,
    ours: `${figure(detecting.ours)} ms`,
    peer: `${peer} ${figure(detecting[peer])} ms`,
    ratio,
    why: ratio < 1 ? 'ours looks at more runs of letters, and is right more often' : '',
  });
}
const packed = gzipSync(file).length / 1024;
console.log(`Size: ${Math.round(packed)} kB packed, all heads together (floor ${FLOORS.packed})`);
atLeast('posts a second', rate, FLOORS.postsPerSecond);
atLeast('room left, kB', FLOORS.packed - packed, 0);
for (const one of missed) console.log(`MISSED ${one}`);
process.exit(missed.length > 0 ? 1 : 0);
