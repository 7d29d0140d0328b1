/** What the popup says of the page it stands on, from rows of the store: pure. */
import type { SiteHealth } from '../core/desk';
import type { AccountKey, Post, PostKey } from '../core/post';
import type { Theme } from '../core/theme';
import { nameOf, sectionOfTheme, type Voice } from './theme-view';

/** The page under the popup. */
export type PageState =
  | { kind: 'looking' }
  /** The browser lets nobody read it, or there is nothing to read. */
  | { kind: 'unreadable'; why: 'browser' | 'shop' | 'file' | 'none' }
  /** Not listening here. `granted`: the browser would not ask again. */
  | { kind: 'silent'; host: string; pattern: string; granted: boolean }
  /** Allowed, but no script answers: the page was open before. */
  | { kind: 'asleep'; host: string; pattern: string }
  | {
      kind: 'heard';
      siteName: string;
      pattern: string;
      /** false: read once, at the user's word. */
      listening: boolean;
      health: SiteHealth;
      /** The adapter was seen working on the live site. */
      confirmed: boolean;
    };

export interface WaitingHere {
  post: Post;
  since: number;
}

/** Somebody outside our team who answered somebody who waits. */
export interface HelperHere extends Voice {
  words: string;
  lang: string | null;
}

export interface Here {
  /** Posts on this page that wait for us, the longest first. */
  waiting: WaitingHere[];
  /** People who speak for the first time and have no answer. */
  newcomers: Voice[];
  helper: HelperHere | null;
  theme: { id: string; name: string; lang: string | null } | null;
}

/** What the store knows beside the posts of the page. */
export interface Beside {
  themes: readonly Theme[];
  /** Authors with no post but those on this page. */
  firstHeard: ReadonlySet<AccountKey>;
  /** Posts that want an answer, as far as they were read; an opening post does without being read. */
  wantAnswer: ReadonlySet<PostKey>;
  /** Posts that somebody answered, on this page or elsewhere. */
  answered: ReadonlySet<PostKey>;
  /** Posts that the answers on the page answer, by key. */
  parents: ReadonlyMap<PostKey, Post>;
  now: number;
}

const MOST_NEWCOMERS = 2;
/** A greeting after two weeks is late, and who wrote years ago is no newcomer. */
const NEW_FOR = 14 * 24 * 3_600_000;
const SHORT_WORDS = 60;

/** Sentences people would call short; longer ones are cut at a word. */
export function shortWords(text: string, most = SHORT_WORDS): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line.replace(/[.。]$/, '');
  const first = /^.{12,}?[.!?…](?=\s)/u.exec(line)?.[0];
  if (first && first.length <= most) return first.replace(/\.$/, '');
  const cut = line.lastIndexOf(' ', most);
  return `${line.slice(0, cut > most / 2 ? cut : most)}…`;
}

export function hereOf(posts: readonly Post[], beside: Beside): Here {
  const waiting = posts
    .filter((post) => post.waitsSince !== undefined)
    .map((post) => ({ post, since: post.waitsSince! }))
    .sort((a, b) => a.since - b.since);
  return {
    waiting,
    newcomers: newcomersOf(posts, beside),
    helper: helperOf(posts, beside),
    theme: themeOf(posts, beside),
  };
}

function newcomersOf(posts: readonly Post[], { firstHeard, wantAnswer, answered, now }: Beside): Voice[] {
  const silent = posts.filter(
    (post) =>
      !post.ours &&
      !post.sponsored &&
      post.waitsSince === undefined &&
      now - post.at < NEW_FOR &&
      firstHeard.has(post.authorKey) &&
      (post.kind === 'post' || wantAnswer.has(post.key)) &&
      !answered.has(post.key),
  );
  // Somebody with an answer to any of their posts is not alone.
  const helped = new Set(posts.filter((post) => answered.has(post.key)).map((post) => post.authorKey));
  const voices = new Map<AccountKey, Voice>();
  for (const post of silent) {
    if (!helped.has(post.authorKey)) voices.set(post.authorKey, { id: post.authorKey, name: post.author.name });
  }
  return [...voices.values()].slice(0, MOST_NEWCOMERS);
}

/** The latest of them: one is a pleasure to see, a list would be a table. */
function helperOf(posts: readonly Post[], { parents }: Beside): HelperHere | null {
  const helpers = posts.filter((post) => {
    const parent = post.parentKey === null ? undefined : parents.get(post.parentKey);
    return parent?.mention === 1 && !parent.ours && !post.ours && !post.mention && post.authorKey !== parent.authorKey;
  });
  const last = helpers.sort((a, b) => b.at - a.at)[0];
  if (!last) return null;
  return { id: last.authorKey, name: last.author.name, words: shortWords(last.text), lang: last.lang };
}

function themeOf(posts: readonly Post[], { themes, now }: Beside): Here['theme'] {
  const keys = new Set(posts.map((post) => post.key));
  const shown = themes
    .filter((theme) => sectionOfTheme(theme, now) === 'emerging' && theme.postKeys.some((key) => keys.has(key)))
    .sort((a, b) => b.evidence.people - a.evidence.people)[0];
  if (!shown) return null;
  const carrier = posts.find((post) => shown.quoteKeys.includes(post.key));
  return { id: shown.id, name: nameOf(shown), lang: shown.name ? null : (carrier?.lang ?? null) };
}
