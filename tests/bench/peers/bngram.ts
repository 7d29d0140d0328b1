/**
 * BNgram (Aiello et al. 2013, "Sensing trending topics in Twitter"): once a day words and pairs of words are ranked by
 * df-idf_t against the four days before, and the best are grouped by average link of the posts they share.
 */
import { commonWords, DAY, Followed, type Raised, type Row, wordsOf } from './ground';

const BEFORE = 4;
const LEAST_POSTS = 4;
const BEST = 60;
const JOIN = 0.5;

interface Term {
  term: string;
  posts: Set<string>;
  score: number;
}

export function bngram(
  rows: readonly Row[],
  { warmup, perDay, least = 0 }: { warmup: number; perDay: number; least?: number },
): Raised[] {
  const start = Math.floor(rows[0]!.at / DAY);
  const split = rows.map((row) => wordsOf(row.text));
  const common = commonWords(
    split.filter((_, i) => rows[i]!.at < (start + 14) * DAY),
    0.004,
  );
  const days: Map<string, Set<string>>[] = [];
  rows.forEach((row, i) => {
    const day = Math.floor(row.at / DAY) - start;
    days[day] ??= new Map();
    const words = split[i]!;
    words.forEach((word, k) => {
      if (common.has(word)) return;
      const next = words[k + 1];
      for (const term of next && !common.has(next) ? [word, `${word} ${next}`] : [word]) {
        const posts = days[day]!.get(term) ?? new Set();
        days[day]!.set(term, posts.add(row.key));
      }
    });
  });
  const followed = new Followed();
  const raised: Raised[] = [];
  for (let day = warmup; day < days.length; day++) {
    const ranked: Term[] = [];
    for (const [term, posts] of days[day] ?? []) {
      if (posts.size < LEAST_POSTS) continue;
      let past = 0;
      for (let k = 1; k <= BEFORE; k++) past += days[day - k]?.get(term)?.size ?? 0;
      ranked.push({ term, posts, score: (posts.size + 1) / (Math.log(past / BEFORE + 1) + 1) });
    }
    ranked.sort((a, b) => b.score - a.score);
    const groups = grouped(ranked.filter((term) => term.score >= least).slice(0, BEST)).sort((a, b) => top(b) - top(a));
    for (const group of groups.slice(0, perDay)) {
      const at = (start + day + 1) * DAY;
      const posts = [...new Set(group.flatMap((term) => [...term.posts]))];
      const terms = group.map((term) => term.term);
      const { id, isNew } = followed.meet(at, posts, terms);
      if (isNew) raised.push({ id, at, tier: 'alert', label: terms.slice(0, 3).join(' · '), posts });
    }
  }
  return raised;
}

const top = (group: readonly Term[]) => Math.max(...group.map((term) => term.score));

function distance(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  return 1 - [...few].filter((key) => many.has(key)).length / few.size;
}

function grouped(terms: readonly Term[]): Term[][] {
  const far = terms.map((a) => terms.map((b) => distance(a.posts, b.posts)));
  const groups = terms.map((_, i) => [i]);
  for (;;) {
    let least = JOIN;
    let pair: [number, number] | null = null;
    for (let i = 0; i < groups.length; i++) {
      for (let j = i + 1; j < groups.length; j++) {
        let sum = 0;
        for (const a of groups[i]!) for (const b of groups[j]!) sum += far[a]![b]!;
        const mean = sum / (groups[i]!.length * groups[j]!.length);
        if (mean < least) {
          least = mean;
          pair = [i, j];
        }
      }
    }
    if (!pair) return groups.map((group) => group.map((i) => terms[i]!));
    groups[pair[0]]!.push(...groups[pair[1]]!);
    groups.splice(pair[1], 1);
  }
}
