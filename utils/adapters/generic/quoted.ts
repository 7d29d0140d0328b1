/** Whose words a post quotes: where nothing else says whom it answers, it answers them. */
import type { RawPost } from '../contract';
import { compared } from './told';

/** Posts of the page that are searched, latest first. */
const MOST = 400;
/** Fewer letters than this are said by many. */
const LEAST = 12;
const TELLING = 60;

export interface Spoken {
  add(post: RawPost): void;
  /** Id of the post that the first quote was taken from, or null. */
  quotedBy(post: RawPost): string | null;
}

export function createSpoken(): Spoken {
  const posts: { id: string; words: string }[] = [];
  const known = new Set<string>();
  return {
    add({ id, text }) {
      if (known.has(id)) return;
      known.add(id);
      posts.push({ id, words: compared(text) });
      if (posts.length > MOST) posts.shift();
    },
    quotedBy({ id, quotes }) {
      const quote = quotes?.[0];
      if (!quote) return null;
      const find = (text: string): string | null => {
        const words = compared(text.slice(0, 300)).slice(0, TELLING);
        if (words.length < LEAST) return null;
        for (let i = posts.length - 1; i >= 0; i--) {
          const post = posts[i] as (typeof posts)[number];
          if (post.id !== id && post.words.includes(words)) return post.id;
        }
        return null;
      };
      // The first line may say who is quoted, the last may be a button.
      const lines = quote.text.split('\n');
      return (
        find(quote.text) ?? (lines.length > 1 ? (find(lines.slice(1).join('\n')) ?? find(lines[1] as string)) : null)
      );
    },
  };
}
