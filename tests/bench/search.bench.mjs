/**
 * Search in memory beside MiniSearch and FlexSearch, on the same posts: taking them in, and the first twenty of three kinds of
 * question. Ours looks at each candidate again by the grammar of search (phrases, near, author), the others give what
 * their index says; ours gives the newest first, theirs the best.
 */
import flexsearch from 'flexsearch';
import MiniSearch from 'minisearch';
import { asks, parseQuery, prepare } from '../../utils/core/query';
import { WordIndex } from '../../utils/core/word-index';
import { inTurn, spent } from './lib/clock.mjs';
import { figure, note } from './lib/report.mjs';
import { postsOf, wordOf } from './lib/talk.mjs';

const SIZES = process.env.BENCH_LARGE ? [1_000, 10_000, 100_000, 1_000_000] : [1_000, 10_000, 100_000];
const LIMIT = 20;
const ROUNDS = 7;
const WHY_PREFIX = 'FlexSearch writes every beginning of every word into its index: see what it costs to take in';

const QUESTIONS = {
  'a rare word': [900, 1_500, 2_600, 5_200, 9_000].map((rank) => wordOf(rank)),
  'two words': [60, 150, 300, 420, 700].map((rank) => `${wordOf(rank)} ${wordOf(rank - 40)}`),
  'the beginning of a word': [250, 800, 3_000, 6_000, 12_000].map((rank) => wordOf(rank).slice(0, 4)),
};
const isBeginning = (kind) => kind === 'the beginning of a word';

function ours(posts) {
  const index = new WordIndex();
  const held = new Map();
  for (const post of posts) {
    index.add(post);
    held.set(post.key, post);
  }
  return (text, kind) => {
    const query = parseQuery(isBeginning(kind) ? `${text}*` : text);
    const found = [];
    for (const key of index.candidates(query)) {
      if (asks(query, prepare(held.get(key)))) found.push(key);
      if (found.length === LIMIT) break;
    }
    return found;
  };
}

function minisearch(posts) {
  const index = new MiniSearch({ idField: 'key', fields: ['text'] });
  index.addAll(posts);
  return (text, kind) =>
    index
      .search(text, { prefix: isBeginning(kind), combineWith: 'AND' })
      .slice(0, LIMIT)
      .map(({ id }) => id);
}

function flex(posts) {
  const index = new flexsearch.Index({ tokenize: 'forward' });
  for (const [i, post] of posts.entries()) index.add(i, post.text);
  return (text) => index.search(text, { limit: LIMIT }).map((i) => posts[i].key);
}

const PEERS = { minisearch, flexsearch: flex };

let missed = 0;
for (const size of SIZES) {
  const posts = postsOf(size);
  const search = {};
  const built = { ours: spent(() => (search.ours = ours(posts))) };
  for (const [name, make] of Object.entries(PEERS)) built[name] = spent(() => (search[name] = make(posts)));
  const amount = size.toLocaleString('en');
  for (const name of Object.keys(PEERS)) {
    const ratio = built[name] / built.ours;
    note({
      what: `search: taking in ${amount} posts`,
      ours: `${figure(built.ours)} ms`,
      peer: `${name} ${figure(built[name])} ms`,
      ratio,
    });
  }
  for (const [kind, texts] of Object.entries(QUESTIONS)) {
    for (const text of texts) {
      const holds = ({ text: said }) =>
        text
          .split(' ')
          .every((word) => said.split(' ').some((one) => (isBeginning(kind) ? one.startsWith(word) : one === word)));
      const due = Math.min(LIMIT, posts.filter(holds).length);
      const got = search.ours(text, kind).length;
      if (got < due) {
        console.log(`MISSED "${text}" among ${amount}: ${got} found of ${due}`);
        missed += 1;
      }
    }
    const often = Math.max(1, Math.round(20_000 / size)) * 5;
    const works = Object.fromEntries(
      Object.entries(search).map(([name, ask]) => [
        name,
        () => {
          for (let i = 0; i < often; i++) for (const text of texts) ask(text, kind);
        },
      ]),
    );
    const times = inTurn(works, ROUNDS);
    const each = (name) => times[name] / (often * texts.length);
    for (const name of Object.keys(PEERS)) {
      const ratio = each(name) / each('ours');
      note({
        what: `search: ${kind}, ${amount} posts`,
        ours: `${figure(each('ours'))} ms`,
        peer: `${name} ${figure(each(name))} ms`,
        ratio,
        why:
          ratio < 1
            ? isBeginning(kind) && name === 'flexsearch'
              ? WHY_PREFIX
              : 'each post found is looked at again, so that phrases, near and edited words are right'
            : '',
      });
    }
  }
}
process.exit(missed > 0 ? 1 : 0);
