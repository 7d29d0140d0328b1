/** What the themes screens say, from rows of the store: pure, so that every sentence can be tested. */
import type { AccountKey, Post, PostKey } from '../core/post';
import type { ToneLabel } from '../core/reading';
import type { Theme, ThemeStep } from '../core/theme';
import { diverseQuotes } from './theme-quotes';

/** Steps a timeline shows: two weeks of days. */
const STEPS = 14;
/** Posts one has usually seen before anything can be told apart from chance. */
export const USUALLY_ENOUGH = 200;

export interface Voice {
  id: AccountKey;
  name: string;
}

export interface CarriedQuote {
  key: PostKey;
  text: string;
  lang: string | null;
  who: Voice;
  site: string;
  at: number;
  url: string;
}

/** A theme in the list. */
export interface ThemeLine {
  id: string;
  name: string;
  lang: string | null;
  quote: CarriedQuote | null;
  steps: ThemeStep[];
  /** Index of the step in which it began, where that is in sight. */
  beganAt: number | null;
  people: number;
  threads: number;
  sites: number;
  /** Usual number of people for as many posts seen, as a range of whole people. */
  usual: { low: number; high: number };
  startedAt: number;
  /** How many people's posts of it wait for us. */
  waiting: number;
  pinned: boolean;
  phase: Theme['phase'];
  mutedUntil: number | null;
}

export interface ThemesView {
  /** Posts seen since the beginning of the window, and when that was. */
  seen: number;
  since: number;
  emerging: ThemeLine[];
  /** Fewer people, or less sure: worth an eye, not an alert. */
  perhaps: ThemeLine[];
  steady: ThemeLine[];
  muted: ThemeLine[];
  /** The user said of them that they are none; the latest first. */
  rejected: { id: string; name: string }[];
}

/** The user's name for it, else the people's; a theme whose words are not known yet goes by what it is recognised by. */
export function nameOf(theme: Theme): string {
  return theme.name || theme.label || theme.terms.slice(0, 2).join(' · ') || '…';
}

/** More people today than is usual: it may have stopped growing, but it is no everyday talk. */
function isBeyondUsual({ timeline }: Theme): boolean {
  const last = timeline.at(-1);
  return last !== undefined && last.observed > last.high;
}

/** Where a theme stands in the list; null where it is not shown (merged into another, or not a theme). */
export function sectionOfTheme(theme: Theme, now: number): 'emerging' | 'perhaps' | 'steady' | 'muted' | null {
  if (theme.mergedInto || theme.notTheme) return null;
  if ((theme.mutedUntil ?? 0) > now) return 'muted';
  const rises =
    theme.phase === 'emerging' || theme.phase === 'growing' || (theme.phase === 'steady' && isBeyondUsual(theme));
  if (rises) return theme.tier === 'alert' ? 'emerging' : 'perhaps';
  return 'steady';
}

/** The last steps, and where among them the theme begins. */
function lastSteps({ timeline, startedAt }: Theme): { steps: ThemeStep[]; beganAt: number | null } {
  const steps = timeline.slice(-STEPS);
  const first = steps[0];
  if (!first || startedAt < first.at) return { steps, beganAt: null };
  const after = steps.findIndex((step) => step.at > startedAt);
  const beganAt = after === -1 ? steps.length - 1 : after - 1;
  return { steps, beganAt: beganAt > 0 ? beganAt : null };
}

const voiceOf = (post: Post): Voice => ({ id: post.authorKey, name: post.author.name });

/** Distinct people of the posts, in the order they first appear. */
export function voicesOf(posts: readonly Post[]): Voice[] {
  const voices = new Map<AccountKey, Voice>();
  for (const post of posts) if (!voices.has(post.authorKey)) voices.set(post.authorKey, voiceOf(post));
  return [...voices.values()];
}

const MOST_QUOTED = 160;
const SHORTEST_QUOTED = 60;
/** By the rules of text, not by full stops: "version 4.1" is one sentence's business. */
const SENTENCES = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** The sentence of a post that carries the theme, with what follows while there is room. People's words, never changed. */
export function carriedWords(text: string, terms: readonly string[], room = MOST_QUOTED): string {
  const sentences = [...SENTENCES.segment(text)].filter(({ segment }) => segment.trim() !== '');
  const folded = terms.map((term) => term.toLocaleLowerCase());
  const carrying = sentences.findIndex(({ segment }) => {
    const low = segment.toLocaleLowerCase();
    return folded.some((term) => low.includes(term));
  });
  const from = Math.max(0, carrying);
  const start = sentences[from]?.index ?? 0;
  const ends = sentences.slice(from).map(({ index, segment }) => index + segment.trimEnd().length);
  const end = ends.filter((each, i) => i === 0 || each - start <= room).at(-1) ?? text.length;
  const words = text.slice(start, end).trim();
  if (words.length <= room * 1.5) return words;
  const cut = words.lastIndexOf(' ', room);
  return `${words.slice(0, cut > room / 2 ? cut : room)}…`;
}

export function quoteOf(post: Post, theme: Theme): CarriedQuote {
  const text = carriedWords(post.text, theme.terms);
  return { key: post.key, text, lang: post.lang, who: voiceOf(post), site: post.site, at: post.at, url: post.url };
}

/** As `nameOf`, and where even that says nothing, the beginning of what somebody said. */
function nameFrom(theme: Theme, quoted: Post | undefined): string {
  const name = nameOf(theme);
  return name === '…' && quoted ? carriedWords(quoted.text, [], SHORTEST_QUOTED) : name;
}

/** Posts that wait for us, and whose they are. */
export type Waiters = ReadonlyMap<PostKey, AccountKey>;

const waitersAmong = (posts: ReadonlyMap<PostKey, Post>): Waiters =>
  new Map([...posts.values()].flatMap((post) => (post.waitsSince === undefined ? [] : [[post.key, post.authorKey]])));

/** `posts`: of those held of the theme the quotes at least, by key; `waiters`: where not all of them are given. */
export function lineOf(theme: Theme, posts: ReadonlyMap<PostKey, Post>, waiters = waitersAmong(posts)): ThemeLine {
  const held = theme.postKeys.flatMap((key) => posts.get(key) ?? []);
  const quoted = theme.quoteKeys.flatMap((key) => posts.get(key) ?? [])[0] ?? held[0];
  return {
    id: theme.id,
    name: nameFrom(theme, quoted),
    // A name in the people's own words has their language; one the user gave has ours.
    lang: theme.name ? null : (quoted?.lang ?? null),
    quote: quoted ? quoteOf(quoted, theme) : null,
    ...lastSteps(theme),
    people: theme.authorKeys.length,
    threads: theme.threadKeys.length,
    sites: theme.sites.length,
    usual: { low: Math.floor(theme.evidence.usual), high: Math.ceil(theme.evidence.usual) },
    startedAt: theme.startedAt,
    waiting: new Set(theme.postKeys.flatMap((key) => waiters.get(key) ?? [])).size,
    pinned: theme.pinned === true,
    phase: theme.phase,
    mutedUntil: theme.mutedUntil ?? null,
  };
}

/** The list: pinned first, then what began last; what is not rising by its last word. */
export function themesView(
  themes: readonly Theme[],
  posts: ReadonlyMap<PostKey, Post>,
  seen: { posts: number; since: number },
  now: number,
  waiters = waitersAmong(posts),
): ThemesView {
  const view: ThemesView = {
    seen: seen.posts,
    since: seen.since,
    emerging: [],
    perhaps: [],
    steady: [],
    muted: [],
    rejected: themes
      .filter((theme) => theme.notTheme && !theme.mergedInto)
      .sort((a, b) => b.lastAt - a.lastAt)
      .map((theme) => ({ id: theme.id, name: nameOf(theme) })),
  };
  const order = (a: Theme, b: Theme) =>
    Number(b.pinned ?? false) - Number(a.pinned ?? false) ||
    b.evidence.people - a.evidence.people ||
    b.lastAt - a.lastAt;
  for (const theme of themes.toSorted(order)) {
    const section = sectionOfTheme(theme, now);
    if (section) view[section].push(lineOf(theme, posts, waiters));
  }
  return view;
}

/** What somebody is to a theme. */
export type Role = 'first' | 'most' | 'bridge';

export interface Teller extends Voice {
  posts: number;
  role: Role;
  /** For a bridge: the sites or threads it ties. */
  threads: number;
}

export interface ThemeThread {
  key: string;
  title: string;
  site: string;
  posts: number;
  lang: string | null;
}

/** A theme's own page. */
export interface ThemeDetail extends ThemeLine {
  terms: string[];
  evidence: Theme['evidence'];
  first: CarriedQuote | null;
  /** The first post in another language than the first, where there is one. */
  across: CarriedQuote | null;
  quotes: CarriedQuote[];
  /** Posts of it held. */
  held: number;
  tellers: Teller[];
  others: Voice[];
  threadList: ThemeThread[];
  waitingPosts: Post[];
}

const MOST_THREADS = 6;

function tellersOf(posts: readonly Post[]): Teller[] {
  const spoken = new Map<AccountKey, Post[]>();
  for (const post of posts) spoken.set(post.authorKey, [...(spoken.get(post.authorKey) ?? []), post]);
  const all = [...spoken.values()].map((own) => ({
    ...voiceOf(own[0]!),
    posts: own.length,
    threads: new Set(own.map((post) => post.threadKey)).size,
  }));
  const tellers: Teller[] = [];
  const add = (who: (typeof all)[number] | undefined, role: Role) => {
    if (who && !tellers.some((teller) => teller.id === who.id)) tellers.push({ ...who, role });
  };
  add(all[0], 'first');
  add(all.filter((who) => who.threads > 1).sort((a, b) => b.threads - a.threads)[0], 'bridge');
  add(all.filter((who) => who.posts > 1).sort((a, b) => b.posts - a.posts)[0], 'most');
  return tellers;
}

function threadsOf(posts: readonly Post[]): ThemeThread[] {
  const threads = new Map<string, ThemeThread>();
  for (const post of posts) {
    const known = threads.get(post.threadKey);
    if (known) known.posts += 1;
    else
      threads.set(post.threadKey, {
        key: post.threadKey,
        title: post.threadTitle || carriedWords(post.text, [], 60),
        site: post.site,
        posts: 1,
        lang: post.lang,
      });
  }
  return [...threads.values()].sort((a, b) => b.posts - a.posts).slice(0, MOST_THREADS);
}

export function themeDetail(
  theme: Theme,
  posts: ReadonlyMap<PostKey, Post>,
  tones: ReadonlyMap<PostKey, ToneLabel | null> = new Map(),
): ThemeDetail {
  const held = theme.postKeys.flatMap((key) => posts.get(key) ?? []).sort((a, b) => a.at - b.at);
  const line = lineOf(theme, posts);
  const first = held[0];
  const across = first && held.find((post) => post.lang !== null && post.lang !== first.lang);
  const tellers = tellersOf(held);
  const named = new Set(tellers.map((teller) => teller.id));
  const carrying = theme.quoteKeys.flatMap((key) => posts.get(key) ?? []);
  return {
    ...line,
    terms: theme.terms.filter((term) => !line.name.toLocaleLowerCase().includes(term.toLocaleLowerCase())),
    evidence: theme.evidence,
    first: first ? quoteOf(first, theme) : null,
    across: across ? quoteOf(across, theme) : null,
    quotes: diverseQuotes(carrying, held, tones).map((post) => quoteOf(post, theme)),
    held: held.length,
    tellers,
    others: voicesOf(held).filter((voice) => !named.has(voice.id)),
    threadList: threadsOf(held),
    waitingPosts: held.filter((post) => post.waitsSince !== undefined).sort((a, b) => a.waitsSince! - b.waitsSince!),
  };
}
