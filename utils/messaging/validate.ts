/**
 * What a message from a page must look like. A page cannot send one, but its process can be taken over: sizes are capped,
 * addresses are http(s), keys belong to the site that the browser says was read. Only the background loads this.
 */
import * as v from 'valibot';
import type { CaptureBatch } from '../core/capture';
import type { SiteHealth } from '../core/desk';
import type { HeardPost, PostKey } from '../core/post';
import { type HeardProfile, LONGEST_ALT, LONGEST_BIO, MOST_LINKS } from '../core/profile';

const MOST_POSTS = 1_000;
const MOST_THREADS = 1_000;
const DEEPEST = 8;
const LATEST_TIME = 8_640_000_000_000_000;

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const filled = (longest: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(longest));
const time = v.pipe(v.number(), v.integer(), v.minValue(-LATEST_TIME), v.maxValue(LATEST_TIME));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const address = v.pipe(
  v.string(),
  v.maxLength(8_192),
  v.check((url) => /^https?:\/\//i.test(url) && URL.canParse(url)),
);

const author = { name: text(1_000), handle: v.nullable(text(500)), url: v.nullable(address) };

const Heard = v.strictObject({
  key: filled(512),
  site: filled(256),
  nativeId: filled(512),
  kind: v.picklist(['post', 'reply', 'review']),
  url: address,
  threadKey: filled(512),
  threadTitle: text(2_000),
  parentKey: v.nullable(filled(512)),
  parentInferred: v.exactOptional(v.boolean()),
  author: v.strictObject(author),
  text: text(131_072),
  quotes: v.exactOptional(
    v.pipe(v.array(v.strictObject({ author: v.exactOptional(text(1_000)), text: text(131_072) })), v.maxLength(200)),
  ),
  lang: v.nullable(text(64)),
  postedAt: v.nullable(time),
  postedAtSource: v.nullable(v.picklist(['machine', 'id', 'relative'])),
  counts: v.exactOptional(
    v.strictObject({
      replies: v.exactOptional(count),
      likes: v.exactOptional(count),
      shares: v.exactOptional(count),
    }),
  ),
  media: v.exactOptional(
    v.pipe(v.array(v.strictObject({ alt: v.exactOptional(text(10_000)), url: address })), v.maxLength(200)),
  ),
  mentions: v.exactOptional(v.pipe(v.array(text(500)), v.maxLength(500))),
  editedAt: v.exactOptional(time),
  sponsored: v.exactOptional(v.boolean()),
  truncated: v.exactOptional(v.boolean()),
});

const Profile = v.strictObject({
  site: filled(256),
  ...author,
  bio: text(LONGEST_BIO),
  links: v.pipe(v.array(address), v.maxLength(MOST_LINKS)),
  avatar: v.exactOptional(text(LONGEST_ALT)),
});

const Claim = v.strictObject({
  key: filled(512),
  url: v.union([address, v.literal('')]),
  title: text(2_000),
  claimed: v.nullable(count),
});

const Exposure = v.strictObject({
  posts: v.pipe(count, v.maxValue(100_000)),
  authors: v.pipe(count, v.maxValue(100_000)),
});

const Health = v.strictObject({
  site: filled(256),
  adapter: filled(256),
  at: time,
  onPage: count,
  read: count,
  missing: v.record(v.pipe(v.string(), v.maxLength(100)), count),
  faults: count,
  capped: v.exactOptional(v.boolean()),
});

const Envelope = v.strictObject({
  site: filled(256),
  pageUrl: address,
  posts: v.pipe(v.array(v.unknown()), v.maxLength(MOST_POSTS)),
  threads: v.pipe(v.array(v.unknown()), v.maxLength(MOST_THREADS)),
  exposure: v.unknown(),
  health: v.unknown(),
  profile: v.exactOptional(v.unknown()),
});

/** A field added to the vocabulary and not here would be refused at run time: this line refuses it at compile time. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
const inStep: [
  Same<v.InferOutput<typeof Heard>, HeardPost>,
  Same<v.InferOutput<typeof Health>, SiteHealth>,
  Same<v.InferOutput<typeof Profile>, HeardProfile>,
] = [true, true, true];
void inStep;

export interface ValidBatch {
  batch: CaptureBatch;
  /** Keys of what is no post, where they could be read. */
  refused: PostKey[];
  /** How many parts were refused. */
  faults: number;
}

/** Whether a site with an adapter of its own lives at an origin. */
export type IsHome = (site: string, origin: string) => boolean;

/** The batch with what is right in it, or null where nothing is. `origin`: the sender's, as the browser says it. */
export function parseBatch(input: unknown, origin: string, isHome: IsHome): ValidBatch | null {
  if (!isPlain(input)) return null;
  const envelope = v.safeParse(Envelope, input);
  if (!envelope.success) return null;
  const { site, pageUrl } = envelope.output;
  // A platform's or any other page's site is its host, and the host must be the sender's.
  if (site !== new URL(origin).host.replace(/^www\./, '') && !isHome(site, origin)) return null;
  const refused: PostKey[] = [];
  let faults = 0;
  const posts = envelope.output.posts.flatMap((input): HeardPost[] => {
    const post = v.safeParse(Heard, input);
    if (post.success && belongs(post.output, site)) return [post.output];
    faults++;
    refused.push(...keyOf(input));
    return [];
  });
  const threads = envelope.output.threads.flatMap((input): CaptureBatch['threads'] => {
    const thread = v.safeParse(Claim, input);
    if (thread.success && thread.output.key.startsWith(`${site}:`)) return [thread.output];
    faults++;
    return [];
  });
  const exposure = v.safeParse(Exposure, envelope.output.exposure);
  const health = v.safeParse(Health, envelope.output.health);
  if (!exposure.success || !health.success) return null;
  const told = v.safeParse(v.optional(Profile), envelope.output.profile);
  const profile = told.success && told.output?.site === site ? told.output : undefined;
  if (envelope.output.profile !== undefined && !profile) faults++;
  return {
    batch: {
      ...{ site, pageUrl, posts, threads, exposure: exposure.output, health: { ...health.output, site } },
      ...(profile && { profile }),
    },
    refused,
    faults,
  };
}

const Hello = v.strictObject({ url: v.pipe(v.string(), v.maxLength(65_536)) });

export function parseHello(input: unknown): { url: string } | null {
  if (!isPlain(input)) return null;
  const hello = v.safeParse(Hello, input);
  return hello.success ? hello.output : null;
}

const Box = {
  keys: v.pipe(v.array(filled(512)), v.maxLength(300)),
  sure: v.boolean(),
  lang: v.nullable(text(64)),
};
const Asked = v.strictObject(Box);
const Expand = v.strictObject({ ...Box, shortcut: filled(40) });
const Keys = v.pipe(v.array(filled(512)), v.maxLength(300));
const AskedMarks = v.strictObject({ accounts: Keys, posts: Keys });
const AskedCard = v.strictObject({ account: filled(512) });
const AskedNotes = v.strictObject({ key: filled(512) });
const Noted = v.strictObject({
  kind: v.picklist(['post', 'person']),
  key: filled(512),
  text: text(20_000),
  tags: v.pipe(v.array(text(200)), v.maxLength(50)),
  quote: v.exactOptional(text(5_000)),
});
const Put = v.strictObject({ postKey: filled(512), draft: filled(2_000), text: filled(50_000) });

/** A question about a reply box, with those posts only that belong to the site that asks. */
export function parseBox(input: unknown, origin: string, isHome: IsHome): v.InferOutput<typeof Asked> | null {
  return ofSite(Asked, input, origin, isHome);
}

export function parseExpand(input: unknown, origin: string, isHome: IsHome): v.InferOutput<typeof Expand> | null {
  return ofSite(Expand, input, origin, isHome);
}

function ofSite<Shape extends v.InferOutput<typeof Asked>>(
  shape: v.GenericSchema<unknown, Shape>,
  input: unknown,
  origin: string,
  isHome: IsHome,
): Shape | null {
  const asked = isPlain(input) ? v.safeParse(shape, input) : null;
  if (!asked?.success) return null;
  return { ...asked.output, keys: asked.output.keys.filter((key) => isOfSite(key, origin, isHome)) };
}

export function parsePut(input: unknown, origin: string, isHome: IsHome): v.InferOutput<typeof Put> | null {
  const put = isPlain(input) ? v.safeParse(Put, input) : null;
  return put?.success && isOfSite(put.output.postKey, origin, isHome) ? put.output : null;
}

/** A question about people and posts of a page: what belongs to other sites is not answered. */
export function parseMarks(input: unknown, origin: string, isHome: IsHome): v.InferOutput<typeof AskedMarks> | null {
  const asked = isPlain(input) ? v.safeParse(AskedMarks, input) : null;
  if (!asked?.success) return null;
  const own = (key: string) => isOfSite(key, origin, isHome);
  return { accounts: asked.output.accounts.filter(own), posts: asked.output.posts.filter(own) };
}

export function parseCard(input: unknown, origin: string, isHome: IsHome): { account: string } | null {
  const asked = isPlain(input) ? v.safeParse(AskedCard, input) : null;
  return asked?.success && isOfSite(asked.output.account, origin, isHome) ? asked.output : null;
}

export function parseNotes(input: unknown, origin: string, isHome: IsHome): { key: string } | null {
  const asked = isPlain(input) ? v.safeParse(AskedNotes, input) : null;
  return asked?.success && isOfSite(asked.output.key, origin, isHome) ? asked.output : null;
}

export function parseNote(input: unknown, origin: string, isHome: IsHome): v.InferOutput<typeof Noted> | null {
  const noted = isPlain(input) ? v.safeParse(Noted, input) : null;
  return noted?.success && isOfSite(noted.output.key, origin, isHome) ? noted.output : null;
}

function isOfSite(key: PostKey, origin: string, isHome: IsHome): boolean {
  const host = new URL(origin).host.replace(/^www\./, '');
  return key.startsWith(`${host}:`) || isHome(key.slice(0, key.indexOf(':')), origin);
}

function belongs(post: HeardPost, site: string): boolean {
  const own = `${site}:`;
  if (post.site !== site || !post.key.startsWith(own) || !post.threadKey.startsWith(own)) return false;
  return post.parentKey === null || (post.parentKey.startsWith(own) && post.parentKey !== post.key);
}

function keyOf(input: unknown): PostKey[] {
  const key: unknown = input instanceof Object ? Reflect.get(input, 'key') : null;
  return typeof key === 'string' && key.length <= 512 ? [key] : [];
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Plain data, no deeper than any message of ours, without names that reach for prototypes. */
export function isPlain(input: unknown): boolean {
  const waiting: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }];
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    const { value, depth } = item;
    if (typeof value === 'function' || typeof value === 'symbol') return false;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= DEEPEST) return false;
    const prototype: unknown = Object.getPrototypeOf(value);
    if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return false;
    for (const name of Object.keys(value)) {
      if (FORBIDDEN.has(name)) return false;
      waiting.push({ value: (value as Record<string, unknown>)[name], depth: depth + 1 });
    }
  }
  return true;
}
