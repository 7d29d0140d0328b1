/** Who could be introduced to whom: somebody asks now what somebody else answered before. By the words the two questions share. */
import { fold } from '../core/normalize';
import type { AccountKey, PostKey, ThreadKey } from '../core/post';

export interface Question {
  post: PostKey;
  thread: ThreadKey;
  author: AccountKey;
  at: number;
  text: string;
}

/** A question of before, and who answered it. */
export interface Answered extends Question {
  by: AccountKey;
  answer: PostKey;
}

export interface Introduction {
  asks: Question;
  knows: Answered;
  /** The words they have in common, as they were written now. */
  words: string[];
}

/** Two questions are about the same thing from here on: cosine of what their rare words weigh. */
const ALIKE = 0.35;
const SHARED = 2;
/** Longer ones lose their endings: "lamp", "lamps", "cadena", "cadenas". */
const STEM = 6;

export function introductions(open: readonly Question[], answered: readonly Answered[]): Introduction[] {
  const before = answered.map((one) => ({ one, terms: termsOf(one.text) }));
  const counts = new Map<string, number>();
  for (const { terms } of before) for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  const byTerm = new Map<string, number[]>();
  before.forEach(({ terms }, place) => {
    for (const term of terms.keys()) {
      const list = byTerm.get(term);
      if (list) list.push(place);
      else byTerm.set(term, [place]);
    }
  });
  const weigh = (term: string) => Math.log((2 + before.length) / (1 + (counts.get(term) ?? 0)));
  const length = (terms: ReadonlyMap<string, string>) =>
    Math.sqrt([...terms.keys()].reduce((sum, term) => sum + weigh(term) ** 2, 0));
  const lengths = before.map(({ terms }) => length(terms));
  const found: (Introduction & { like: number })[] = [];
  for (const asks of open) {
    const terms = termsOf(asks.text);
    const mine = length(terms);
    const sums = new Map<number, { dot: number; words: string[] }>();
    for (const [term, word] of terms)
      for (const place of byTerm.get(term) ?? []) {
        const sum = sums.get(place) ?? { dot: 0, words: [] };
        sum.dot += weigh(term) ** 2;
        sum.words.push(word);
        sums.set(place, sum);
      }
    let best: (Introduction & { like: number }) | null = null;
    for (const [place, { dot, words }] of sums) {
      const knows = before[place]!.one;
      if (words.length < SHARED || knows.by === asks.author || knows.author === asks.author || knows.at >= asks.at)
        continue;
      const like = dot / (mine * lengths[place]! || 1);
      if (like >= ALIKE && like > (best?.like ?? 0)) best = { asks, knows, words, like };
    }
    if (best) found.push(best);
  }
  return found.sort((a, b) => b.like - a.like).map(({ asks, knows, words }) => ({ asks, knows, words }));
}

/** Words that carry something, by their stem, with the word as written. */
function termsOf(text: string): Map<string, string> {
  const terms = new Map<string, string>();
  for (const [word] of text.slice(0, 1_000).matchAll(/[\p{L}\p{N}]{4,40}/gu)) {
    const term = fold(word).slice(0, STEM).replace(/s$/, '');
    if (!SAID_BY_ALL.has(fold(word)) && !terms.has(term)) terms.set(term, word);
  }
  return terms;
}

/** Said in any question, Spanish and English; the rest is told by how rare a word is. */
const SAID_BY_ALL = new Set(
  (
    'algo alguien alguna alguno como cómo cual cuando cuanto desde donde ella ellos entre esta estas este esto estos gracias hacer hace ' +
    'hacia hasta hola mejor mucho muchas otra otro para pero podeis poder porque puede puedo quien saber sabe sabeis sobre solo tambien ' +
    'tengo tiene todo todos unas unos vosotros about again also anybody anyone because been before best could does doing from good have ' +
    'hello help here just know like make more much need other please really should some somebody someone still thanks than that their ' +
    'them then there these they thing this those very want what when where which while will with without would your'
  ).split(' '),
);
