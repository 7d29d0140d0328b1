/** Deterministic keys, so that hearing a post twice stores it once. */
import { fold } from './normalize';
import type { AccountKey, Author, PostKey, ThreadKey } from './post';

/** Ids longer than this are digested: a key is an index entry. */
const LONGEST_ID = 200;

/** `site:nativeId`. */
export function postKey(site: string, nativeId: string): PostKey {
  return `${site}:${shortId(nativeId)}`;
}

/** `site:threadId`. */
export function threadKey(site: string, threadId: string): ThreadKey {
  return `${site}:${shortId(threadId)}`;
}

/** `site:handle`, or `site:name` folded where the site shows no handle. */
export function accountKey(site: string, author: Pick<Author, 'name' | 'handle'>): AccountKey {
  return `${site}:${author.handle ? author.handle.toLowerCase() : fold(author.name)}`;
}

/** An id fit for a key: trimmed, digested when too long. */
export function shortId(id: string): string {
  const trimmed = id.trim();
  return trimmed.length > LONGEST_ID ? `d${digest(trimmed)}` : trimmed;
}

/** 64 stable bits as 14 base-36 characters (two 32-bit multiply-xor lanes): for identity, not for secrets. */
export function digest(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (b >>> 0).toString(36).padStart(7, '0') + (a >>> 0).toString(36).padStart(7, '0');
}

/**
 * Quick bits of a text, chained: `from` is the checksum of what came before. Whether something is what was seen a moment ago;
 * two characters a step, since each step waits for the one before (FNV-1a's prime, http://www.isthe.com/chongo/tech/comp/fnv/).
 */
export function checksum(text: string, from = 0x811c9dc5): number {
  let hash = Math.imul(from ^ text.length, 0x01000193);
  const pairs = text.length & ~1;
  for (let i = 0; i < pairs; i += 2) {
    hash = Math.imul(hash ^ (text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16)), 0x01000193);
    hash ^= hash >>> 15;
  }
  if (pairs < text.length) hash = Math.imul(hash ^ text.charCodeAt(pairs), 0x01000193);
  return hash;
}
