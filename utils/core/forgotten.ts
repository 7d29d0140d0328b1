/**
 * People who were forgotten: known again by digests alone, so that they are not heard again, and blotted out of what others
 * say. Words are compared as letters and digits only, folded: `@Nerea_Olmos`, "nerea olmos" and `/u/nerea-olmos` are one.
 */
import { digest } from './keys';
import { fold } from './normalize';
import type { HeardPost } from './post';

/** A tombstone: nothing in it can be read. */
export interface Tombstone {
  salt: string;
  /** Digests of names, handles, links and account keys. */
  digests: string[];
  /** How many words those have: only so long passages are looked at. */
  lengths: number[];
}

/** Passages of what they wrote, by hash: only while they are being forgotten. */
export interface Passages {
  /** Of every run of `PASSAGE` words. */
  hashes: ReadonlySet<number>;
}

/** So many words in the same order are a quote and no chance. */
export const PASSAGE = 6;
const BLOT = '…';
const LONGEST = 16;

interface Word {
  start: number;
  end: number;
  folded: string;
}

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORDS)) {
    const start = match.index;
    words.push({ start, end: start + match[0].length, folded: fold(match[0]) });
  }
  return words;
}

const joined = (words: readonly Word[], from: number, count: number): string => {
  let text = '';
  for (let i = from; i < from + count; i++) text += `${words[i]?.folded} `;
  return text;
};

/** 32 bits of a passage: enough to know it again among what is held, too few to read it. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The hashes of what they wrote. */
export function passagesOf(texts: Iterable<string>): Set<number> {
  const hashes = new Set<number>();
  for (const text of texts) {
    const words = wordsOf(text);
    for (let i = 0; i + PASSAGE <= words.length; i++) hashes.add(hashOf(joined(words, i, PASSAGE)));
  }
  return hashes;
}

/** A tombstone for these names, handles, links and keys. */
export function tombstone(salt: string, identifiers: Iterable<string>): Tombstone {
  const digests = new Set<string>();
  const lengths = new Set<number>();
  for (const identifier of identifiers) {
    const words = wordsOf(identifier.replace(/^https?:\/\/(?:www\.)?/i, ''));
    if (words.length === 0 || words.length > LONGEST) continue;
    const text = joined(words, 0, words.length);
    // One letter is nobody's name alone.
    if (text.length < 3) continue;
    digests.add(digest(salt + text));
    lengths.add(words.length);
  }
  return { salt, digests: [...digests].sort(), lengths: [...lengths].sort((a, b) => a - b) };
}

export interface Blotter {
  /** Whether a name, handle, link or key is of somebody forgotten. */
  isForgotten(identifier: string | null | undefined): boolean;
  /** The text without them; the same text where it names none. */
  text(text: string): string;
}

/** Made ready once for many texts; null where nobody was forgotten. */
export function makeBlotter(tombstones: readonly Tombstone[], passages?: Passages): Blotter | null {
  if (tombstones.length === 0 && !passages) return null;
  const bySalt = new Map<string, { digests: Set<string>; lengths: Set<number> }>();
  for (const { salt, digests, lengths } of tombstones) {
    const all = bySalt.get(salt) ?? { digests: new Set(), lengths: new Set() };
    for (const one of digests) all.digests.add(one);
    for (const one of lengths) all.lengths.add(one);
    bySalt.set(salt, all);
  }
  const found = (words: readonly Word[]): [number, number][] => {
    const spans: [number, number][] = [];
    for (const [salt, { digests, lengths }] of bySalt) {
      for (const length of lengths) {
        for (let i = 0; i + length <= words.length; i++) {
          if (digests.has(digest(salt + joined(words, i, length)))) spans.push([i, i + length]);
        }
      }
    }
    if (passages) {
      for (let i = 0; i + PASSAGE <= words.length; i++) {
        if (passages.hashes.has(hashOf(joined(words, i, PASSAGE)))) spans.push([i, i + PASSAGE]);
      }
    }
    return spans;
  };
  return {
    isForgotten(identifier) {
      if (!identifier) return false;
      const words = wordsOf(identifier.replace(/^https?:\/\/(?:www\.)?/i, ''));
      const text = joined(words, 0, words.length);
      return [...bySalt].some(([salt, { digests }]) => digests.has(digest(salt + text)));
    },
    text(text) {
      if (text.length < 2) return text;
      const words = wordsOf(text);
      const spans = found(words);
      return spans.length === 0 ? text : blotted(text, words, spans);
    },
  };
}

function blotted(text: string, words: readonly Word[], spans: [number, number][]): string {
  if (/^https?:\/\/\S+$/i.test(text) && URL.canParse(text)) return `${new URL(text).origin}/`;
  spans.sort((a, b) => a[0] - b[0]);
  let out = '';
  let at = 0;
  let end = 0;
  for (const [from, to] of spans) {
    const start = words[from]?.start ?? 0;
    end = words[to - 1]?.end ?? 0;
    if (end <= at) continue;
    if (start >= at) {
      out += text.slice(at, start).replace(/@$/, '');
      out += BLOT;
    }
    at = end;
  }
  return out + text.slice(at);
}

/** A heard post without them: null where it is theirs, the same where it has nothing of them. */
export function withoutForgotten<P extends HeardPost>(post: P, blotter: Blotter): P | null {
  const { author, site } = post;
  if (isTheirs(site, author, blotter)) return null;
  const text = blotter.text(post.text);
  const title = blotter.text(post.threadTitle);
  const url = blotter.text(post.url);
  const quotes = post.quotes?.filter((quote) => !blotter.isForgotten(quote.author));
  const mentions = post.mentions?.filter((handle) => !blotter.isForgotten(handle));
  return {
    ...post,
    text,
    threadTitle: title,
    url,
    ...(quotes && { quotes: quotes.map((quote) => ({ ...quote, text: blotter.text(quote.text) })) }),
    ...(mentions && { mentions }),
    ...(post.media && {
      media: post.media.map((item) => ({
        url: blotter.text(item.url),
        ...(item.alt !== undefined && { alt: blotter.text(item.alt) }),
      })),
    }),
  };
}

/** By handle where the site shows one; a name alone may be another's. */
export function isTheirs(
  site: string,
  { name, handle, url }: { name: string; handle: string | null; url: string | null },
  blotter: Blotter,
): boolean {
  if (url && blotter.isForgotten(url)) return true;
  return blotter.isForgotten(`${site}:${handle ? handle.toLowerCase() : fold(name)}`);
}
