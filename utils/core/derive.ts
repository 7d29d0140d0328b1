/** What follows from a post and from who we are: whether it is ours, and whether it is a mention. */
import type { Watch } from './desk';
import { accountKey, digest } from './keys';
import { fold } from './normalize';
import type { Author, KeptPost, Post } from './post';
import { asks, isEmptyQuery, parseQuery, prepare, type Query } from './query';
import { phrase } from './query-parser';
import { isName } from './quote';
import type { OurAccount, Settings } from './settings';

/** Who we are and what we watch, made ready to look at many posts. */
export interface Lens {
  us: readonly { site: string | null; handle: string; isName: boolean }[];
  queries: readonly Query[];
  /** Digest of what it was made from: another one, and stored posts have to be looked at again. */
  version: string;
}

type WhoWeAre = Pick<Settings, 'us' | 'brands'>;

export function makeLens(settings: WhoWeAre, watches: readonly Pick<Watch, 'query'>[]): Lens {
  const brands = settings.brands.map((brand) => phrase(brand)).filter((query) => query !== null);
  const asked = watches
    .map(({ query }) => parseQuery(query, { between: 'any' }))
    .filter((query) => !isEmptyQuery(query));
  return {
    us: settings.us.flatMap(ourAccount),
    queries: [...brands, ...asked],
    version: digest(JSON.stringify([settings.us, settings.brands, watches.map(({ query }) => query)])),
  };
}

function ourAccount({ site, handle }: OurAccount): Lens['us'] {
  const folded = fold(handle).replace(/^@+/, '');
  // Handles hold no spaces: with one, it is the name shown that was given.
  return folded === '' ? [] : [{ site, handle: folded, isName: folded.includes(' ') }];
}

/** Whether an author is one of us. A name shown can be taken by anyone: where the site shows handles, the handle decides. */
export function isUs(lens: Pick<Lens, 'us'>, site: string, author: Pick<Author, 'name' | 'handle'>): boolean {
  const handle = author.handle === null ? null : fold(author.handle);
  const name = fold(author.name);
  return lens.us.some((our) => {
    if (our.site !== null && our.site !== site) return false;
    if (our.isName || handle === null) return name === our.handle;
    return isSameHandle(handle, our.handle, site);
  });
}

/** `ana` on host `taza.example` is also called `ana@taza.example`. */
function isSameHandle(a: string, b: string, site: string): boolean {
  return a === b || a === `${b}@${site}` || b === `${a}@${site}`;
}

/** Copies of a message shorter than this are chance. */
const SHORTEST_COPY = 20;

/** What a post is, besides where it stands on the desk. */
export type DerivedPost = KeptPost & Pick<Post, 'at' | 'authorKey' | 'ours' | 'mention' | 'part' | 'said'>;

/** The fields `derive` sets: where they are the same, the post is as it was. */
export const DERIVED = ['at', 'authorKey', 'ours', 'mention', 'part', 'said'] as const;

/** `parentAuthor`: who wrote the post it answers, where that is held. */
export function derive(kept: KeptPost, lens: Lens, parentAuthor?: Pick<Author, 'name' | 'handle'>): DerivedPost {
  const ours = isUs(lens, kept.site, kept.author);
  const mention = !ours && !kept.sponsored && (isToUs(kept, lens, parentAuthor) || isWatched(kept, lens));
  return withRole(
    {
      ...kept,
      // Nothing is posted after it was seen: a clock or a time zone is wrong somewhere.
      at: Math.min(kept.postedAt ?? kept.firstSeenAt, kept.firstSeenAt),
      authorKey: accountKey(kept.site, kept.author),
      ours: ours ? 1 : 0,
      mention: 0,
    },
    mention,
  );
}

/** The post as a mention, or as none, with what follows from it. */
export function withRole<P extends DerivedPost>(post: P, mention: boolean): P {
  const { part: _part, said: _said, ...rest } = post;
  return {
    ...rest,
    mention: mention ? 1 : 0,
    ...((mention || post.ours === 1) && { part: post.threadKey }),
    ...(mention &&
      post.text.length >= SHORTEST_COPY && { said: digest(`${post.authorKey}\n${fold(post.text.slice(0, 2_000))}`) }),
  } as P;
}

function isWatched(post: KeptPost, lens: Lens): boolean {
  if (lens.queries.length === 0) return false;
  const prepared = prepare(post);
  return lens.queries.some((query) => asks(query, prepared));
}

function isToUs(post: KeptPost, lens: Lens, parentAuthor?: Pick<Author, 'name' | 'handle'>): boolean {
  if (lens.us.length === 0) return false;
  if (parentAuthor && isUs(lens, post.site, parentAuthor)) return true;
  const here = lens.us.filter(({ site }) => site === null || site === post.site);
  if (here.length === 0) return false;
  const called = [...(post.mentions ?? []), ...calledIn(post.text)].map((handle) => fold(handle).replace(/^@+/, ''));
  const quoted = (post.quotes ?? []).flatMap(({ author }) => (author === undefined ? [] : [author]));
  return here.some(
    (our) =>
      called.some((handle) => isSameHandle(handle, our.handle, post.site)) ||
      quoted.some((name) => isName(name, { name: our.handle, handle: null })),
  );
}

/** Handles called in the text: `@ana`, `@ana@taza.example`. An address of mail is none. */
function calledIn(text: string): string[] {
  const found = text.matchAll(
    /(?<![\p{L}\p{N}_./@])@([\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,80}[\p{L}\p{N}_])?(?:@[\p{L}\p{N}.-]{1,80}[\p{L}\p{N}])?)/gu,
  );
  return [...found].map((match) => match[1] as string);
}
