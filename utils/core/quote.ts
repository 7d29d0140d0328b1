/** Passages: which post a quotation comes from, and where a passage stands in a text. */
import { fold } from './normalize';
import type { Post, Quote } from './post';
import { wordsOf } from './words';

/** Fewer words than this are said by anyone: they prove nothing about where they come from. */
const FEWEST_WORDS = 3;

/** Whether the words of `quote` are the post's: spacing, accents and a cut at either end do not matter. */
export function isQuoteOf(quote: Quote, post: Pick<Post, 'author' | 'text'>): boolean {
  const said = ` ${wordsOf(post.text)
    .map(({ word }) => word)
    .join(' ')} `;
  return matcherOf(quote)(said, post.author);
}

/** As `isQuoteOf`, for many posts: `said` is a post's words, folded, with a space before, between and after them. */
export function matcherOf(quote: Quote): (said: string, author: Post['author']) => boolean {
  const words = wordsOf(quote.text.replace(/^\s*(?:\[?…\]?|\.\.\.)|(?:\[?…\]?|\.\.\.)\s*$/g, ''));
  const asked = ` ${words.map(({ word }) => word).join(' ')} `;
  return (said, author) => {
    if (words.length === 0 || !said.includes(asked)) return false;
    return words.length >= FEWEST_WORDS || (quote.author !== undefined && isName(quote.author, author));
  };
}

/** Whether a name written in a quotation or after an @ is this author's. */
export function isName(name: string, author: Pick<Post['author'], 'name' | 'handle'>): boolean {
  const asked = fold(name).replace(/^@+/, '').replace(/:$/, '').trim();
  if (asked === '') return false;
  return asked === fold(author.name) || (author.handle !== null && asked === fold(author.handle));
}

/** The latest of the posts that a quotation comes from, or null. `posts` in time order. */
export function quotedPost<P extends Pick<Post, 'author' | 'text'>>(quote: Quote, posts: readonly P[]): P | null {
  for (let i = posts.length - 1; i >= 0; i--) {
    const post = posts[i] as P;
    if (isQuoteOf(quote, post)) return post;
  }
  return null;
}

/** Where a passage stands in a text, as UTF-16 offsets, even when spacing or case changed since; null when it is gone. */
export function findPassage(text: string, passage: string): { start: number; end: number } | null {
  const exact = text.indexOf(passage);
  if (passage !== '' && exact >= 0) return { start: exact, end: exact + passage.length };
  const words = wordsOf(text);
  const asked = wordsOf(passage).map(({ word }) => word);
  if (asked.length === 0) return null;
  const first = words.findIndex((_, at) => asked.every((word, i) => words[at + i]?.word === word));
  if (first < 0) return null;
  return {
    start: (words[first] as { start: number }).start,
    end: (words[first + asked.length - 1] as { end: number }).end,
  };
}

/** The beginning of a text, cut between words, with an ellipsis where something is left out. */
export function clip(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest + 1);
  const space = cut.lastIndexOf(' ');
  const kept = space > longest / 2 ? cut.slice(0, space) : line.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/[\s,;:.–—-]+$/, '')}…`;
}
