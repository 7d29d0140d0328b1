/**
 * Past answers found again beside plain BM25 over the words (MiniSearch's): a message is asked again by somebody in a hurry
 * (letters swapped, a third of the words gone), and the answer to it should be among the first three. And how both grow.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { ReplyMemory } from '../../utils/replies/memory';
import { inTurn, spent } from './lib/clock.mjs';
import { figure, note } from './lib/report.mjs';
import { seeded, textOf } from './lib/talk.mjs';

const SIZES = [1_000, 10_000, 100_000];
const NOW = Date.UTC(2026, 10, 20);
const ASKED = 40;

function pairsOf(lang) {
  const file = readFileSync(join(import.meta.dirname, `../replies/data/pairs-${lang}.txt`), 'utf8');
  return file
    .split('\n')
    .filter((line) => line.split(' | ').length === 3)
    .map((line, i) => {
      const [person, message, reply] = line.split(' | ');
      return { id: `${lang}${i}`, at: NOW - i * 60_000, person, message, reply, lang, outcome: null };
    });
}

/** The same message, typed in a hurry. */
function hurried(message, random) {
  const words = message.split(' ').filter(() => random() > 0.33);
  return (words.length > 2 ? words : message.split(' '))
    .map((word) => {
      if (word.length < 5 || random() > 0.4) return word;
      const at = 1 + Math.floor(random() * (word.length - 3));
      return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
    })
    .join(' ');
}

function remember(pairs) {
  const memory = new ReplyMemory();
  for (const pair of pairs) memory.add(pair);
  return (message) => memory.search({ message, lang: null, person: '', now: NOW }, 3).map(({ pair }) => pair.reply);
}

function bm25(pairs) {
  const index = new MiniSearch({ fields: ['message'], storeFields: ['reply'], searchOptions: { combineWith: 'OR' } });
  index.addAll(pairs);
  return (message) =>
    index
      .search(message)
      .slice(0, 3)
      .map(({ reply }) => reply);
}

const random = seeded(11);
const all = [...pairsOf('en'), ...pairsOf('es')];
const asked = all.map(({ message, reply }) => ({ message: hurried(message, random), reply }));
const right = (search) =>
  (100 * asked.filter(({ message, reply }) => search(message).includes(reply)).length) / asked.length;
const quality = { ours: right(remember(all)), bm25: right(bm25(all)) };
note({
  what: `drafts: the right answer among three, ${all.length} past answers, messages typed in a hurry`,
  ours: `${figure(quality.ours)} %`,
  peer: `BM25 ${figure(quality.bm25)} %`,
  ratio: quality.ours / quality.bm25,
  why: quality.ours < quality.bm25 ? 'ours would rather offer three different answers than three alike' : '',
});

for (const size of SIZES) {
  const pairs = Array.from({ length: size }, (_, i) => {
    const pair = all[i % all.length];
    return { ...pair, id: `p${i}`, message: `${pair.message} ${textOf(random).split(' ').slice(0, 5).join(' ')}` };
  });
  const search = {};
  const built = {
    ours: spent(() => (search.ours = remember(pairs))),
    bm25: spent(() => (search.bm25 = bm25(pairs))),
  };
  const some = asked.slice(0, ASKED);
  const times = inTurn(
    Object.fromEntries(
      Object.entries(search).map(([name, ask]) => [
        name,
        () => {
          for (const { message } of some) ask(message);
        },
      ]),
    ),
    3,
  );
  const amount = size.toLocaleString('en');
  for (const [what, of, by] of [
    [`drafts: learning ${amount} past answers`, built, 1],
    [`drafts: three of ${amount} past answers`, times, ASKED],
  ]) {
    const ratio = of.bm25 / of.ours;
    note({
      what,
      ours: `${figure(of.ours / by)} ms`,
      peer: `BM25 ${figure(of.bm25 / by)} ms`,
      ratio,
      why:
        ratio < 1 ? 'ours keeps and asks three indexes: words, meanings and runs of letters, which forgive typing' : '',
    });
  }
}
process.exit(quality.ours < quality.bm25 ? 1 : 0);
