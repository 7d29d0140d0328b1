/** The pulse of a stretch of days beside another, or of one community beside another. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { fold } from '../analysis/themes/fold';
import type { Post, PostKey } from '../core/post';
import type { Theme } from '../core/theme';
import type { TertuliaDatabase } from '../store/schema';
import { readSettings } from '../store/settings';
import { live } from './live';
import { rangeAsked } from './pulse-range';
import { formsOf, type Said, standOut, usesOf } from './pulse-words';
import { nameOf } from './theme-view';

export const DAY = 86_400_000;

export interface Asked {
  days: 1 | 7 | 30;
  /** Days of the user's choice instead. */
  range?: Range | null;
  /** As many days before, other days, or another community in the same days. */
  beside: 'before' | 'days' | 'site';
  besideRange?: Range | null;
  /** Communities compared; null: all of them (only beside the days before). */
  site: string | null;
  other: string | null;
}

/** A stretch of time: from a moment to before another. */
export interface Range {
  from: number;
  to: number;
}

export interface Heap extends Range {
  site: string | null;
  posts: number;
  people: number;
  /** The posts that were read of it, newest first. */
  keys: PostKey[];
}

export interface Moved {
  id: string;
  name: string;
  now: number;
  before: number;
  /** What was said of it now, and in the other heap. */
  keys: PostKey[];
  keysBefore: PostKey[];
}

export interface Pulse {
  now: Heap;
  before: Heap;
  rose: Moved[];
  faded: Moved[];
  /** Never said in the other heap, by three people and more. */
  fresh: Said[];
  /** Said more than in the other heap. */
  more: Said[];
  /** What people call us, and the words beside it. */
  calledUs: Said[];
  besideUs: Said[];
  /** More was held than was read. */
  capped: boolean;
}

export interface PulseModel {
  readonly asked: ReadonlySignal<Asked>;
  readonly view: ReadonlySignal<Pulse | undefined>;
  readonly sites: ReadonlySignal<string[] | undefined>;
  readonly error: ReadonlySignal<unknown>;
  /** The end of this day. */
  readonly today: number;
  ask(to: Partial<Asked>): void;
  posts(keys: readonly PostKey[]): Promise<Post[]>;
}

/** Posts of a heap that are read, newest first: a busy month is told by its latest. */
const MOST_POSTS = 4_000;
const MOST_MOVED = 6;
/** A change below it is no change, whatever the ratio. */
const LEAST_PEOPLE = 3;
const RATIO = 1.5;

/** The midnight to come, where the user lives. */
export function endOfDay(now: number): number {
  return new Date(now).setHours(24, 0, 0, 0);
}

export function openPulse(db: TertuliaDatabase, now: ReadonlySignal<number>, ends: AbortSignal): PulseModel {
  const asked = signal<Asked>({ days: 7, beside: 'before', site: null, other: null });
  // To the day's end, not the minute: else it were counted anew each minute.
  const today = endOfDay(now.peek());
  const view = live(() => {
    const what = asked.value;
    return () => readPulse(db, what, today);
  }, ends);
  const sites = live(
    () => async () => [...new Set((await db.exposure.toArray()).map(({ site }) => site))].sort(),
    ends,
  );
  return {
    asked,
    view: view.value,
    sites: sites.value,
    error: view.error,
    today,
    ask(to) {
      asked.value = { ...asked.value, ...to };
    },
    posts: async (keys) => (await db.posts.bulkGet([...keys])).filter((post) => post !== undefined),
  };
}

export async function readPulse(db: TertuliaDatabase, asked: Asked, to: number): Promise<Pulse> {
  const { own, besides: range } = rangeAsked(asked, to);
  const besides = { ...range, site: asked.beside === 'site' ? asked.other : asked.site };
  const [here, there, themes, settings] = await Promise.all([
    postsIn(db, { ...own, site: asked.site }),
    postsIn(db, besides),
    db.themes.toArray(),
    readSettings(db),
  ]);
  return pulseOf({
    now: { ...own, site: asked.site, posts: here },
    before: { ...besides, posts: there },
    themes,
    brands: settings.brands,
    most: MOST_POSTS,
  });
}

type Held = { from: number; to: number; site: string | null; posts: readonly Post[] };

/** Pure: two heaps of posts and the themes among them. */
export function pulseOf(given: {
  now: Held;
  before: Held;
  themes: readonly Theme[];
  brands: readonly string[];
  most: number;
}): Pulse {
  const { themes, brands } = given;
  const theirs = (held: Held) => held.posts.filter((post) => post.ours === 0).slice(0, given.most);
  const [here, there] = [theirs(given.now), theirs(given.before)];
  const folded = new Set(brands.flatMap((brand) => fold(brand).split(/[^\p{L}\p{N}]+/u)).filter(Boolean));
  const people = { now: peopleOf(here), before: peopleOf(there) };
  const [uses, earlier] = [usesOf(here, folded), usesOf(there, folded)];
  const ofUs = here.filter((post) => post.mention === 1);
  const others = here.filter((post) => post.mention !== 1);
  const fresh = standOut(uses, earlier, people, { onlyNew: true });
  const known = new Set(fresh.map(({ word }) => word));
  const moved = movedOf(themes, here, there, people);
  return {
    now: heapOf(given.now, here),
    before: heapOf(given.before, there),
    rose: moved.filter(({ ratio }) => ratio >= RATIO).map(({ theme }) => theme),
    faded: moved
      .filter(({ ratio }) => ratio <= 1 / RATIO)
      .map(({ theme }) => theme)
      .reverse(),
    // With nothing to compare with everything is new: then nothing is.
    fresh: there.length === 0 ? [] : fresh,
    more: there.length === 0 ? [] : standOut(uses, earlier, people).filter(({ word }) => !known.has(word)),
    calledUs: formsOf(here, brands),
    besideUs: standOut(usesOf(ofUs, folded), usesOf(others, folded), { now: peopleOf(ofUs), before: peopleOf(others) }),
    capped: given.now.posts.length > given.most || given.before.posts.length > given.most,
  };
}

/** People of each theme in both heaps, against as many people heard: the most grown first, the most shrunk last. */
function movedOf(
  themes: readonly Theme[],
  here: readonly Post[],
  there: readonly Post[],
  people: { now: number; before: number },
): { theme: Moved; ratio: number }[] {
  const [now, before] = [byKey(here), byKey(there)];
  const scale = people.before === 0 ? 1 : people.now / people.before;
  return themes
    .filter((theme) => !theme.mergedInto && !theme.notTheme)
    .map((theme) => {
      const said = theme.postKeys.flatMap((key) => now.get(key) ?? []);
      const earlier = theme.postKeys.flatMap((key) => before.get(key) ?? []);
      const moved = {
        id: theme.id,
        name: nameOf(theme),
        now: peopleOf(said),
        before: peopleOf(earlier),
        keys: said.map((post) => post.key),
        keysBefore: earlier.map((post) => post.key),
      };
      return { theme: moved, ratio: (moved.now + 0.5) / (moved.before * scale + 0.5) };
    })
    .filter(({ theme }) => Math.max(theme.now, theme.before) >= LEAST_PEOPLE)
    .sort((a, b) => b.ratio - a.ratio || b.theme.now - a.theme.now)
    .filter((_, i, all) => i < MOST_MOVED || i >= all.length - MOST_MOVED);
}

async function postsIn(
  db: TertuliaDatabase,
  { from, to, site }: { from: number; to: number; site: string | null },
): Promise<Post[]> {
  const within = site
    ? db.posts.where('[site+at]').between([site, from], [site, to], true, false)
    : db.posts.where('at').between(from, to, true, false);
  const posts = await within
    .reverse()
    .limit(MOST_POSTS + 1)
    .toArray();
  return posts.filter((post) => !post.sponsored);
}

const byKey = (posts: readonly Post[]) => new Map(posts.map((post) => [post.key, post]));
const peopleOf = (posts: readonly Post[]) => new Set(posts.map((post) => post.authorKey)).size;
const heapOf = ({ from, to, site }: Held, read: readonly Post[]): Heap => ({
  from,
  to,
  site,
  posts: read.length,
  people: peopleOf(read),
  keys: read.map((post) => post.key),
});
