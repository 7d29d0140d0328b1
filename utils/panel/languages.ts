/** The languages of posts, as they were read; and a filter's text with one of them asked for. Pure. */
import type { Post } from '../core/post';
import type { Reading } from '../core/reading';

/** Primary code of what a post is in: as read, else as the platform says. */
export function languageOf(post: Post, reading: Reading | null | undefined): string {
  return reading?.lang ?? post.lang?.toLowerCase().split('-')[0] ?? 'und';
}

const ASKED = /(?:^|\s)lang:([a-z]{2,3})(?=\s|$)/i;

/** The language a filter asks for, or null. */
export function askedLanguage(filter: string): string | null {
  return ASKED.exec(filter)?.[1]?.toLowerCase() ?? null;
}

/** The filter asking for that language only; null: for any. */
export function withLanguage(filter: string, language: string | null): string {
  const rest = filter.replace(ASKED, ' ').replace(/\s+/g, ' ').trim();
  if (!language) return rest;
  return rest ? `${rest} lang:${language}` : `lang:${language}`;
}
