/**
 * Drafts: learning 20,000 answers, one search, one full list of drafts. Targets: a search ≤ 10 ms, a list ≤ 100 ms. Processor time
 * is counted, not the clock, so that a busy machine tells the same.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReplyMemory } from '../../utils/replies/memory';
import { suggest } from '../../utils/replies/suggest';

const PAIRS = 20_000;
const ASKED = 300;
const TARGETS = { search: 10, drafts: 100 };

const lines = readFileSync(join(import.meta.dirname, '../replies/data/pairs-en.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.includes(' | '))
  .map((line) => line.split(' | '));
const words = lines.flatMap(([, message]) => message.split(' '));
let seed = 7;
const draw = (list) => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return list[seed % list.length];
};
/** A message of real words, half of them changed: no two are alike, and words are as common as in life. */
const vary = (text, share) => text.split(' ').map((word) => (draw([0, 1, 2, 3]) < share * 4 ? draw(words) : word)).join(' '); // biome-ignore format: one step

const NOW = Date.UTC(2026, 0, 5);
const memory = new ReplyMemory();
const learned = timed(PAIRS, (i) => {
  const [person, message, reply] = draw(lines);
  memory.add({
    id: `p${i}`,
    at: NOW - i * 60_000,
    person,
    message: `${vary(message, 0.5)} ${vary(message, 0.75)}`,
    reply: vary(reply, 0.25),
    lang: 'en',
    outcome: null,
  });
});

const context = (text) => {
  const post = {
    key: 'x:1',
    site: 'x',
    nativeId: '1',
    kind: 'post',
    url: 'https://x.example/1',
    threadKey: 'x:t',
    threadTitle: '',
    parentKey: null,
    author: { name: 'Ada Lind', handle: null, url: null },
    text,
    lang: 'en',
    postedAt: NOW,
    postedAtSource: 'machine',
    firstSeenAt: NOW,
    lastSeenAt: NOW,
    at: NOW,
    authorKey: 'x:ada',
    ours: 0,
    mention: 1,
  };
  return { post, reading: null, thread: [post], ourName: '', brands: [], savedReplies: [], now: NOW };
};
const asked = Array.from({ length: ASKED }, () => vary(draw(lines)[1], 0.25));
for (const text of asked.slice(0, 50)) suggest(context(text), memory);
const search = timed(ASKED, (i) => memory.search({ message: asked[i], lang: 'en', person: '', now: NOW }, 3));
const drafts = timed(ASKED, (i) => suggest(context(asked[i]), memory));

/** Milliseconds of processor time a call, mean. */
function timed(calls, run) {
  const before = process.cpuUsage();
  for (let i = 0; i < calls; i++) run(i);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / calls;
}

console.log(
  `${PAIRS} pairs learned: ${(learned * PAIRS).toFixed(0)} ms, ${(process.memoryUsage().heapUsed / 1e6).toFixed(0)} MB`,
);
console.log(`a search: ${search.toFixed(1)} ms (at most ${TARGETS.search})`);
console.log(`a list of drafts: ${drafts.toFixed(1)} ms (at most ${TARGETS.drafts})`);
process.exitCode = search <= TARGETS.search && drafts <= TARGETS.drafts ? 0 : 1;
