/** From what other programs write to a post as we hear it: same keys, same cleaning, so that it joins what is read later. */
import { postKey, threadKey } from '../../core/keys';
import { cleanHandle, cleanLine, cleanText } from '../../core/normalize';
import type { HeardPost } from '../../core/post';

/** Beyond it there is no date. */
const LATEST_TIME = 8.64e15;

/** A post before cleaning. */
export interface Bare {
  site: string;
  id: string;
  thread: string;
  parent: string | null;
  url: string;
  name: string;
  handle: string | null;
  profile: string | null;
  text: string;
  lang?: string | null;
  postedAt: number | null;
  likes?: number | null;
  replies?: number | null;
  shares?: number | null;
  mentions?: string[];
  media?: { url: string; alt: string | null }[];
}

/** null where it lacks what every post has. */
export function heardFrom(bare: Bare): HeardPost | null {
  const url = link(bare.url);
  const name = cleanLine(bare.name) || cleanHandle(bare.handle);
  if (!url || !name || bare.id.trim() === '') return null;
  const counts = {
    ...(bare.replies != null && { replies: bare.replies }),
    ...(bare.likes != null && { likes: bare.likes }),
    ...(bare.shares != null && { shares: bare.shares }),
  };
  const mentions = (bare.mentions ?? []).flatMap((handle) => cleanHandle(handle) ?? []);
  const media = (bare.media ?? []).flatMap(({ url, alt }) => {
    const address = link(url);
    return address ? [{ url: address, ...(alt && { alt: cleanText(alt, 2_000) }) }] : [];
  });
  const postedAt = bare.postedAt !== null && Math.abs(bare.postedAt) <= LATEST_TIME ? bare.postedAt : null;
  const key = postKey(bare.site, bare.id);
  const parentKey = bare.parent ? postKey(bare.site, bare.parent) : null;
  return {
    key,
    site: bare.site,
    nativeId: bare.id.trim(),
    kind: parentKey ? 'reply' : 'post',
    url,
    threadKey: threadKey(bare.site, bare.thread),
    threadTitle: '',
    parentKey: parentKey === key ? null : parentKey,
    author: { name, handle: cleanHandle(bare.handle), url: link(bare.profile) },
    text: cleanText(bare.text),
    lang: bare.lang && bare.lang !== 'und' ? cleanLine(bare.lang, 20) : null,
    postedAt,
    postedAtSource: postedAt === null ? null : 'machine',
    ...(Object.keys(counts).length > 0 && { counts }),
    ...(mentions.length > 0 && { mentions }),
    ...(media.length > 0 && { media }),
  };
}

function link(address: string | null): string | null {
  if (!address || address.length > 8_192 || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}

/** What stands at a path, own fields only. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  let here = value;
  for (const step of path) {
    if (!(here instanceof Object) || !Object.hasOwn(here, step)) return undefined;
    here = Reflect.get(here, step);
  }
  return here;
}

/** Text at a path; numbers count, since ids come as either. */
export function textAt(value: unknown, ...path: (string | number)[]): string | null {
  const found = at(value, ...path);
  if (typeof found === 'number' && Number.isSafeInteger(found)) return String(found);
  return typeof found === 'string' && found !== '' ? found : null;
}

export function numberAt(value: unknown, ...path: (string | number)[]): number | null {
  const found = at(value, ...path);
  const number = typeof found === 'string' && /^\d{1,15}$/.test(found) ? Number(found) : found;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null;
}

/** Milliseconds from seconds, milliseconds or a date as programs write it. */
export function dateOf(value: string | number | null): number | null {
  if (value === null) return null;
  const number = typeof value === 'string' && /^\d{9,13}$/.test(value) ? Number(value) : value;
  if (typeof number === 'number') return number < 100_000_000_000 ? number * 1_000 : number;
  // "2026-03-01 10:00:00 +01:00" has one blank too many for the standard.
  const iso = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)(?:\.\d+)? ?(Z|[+-]\d\d:?\d\d)?$/.exec(number);
  const time = Date.parse(
    iso ? `${iso[1]}T${iso[2]}${(iso[3] ?? 'Z').replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}` : number,
  );
  return Number.isNaN(time) ? null : time;
}
