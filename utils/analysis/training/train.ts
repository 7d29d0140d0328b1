/**
 * Trains everything that reading needs and writes the model file. Same data, same bytes.
 *
 *   npx tsx utils/analysis/training/train.ts --data FOLDER --out public/models/reading.bin
 *
 * FOLDER holds umsab-train, goemotions-train as gzipped NDJSON (docs/model-card.md says where they come from).
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { hashText } from '../hash';
import { writeModel } from '../model';
import { SIGNALS } from '../signals';
import { dataSet, readRows } from './data';
import { signalsOf, trainIntents } from './train-intents';
import { trainLanguage } from './train-language';
import { trainFeelings, trainTone } from './train-tone';

/** Told at less than this, a tone would be wrong more often than right. */
const ABSTAIN_BELOW = 0.45;

const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } });
if (!values.data || !values.out) {
  console.error('Usage: train.ts --data FOLDER --out FILE');
  process.exit(2);
}
const log = (line: string) => console.error(line);
const ownSet = (name: string) => readRows(fileURLToPath(new URL(`own/${name}.ndjson`, import.meta.url)));

const posts = dataSet(values.data, 'umsab-train');
const emotions = dataSet(values.data, 'goemotions-train');
const own = ownSet('train');

const language = trainLanguage({
  posts: [...posts, ...own],
  english: emotions.slice(0, 4000),
  other: ownSet('other-languages'),
});
log('language done');
const feelings = trainFeelings(emotions);
log('feelings done');
const tone = trainTone({ posts, emotions, own }, log);
const { intents, needsReply } = trainIntents(
  { own, elsewhere: emotions.filter((_, i) => i % 3 === 1).slice(0, 2500) },
  (row) => signalsOf(row, tone.stranger, tone.temperature, feelings.model),
  log,
);

const parts = {
  language,
  tone: tone.head,
  toneIntercepts: tone.toneIntercepts,
  temperature: tone.temperature,
  confidence: tone.confidence,
  abstainBelow: ABSTAIN_BELOW,
  feelings: feelings.head,
  feelingsIntercepts: feelings.intercepts,
  signals: [...SIGNALS],
  intents,
  needsReply,
};
// The version is a digest of the weights, so that other weights are never taken for these.
let digest = 0;
for (const byte of writeModel({ version: '', ...parts })) digest = hashText(String.fromCharCode(byte), digest);
const bytes = writeModel({ version: (digest >>> 0).toString(36), ...parts });
writeFileSync(values.out, bytes);
log(`${values.out}: ${Math.round(bytes.length / 1024)} kB, ${Math.round(gzipSync(bytes).length / 1024)} kB gz`);
