/** What a theme's page says beyond its line: tone and its change, languages, what is near it, what answers it. Pure. */

import { fold } from '../analysis/themes/fold';
import type { SavedReply } from '../core/draft';
import type { AccountKey, Post, PostKey, ThreadKey } from '../core/post';
import type { Reading, ToneLabel } from '../core/reading';
import type { Theme } from '../core/theme';
import { rankSaved } from '../replies/rank-saved';
import { localDay } from '../store/exposure';
import { usesOf } from './pulse-words';
import { nameOf } from './theme-view';

/** A part of a theme's posts, as a figure on the page names it. */
export type Slice =
  | { by: 'all' }
  | { by: 'lang'; lang: string | null }
  | { by: 'tone'; tone: ToneLabel | null }
  | { by: 'day'; at: number }
  | { by: 'person'; id: AccountKey; name: string }
  | { by: 'thread'; key: ThreadKey; title: string }
  /** Its posts by people who also speak of another theme. */
  | { by: 'shared'; name: string; people: readonly AccountKey[] }
  /** A step of the line of its tone. */
  | { by: 'step'; from: number; to: number; tone?: ToneLabel }
  /** Its posts of the last 24 hours, or of the 24 before. */
  | { by: 'lately'; from: number; to: number; isLast: boolean }
  /** Posts like its own from before it began. */
  | { by: 'before' }
  /** Everything seen on a day. */
  | { by: 'seen'; at: number }
  /** What decided: everything seen of late when it came up, and what of that spoke of it. */
  | { by: 'heard' }
  | { by: 'said' };

/** What a slice is cut from. */
export interface Sliced {
  /** By time. */
  posts: readonly Post[];
  /** Like its own, from before it began. */
  earlier: readonly Post[];
  tones: ReadonlyMap<PostKey, ToneLabel | null>;
  /** Posts seen, where the slice is of those. */
  seen?: readonly Post[];
}

/** A day of a timeline is one of the world's clock: its steps begin at midnight there. */
const DAY = 86_400_000;

export function postsOfSlice({ posts, earlier, tones, seen = [] }: Sliced, slice: Slice): Post[] {
  switch (slice.by) {
    case 'all':
      return [...posts];
    case 'lang':
      return posts.filter((post) => primary(post.lang) === slice.lang);
    case 'tone':
      return posts.filter((post) => (tones.get(post.key) ?? null) === slice.tone);
    case 'day':
      return [...earlier, ...posts].filter((post) => post.at >= slice.at && post.at < slice.at + DAY);
    case 'person':
      return posts.filter((post) => post.authorKey === slice.id);
    case 'thread':
      return posts.filter((post) => post.threadKey === slice.key);
    case 'shared':
      return posts.filter((post) => slice.people.includes(post.authorKey));
    case 'step':
      return posts.filter(
        (post) => post.at >= slice.from && post.at <= slice.to && (!slice.tone || tones.get(post.key) === slice.tone),
      );
    case 'lately':
      return posts.filter((post) => post.at > slice.from && post.at <= slice.to);
    case 'before':
      return [...earlier];
    case 'seen':
    case 'heard':
      return [...seen];
    case 'said': {
      const inSight = new Set(seen.map((post) => post.key));
      return posts.filter((post) => inSight.has(post.key));
    }
  }
}

export interface ToneView {
  /** Commonest first; null: it could not be told. */
  shares: { tone: ToneLabel | null; posts: number }[];
  /** Against the first half of its posts; null where too few say anything. */
  change: 'kinder' | 'harsher' | 'same' | null;
}

/** Each half must have so many posts with a tone before a change is spoken of. */
const LEAST_TONES = 4;
/** And so much of them must have changed. */
const LEAST_CHANGE = 0.2;

/** `posts` by time. */
export function toneOf(posts: readonly Post[], tones: ReadonlyMap<PostKey, ToneLabel | null>): ToneView {
  const counts = new Map<ToneLabel | null, number>();
  for (const post of posts) {
    const tone = tones.get(post.key) ?? null;
    counts.set(tone, (counts.get(tone) ?? 0) + 1);
  }
  const told = posts.flatMap((post) => tones.get(post.key) ?? []);
  const half = Math.floor(told.length / 2);
  const early = told.slice(0, half);
  const late = told.slice(half);
  const shares = [...counts]
    .map(([tone, n]) => ({ tone, posts: n }))
    .sort((a, b) => Number(a.tone === null) - Number(b.tone === null) || b.posts - a.posts);
  if (early.length < LEAST_TONES) return { shares, change: null };
  const change = mood(late) - mood(early);
  return { shares, change: change > LEAST_CHANGE ? 'kinder' : change < -LEAST_CHANGE ? 'harsher' : 'same' };
}

function mood(tones: readonly ToneLabel[]): number {
  const kind = tones.filter((tone) => tone === 'positive').length;
  const harsh = tones.filter((tone) => tone === 'negative').length;
  return (kind - harsh) / tones.length;
}

export function langsOf(posts: readonly Post[]): { lang: string | null; posts: number }[] {
  const counts = new Map<string | null, number>();
  for (const post of posts) counts.set(primary(post.lang), (counts.get(primary(post.lang)) ?? 0) + 1);
  return [...counts]
    .map(([lang, n]) => ({ lang, posts: n }))
    .sort((a, b) => Number(a.lang === null) - Number(b.lang === null) || b.posts - a.posts);
}

const primary = (lang: string | null) => lang?.split('-')[0]?.toLowerCase() ?? null;

export interface NearTheme {
  id: string;
  name: string;
  lastAt: number;
  /** It was over before this one began. */
  earlier: boolean;
  /** People who speak of both. */
  people: AccountKey[];
}

const MOST_NEAR = 4;
const LEAST_NEAR = 0.12;

/** Themes that share words or people with it, the nearest first. */
export function nearThemes(theme: Theme, all: readonly Theme[]): NearTheme[] {
  const words = wordsOf(theme);
  const people = new Set(theme.authorKeys);
  return all
    .filter((other) => other.id !== theme.id && !other.mergedInto && !other.notTheme)
    .map((other) => {
      const shared = other.authorKeys.filter((who) => people.has(who));
      const known = wordsOf(other);
      const common = [...known].filter((word) => words.has(word)).length;
      const likeness =
        common / Math.max(1, Math.min(words.size, known.size)) +
        (0.5 * shared.length) / Math.max(1, Math.min(people.size, other.authorKeys.length));
      return { other, shared, likeness };
    })
    .filter(({ likeness }) => likeness >= LEAST_NEAR)
    .sort((a, b) => b.likeness - a.likeness || b.other.lastAt - a.other.lastAt)
    .slice(0, MOST_NEAR)
    .map(({ other, shared }) => ({
      id: other.id,
      name: nameOf(other),
      lastAt: other.lastAt,
      earlier: other.lastAt < theme.startedAt,
      people: shared,
    }));
}

function wordsOf({ terms }: Theme): Set<string> {
  return new Set(
    terms.flatMap((term) => term.toLocaleLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 3),
  );
}

/** Posts a saved reply is tried on. */
const TRIED = 6;

/** The saved reply that suits most of what is asked; null where none does. */
export function savedFor(
  posts: readonly Post[],
  readings: ReadonlyMap<PostKey, Reading>,
  savedReplies: readonly SavedReply[],
  now: number,
): SavedReply | null {
  const scores = new Map<SavedReply, number>();
  for (const post of posts.slice(0, TRIED)) {
    const reading = readings.get(post.key) ?? null;
    const context = { post, reading, thread: [post], ourName: '', brands: [], savedReplies: [...savedReplies], now };
    for (const { saved, score } of rankSaved(context, primary(post.lang) ?? 'en')) {
      scores.set(saved, (scores.get(saved) ?? 0) + score);
    }
  }
  return [...scores].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Words that cut a theme in two: each with the posts that hold it, where that is some and not all. */
export function cutsOf(theme: Theme, posts: readonly Post[]): { word: string; keys: PostKey[] }[] {
  return theme.terms
    .map((word) => {
      const low = word.toLocaleLowerCase();
      return {
        word,
        keys: posts.filter((post) => post.text.toLocaleLowerCase().includes(low)).map((post) => post.key),
      };
    })
    .filter(({ keys }) => keys.length > 0 && keys.length < posts.length);
}

const MOST_TERMS = 4;

/** Words that tell picked posts from the rest of their theme, the surest first: what the part is called and known by. */
export function wordsOfPicked(picked: readonly Post[], rest: readonly Post[]): string[] {
  const [mine, others] = [usesOf(picked, new Set()), usesOf(rest, new Set())];
  return [...mine]
    .map(([hash, { word, people }]) => {
      const beside = (others.get(hash)?.people.size ?? 0) / Math.max(1, rest.length);
      return { word, gain: people.size / picked.length - beside, people: people.size };
    })
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain || b.word.length - a.word.length || (a.word < b.word ? -1 : 1))
    .filter(({ word }, i, all) => !all.slice(0, i).some((before) => fold(before.word).includes(fold(word))))
    .slice(0, MOST_TERMS)
    .map(({ word }) => word);
}

/** The part of a theme that is cut off, until the analysis has looked at it; and what is left. */
export function cut(
  theme: Theme,
  id: string,
  { word, keys, terms = [word] }: { word: string; keys: readonly PostKey[]; terms?: string[] },
  posts: readonly Post[],
): { part: Theme; rest: Theme } {
  const off = new Set(keys);
  const of = (inside: boolean) => {
    const mine = posts.filter((post) => off.has(post.key) === inside).sort((a, b) => a.at - b.at);
    const people = (day: string) =>
      new Set(mine.filter((post) => localDay(post.at) === day).map((post) => post.authorKey)).size;
    return {
      postKeys: mine.map((post) => post.key),
      authorKeys: [...new Set(mine.map((post) => post.authorKey))],
      threadKeys: [...new Set(mine.map((post) => post.threadKey))],
      sites: [...new Set(mine.map((post) => post.site))],
      langs: langsOf(mine).flatMap(({ lang }) => lang ?? []),
      quoteKeys: theme.quoteKeys.filter((key) => off.has(key) === inside),
      startedAt: mine[0]?.at ?? theme.startedAt,
      lastAt: mine.at(-1)?.at ?? theme.lastAt,
      timeline: theme.timeline.map((step) => ({ ...step, observed: people(localDay(step.at)) })),
    };
  };
  const { name, pinned, mutedUntil, splitInto, ...bare } = theme;
  const part: Theme = { ...bare, ...of(true), id, label: word, terms, splitFrom: theme.id };
  const rest: Theme = { ...theme, ...of(false), splitInto: [...(splitInto ?? []), id] };
  return { part, rest };
}
