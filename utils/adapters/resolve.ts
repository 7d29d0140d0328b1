/** From the strings an adapter read to a post: links absolute, words clean, times parsed, keys made. */
import { postKey, threadKey } from '../core/keys';
import { cleanHandle, cleanLine, cleanText } from '../core/normalize';
import type { Counts, HeardPost, Media, Quote, ThreadKey } from '../core/post';
import type { Adapter, Page, RawPost, RawThread } from './contract';
import { MissingField } from './contract';
import { TEXT_CAP } from './dom';
import { cleanUrl } from './links';
import { momentOf } from './times/moment';

/** A conversation on the page, resolved. */
export interface HeardThread {
  key: ThreadKey;
  url: string;
  title: string;
  claimed: number | null;
}

const MOST_MEDIA = 50;
const MOST_QUOTES = 50;

/** A site is the adapter itself; elsewhere the host that runs it, without `www.`. */
export function siteOf(adapter: Adapter, page: Page): string {
  return adapter.scope === 'site' ? adapter.id : page.url.host.replace(/^www\./, '') || 'local';
}

/** What links on the page are relative to. */
export function baseOf(page: Page): string {
  return page.memo('base', () => {
    const written = page.document.querySelector('base[href]')?.getAttribute('href');
    return (written && URL.canParse(written, page.url) ? new URL(written, page.url) : page.url).href;
  });
}

/** The page's own address, cleaned, without its fragment. */
export function pageAddress(page: Page): string {
  return page.memo('address', () => {
    const url = new URL(cleanUrl(page.url.href, page.url) ?? page.url.href);
    url.hash = '';
    return url.href;
  });
}

function languagesOf(page: Page): string[] {
  return page.memo('languages', () => {
    const root = page.document.documentElement;
    const declared = root?.getAttribute('lang') || root?.getAttribute('xml:lang');
    return declared ? [declared] : [];
  });
}

export function resolvePost(raw: RawPost, site: string, page: Page): HeardPost {
  if (!raw.id) throw new MissingField('id');
  const base = baseOf(page);
  const key = postKey(site, raw.id);
  const lang = languageTag(raw.lang);
  const languages = lang ? [lang, ...languagesOf(page)] : languagesOf(page);
  const time = momentOf(raw.time, page.now, languages);
  const edited = momentOf(raw.editedTime, page.now, languages);
  const handle = cleanHandle(raw.author.handle);
  const name = cleanLine(raw.author.name) || handle;
  if (!name) throw new MissingField('author');
  const text = cleanText(raw.text, TEXT_CAP);
  const parentKey = raw.parentId && raw.parentId !== raw.id ? postKey(site, raw.parentId) : null;
  const post: HeardPost = {
    key,
    site,
    nativeId: key.slice(site.length + 1),
    kind: raw.kind ?? (parentKey ? 'reply' : 'post'),
    url: cleanUrl(raw.permalink, base) ?? pageAddress(page),
    threadKey: threadKey(site, raw.threadId ?? raw.id),
    threadTitle: cleanLine(raw.threadTitle ?? '', 300),
    parentKey,
    author: { name, handle, url: cleanUrl(raw.author.href, base) },
    text,
    lang,
    postedAt: time?.at ?? null,
    postedAtSource: time?.source ?? null,
  };
  if (parentKey && raw.parentInferred) post.parentInferred = true;
  const quotes = cleanQuotes(raw.quotes);
  if (quotes) post.quotes = quotes;
  const counts = cleanCounts(raw.counts);
  if (counts) post.counts = counts;
  const media = cleanMedia(raw.media, base);
  if (media) post.media = media;
  const mentions = raw.mentions?.map((m) => cleanHandle(m)).filter((m) => m !== null);
  if (mentions?.length) post.mentions = [...new Set(mentions)].slice(0, 100);
  if (edited) post.editedAt = edited.at;
  if (raw.sponsored) post.sponsored = true;
  if (raw.truncated || text.length >= TEXT_CAP) post.truncated = true;
  return post;
}

export function resolveThread(raw: RawThread, site: string, page: Page): HeardThread {
  return {
    key: threadKey(site, raw.id),
    url: cleanUrl(raw.href, baseOf(page)) ?? pageAddress(page),
    title: cleanLine(raw.title, 300),
    claimed: isCount(raw.expected) ? raw.expected : null,
  };
}

function cleanQuotes(raw: RawPost['quotes']): Quote[] | undefined {
  const quotes: Quote[] = [];
  for (const { author, text } of raw?.slice(0, MOST_QUOTES) ?? []) {
    const words = cleanText(text, TEXT_CAP);
    const name = cleanLine(author ?? '');
    if (words) quotes.push(name ? { author: name, text: words } : { text: words });
  }
  return quotes.length ? quotes : undefined;
}

function cleanCounts(raw: RawPost['counts']): Counts | undefined {
  const counts: Counts = {};
  for (const name of ['replies', 'likes', 'shares'] as const) {
    const value = raw?.[name];
    if (isCount(value)) counts[name] = value;
  }
  return Object.keys(counts).length ? counts : undefined;
}

function isCount(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function cleanMedia(raw: RawPost['media'], base: string): Media[] | undefined {
  const media: Media[] = [];
  for (const { alt, href } of raw?.slice(0, MOST_MEDIA) ?? []) {
    const url = cleanUrl(href, base);
    if (!url || media.some((m) => m.url === url)) continue;
    const words = cleanText(alt ?? '', 2000);
    media.push(words ? { alt: words, url } : { url });
  }
  return media.length ? media : undefined;
}

const tags = new Map<string, string | null>();
function languageTag(written: string | null | undefined): string | null {
  if (!written || written.length > 35) return null;
  let tag = tags.get(written);
  if (tag === undefined) {
    try {
      tag = Intl.getCanonicalLocales(written.trim().replaceAll('_', '-'))[0] ?? null;
    } catch {
      tag = null;
    }
    if (tag && /^(und|zxx|qm\w|qht|qct|qst|art)\b/i.test(tag)) tag = null;
    if (tags.size < 500) tags.set(written, tag);
  }
  return tag;
}
