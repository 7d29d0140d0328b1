/** "Are we ready?": what was said by whom and when is read once, a slice at a time, and counted. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Post, PostKey } from '../core/post';
import type { Rehearsal } from '../core/rehearsal';
import type { OurHours } from '../core/settings';
import { lastBackup } from '../keeping/automatic';

export type { Check } from '../readiness/checklist';

import { type Check, checklist, themesWithoutReply } from '../readiness/checklist';
import { type Debt, debtOf, peopleWaitingAt } from '../readiness/debt';
import { type Figures, figuresOf } from '../readiness/figures';
import {
  indexOf,
  type Period,
  periodBefore,
  type TalkHistory,
  type Utterance,
  utteranceOf,
} from '../readiness/history';
import { workClock } from '../readiness/hours';
import { storeError } from '../store/errors';
import type { TertuliaDatabase } from '../store/schema';
import { changeSettings, readSettings } from '../store/settings';

export type Span = 'week' | 'month' | 'quarter';
export const SPANS: readonly Span[] = ['week', 'month', 'quarter'];
const DAYS: Record<Span, number> = { week: 7, month: 30, quarter: 91 };
const DAY = 86_400_000;
/** Regulars are told by the 90 days before. */
const LOOK_BACK = 90 * DAY;
/** Posts a question asks for: whatever else is asked of the store meanwhile waits no longer than for so many. */
const SLICE = 500;

export type FigureName = keyof Figures | 'debt' | 'themes';

export interface ReadinessView {
  span: Span;
  period: Period;
  figures: Figures;
  before: Figures;
  debt: Debt;
  /** People who waited when the period began. */
  waitedThen: number;
  /** Who waits longest, with their words. */
  longest: Post | null;
  /** Promises still to be kept: the next day, and to whom. */
  nextPromise: { due: number; person: string } | null;
  themes: { id: string; name: string; people: number }[];
  checks: Check[];
  hours: OurHours | null;
  /** The name an account of ours is shown by. */
  nameOf: (account: string) => string;
  rehearsals: Rehearsal[];
  now: number;
}

export interface ReadinessModel {
  readonly span: ReadonlySignal<Span>;
  readonly view: ReadonlySignal<ReadinessView | undefined>;
  readonly reading: ReadonlySignal<{ done: number; total: number } | null>;
  readonly error: ReadonlySignal<unknown>;
  setSpan(span: Span): void;
  setHours(hours: OurHours | null): Promise<void>;
  /** The posts behind a figure, the first of them. */
  behind(name: FigureName): Promise<Post[]>;
  refresh(): Promise<void>;
}

const SHOWN = 100;

export function openReadiness(db: TertuliaDatabase, ends: AbortSignal, clock: () => number = Date.now): ReadinessModel {
  const span = signal<Span>('month');
  const view = signal<ReadinessView | undefined>(undefined);
  const reading = signal<{ done: number; total: number } | null>(null);
  const error = signal<unknown>(null);
  let turn = 0;

  async function refresh(): Promise<void> {
    const mine = ++turn;
    error.value = null;
    try {
      const made = await readReadiness(db, span.value, clock(), (progress) => {
        if (turn === mine) reading.value = progress;
        return turn === mine && !ends.aborted;
      });
      if (turn === mine && made) view.value = made;
    } catch (reason) {
      if (turn === mine) error.value = storeError(reason);
    } finally {
      if (turn === mine) reading.value = null;
    }
  }
  const stop = effect(() => {
    span.value;
    void refresh();
  });
  ends.addEventListener(
    'abort',
    () => {
      stop();
      turn = -1;
    },
    { once: true },
  );

  return {
    span,
    view: computed(() => view.value),
    reading,
    error,
    setSpan(to) {
      span.value = to;
    },
    async setHours(hours) {
      await changeSettings(db, (was) => {
        const { hours: _old, ...rest } = was;
        return hours ? { ...rest, hours } : rest;
      });
      await refresh();
    },
    async behind(name) {
      const found = view.value;
      if (!found) return [];
      const keys =
        name === 'debt'
          ? found.debt.waiting.map(({ key }) => key)
          : name === 'themes'
            ? []
            : found.figures[name].behind;
      const posts = await db.posts.bulkGet(keys.slice(0, SHOWN));
      return posts.filter((post) => post !== undefined);
    },
    refresh,
  };
}

/** Of those who wait, the first whose words want an answer; where none was read so, the first. */
async function whoAsks(db: TertuliaDatabase, waiting: readonly Utterance[]): Promise<Utterance | undefined> {
  const readings = await db.readings.bulkGet(waiting.map(({ key }) => key));
  const asking = readings.findIndex((one) => one?.needsReply.value === true && one.needsReply.reason !== 'addressesUs');
  return waiting[Math.max(0, asking)];
}

/** null where it was called off. */
async function readReadiness(
  db: TertuliaDatabase,
  span: Span,
  now: number,
  goOn: (progress: { done: number; total: number }) => boolean,
): Promise<ReadinessView | null> {
  const period: Period = { from: now - DAYS[span] * DAY, to: now + 1 };
  const earlier = periodBefore(period);
  const settings = await readSettings(db);
  const talk = await readTalk(db, earlier.from - LOOK_BACK, goOn);
  if (!talk) return null;
  const [promises, themes, replies, backup, rehearsals, open] = await Promise.all([
    db.promises.toArray(),
    db.themes.toArray(),
    db.savedReplies.toArray(),
    lastBackup(db),
    db.rehearsals.orderBy('at').reverse().toArray(),
    db.posts.where('[desk+deskAt]').between(['open', -Infinity], ['open', Infinity], true, true).toArray(),
  ]);
  const history: TalkHistory = { utterances: talk.utterances, promises };
  const index = indexOf(history);
  const hours = settings.hours ?? null;
  const work = workClock(hours);
  const figures = figuresOf(history, index, period, work);
  const debt = debtOf(
    open.map((post) => utteranceOf(post, true)),
    now,
  );
  const longest = await whoAsks(db, debt.waiting);
  const next = promises
    .filter(({ state, due }) => state === 'open' && due !== null && due >= now)
    .sort((a, b) => (a.due ?? 0) - (b.due ?? 0))[0];
  const [rehearsed] = rehearsals;
  return {
    span,
    period,
    figures,
    before: figuresOf(history, index, earlier, work),
    debt,
    waitedThen: peopleWaitingAt(history, index, period.from),
    longest: (longest && (await db.posts.get(longest.key))) ?? null,
    nextPromise: next?.due ? { due: next.due, person: next.person } : null,
    themes: themesWithoutReply(themes, replies, now).map(({ id, name, label, evidence }) => ({
      id,
      name: name ?? label,
      people: evidence.people,
    })),
    checks: checklist({
      themes,
      replies,
      hours,
      backupAt: backup?.at ?? null,
      rehearsed: rehearsed ? { title: rehearsed.title, at: rehearsed.at } : null,
      figures,
      now,
    }),
    hours,
    nameOf: (account) => talk.names.get(account) ?? account.slice(account.indexOf(':') + 1),
    rehearsals,
    now,
  };
}

async function readTalk(
  db: TertuliaDatabase,
  from: number,
  goOn: (progress: { done: number; total: number }) => boolean,
): Promise<{ utterances: Utterance[]; names: Map<string, string> } | null> {
  const total = await db.posts.where('at').aboveOrEqual(from).count();
  const utterances: Utterance[] = [];
  const names = new Map<string, string>();
  let since = from;
  // Among posts of one moment, which is a day where a site tells no hour: those that were read.
  let read = new Set<PostKey>();
  for (;;) {
    const began = performance.now();
    const most = SLICE + read.size;
    const found = await db.posts.where('at').aboveOrEqual(since).limit(most).toArray();
    const slice = found.filter(({ key }) => !read.has(key));
    const named = slice.filter(({ mention }) => mention === 1).map(({ key }) => key);
    const readings = await db.readings.bulkGet(named);
    const needs = new Map(readings.flatMap((one) => (one ? [[one.key, one.needsReply.value] as const] : [])));
    for (const post of slice) {
      utterances.push(utteranceOf(post, needs.get(post.key)));
      if (post.ours === 1) names.set(post.authorKey, post.author.name);
    }
    if (!goOn({ done: utterances.length, total })) return null;
    if (found.length < most) return { utterances, names };
    const { at } = found.at(-1) as Post;
    read = new Set([...(at === since ? read : []), ...slice.filter((post) => post.at === at).map(({ key }) => key)]);
    since = at;
    // The screens ask the same store.
    await new Promise((resolve) => setTimeout(resolve, (performance.now() - began) / 2));
  }
}
