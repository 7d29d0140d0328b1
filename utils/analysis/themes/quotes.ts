/** The posts that say a theme best: central, in several languages, by different people, none a copy of another. */
import { type Model, scorePost } from './model';
import { independentVoices } from './people';
import type { PostLog } from './post-log';

const MOST_QUOTES = 6;
/** What a quote loses by being like one already chosen, or in a language already heard. */
const LIKENESS_COST = 0.7;
const LANGUAGE_COST = 0.15;
/** Very short posts say little, however central their words. */
const FULL_LENGTH = 8;

export function quotesOf(log: PostLog, model: Model, posts: readonly number[]): number[] {
  const newestFirst = [...posts].sort((a, b) => log.at[b]! - log.at[a]! || b - a);
  const voices = independentVoices(log, newestFirst);
  const best = Math.max(1e-9, ...voices.map((post) => scorePost(model, log, post)));
  const worth = new Map(
    voices.map((post) => {
      const length = Math.min(1, log.termsOf(post).length / FULL_LENGTH);
      return [post, (scorePost(model, log, post) / best) * (0.5 + 0.5 * length)];
    }),
  );
  const chosen: number[] = [];
  const left = new Set(voices);
  while (chosen.length < MOST_QUOTES && left.size > 0) {
    let pick = -1;
    let top = Number.NEGATIVE_INFINITY;
    for (const post of left) {
      const nearest = Math.max(0, ...chosen.map((other) => overlap(log, post, other)));
      const heard = chosen.some((other) => log.lang[other] === log.lang[post]) ? LANGUAGE_COST : 0;
      const value = worth.get(post)! - LIKENESS_COST * nearest - heard;
      if (value > top) {
        top = value;
        pick = post;
      }
    }
    chosen.push(pick);
    left.delete(pick);
  }
  return chosen;
}

function overlap(log: PostLog, a: number, b: number): number {
  const terms = new Set(log.termsOf(a));
  let shared = 0;
  for (const term of log.termsOf(b)) if (terms.has(term)) shared++;
  const all = terms.size + log.termsOf(b).length - shared;
  return all === 0 ? 0 : shared / all;
}
