/** Which of a theme's posts speak for it on its page: few, of several languages and tones, none said twice, each by somebody else. */
import { fold } from '../analysis/themes/fold';
import type { Post, PostKey } from '../core/post';
import type { ToneLabel } from '../core/reading';

const MOST_QUOTES = 4;
/** A few words say little of how something is felt. */
const LEAST_LETTERS = 25;
/** A language not heard yet weighs more than a tone not heard yet, and both more than the engine's order. */
const FRESH_LANGUAGE = 2;
const FRESH_TONE = 1.6;

/**
 * @param central the engine's choice, best first
 * @param held all its posts, by time: one of them is taken where it brings a language or a tone the engine's choice lacks
 */
export function diverseQuotes(
  central: readonly Post[],
  held: readonly Post[],
  tones: ReadonlyMap<PostKey, ToneLabel | null>,
): Post[] {
  const first = new Set(central.map((post) => post.key));
  const others = held.filter((post) => !first.has(post.key) && post.text.length >= LEAST_LETTERS);
  const left = [...central, ...others];
  const chosen: Post[] = [];
  const langs = new Set<string | null>();
  const heard = new Set<ToneLabel>();
  const said = new Set<string>();
  const people = new Set<string>();
  while (chosen.length < MOST_QUOTES) {
    const worth = (post: Post, i: number) => {
      if (people.has(post.authorKey) || said.has(wordsOf(post))) return 0;
      const tone = tones.get(post.key) ?? null;
      const isPlain = tone === null || tone === 'neutral';
      const fresh = (langs.has(post.lang) ? 0 : FRESH_LANGUAGE) + (isPlain || heard.has(tone) ? 0 : FRESH_TONE);
      // Nobody speaks for the theme who is neither central nor brings something new.
      if (!first.has(post.key) && fresh === 0) return 0;
      return fresh + (first.has(post.key) ? 1 : 0) + 1 / (i + 2);
    };
    const values = left.map(worth);
    const best = values.indexOf(Math.max(...values));
    const post = left[best];
    if (!post || values[best] === 0) break;
    const tone = tones.get(post.key) ?? null;
    chosen.push(post);
    left.splice(best, 1);
    langs.add(post.lang);
    if (tone !== null) heard.add(tone);
    said.add(wordsOf(post));
    people.add(post.authorKey);
  }
  return chosen;
}

/** Copies differ in signs, case and what was put behind: their first words are the same. */
const wordsOf = (post: Post): string =>
  fold(post.text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 80);
