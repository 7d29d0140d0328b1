/** Saying what a message is instead of what was read of it; undone like everything else. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { type CorrectedLabel, type Correction, type LabelValue, labelOf } from '../core/correction';
import type { Post, PostKey } from '../core/post';
import type { Reading } from '../core/reading';
import { correct, newestCorrections, restoreCorrections, takeBackCorrection } from '../store/corrections';
import type { TertuliaDatabase } from '../store/schema';
import { live } from './live';
import type { Panel } from './panel';
import type { Undo } from './undo';

export interface Corrections {
  correct(post: Post, label: CorrectedLabel, to: LabelValue): Promise<void>;
  /** Yes becomes no, no becomes yes. */
  turn(post: Post, reading: Reading, label: Exclude<CorrectedLabel, 'tone'>): Promise<void>;
}

export function correctionsModel(panel: Panel): Corrections {
  const { db } = panel;
  /** Similar posts follow at once. Without a worker they follow when one reads next. */
  const readAgain = () =>
    void panel.analysis
      .peek()
      ?.read()
      .catch(() => undefined);
  async function put(post: Post, label: CorrectedLabel, to: LabelValue): Promise<void> {
    let done: Awaited<ReturnType<typeof correct>> = null;
    const kept = await panel.keep(async () => {
      done = await correct(db, post.key, label, to, Date.now());
    });
    const made = done as { before: Correction | undefined; is: Correction } | null;
    if (!kept || !made) return;
    readAgain();
    panel.undo.did({ kind: 'corrected', people: [post.author.name] }, async () => {
      await takeBackCorrection(db, made.is.id, made.before);
      readAgain();
    });
  }
  return {
    correct: put,
    turn: (post, reading, label) => put(post, label, labelOf(reading, label) === 'yes' ? 'no' : 'yes'),
  };
}

/** A correction with the words it was said of, as far as they are still held. */
export interface CorrectionRow {
  correction: Correction;
  post: Post | null;
}

export interface ToneShare {
  /** Newest posts looked at. */
  posts: number;
  /** Of them, those whose tone could not be told. */
  untold: number;
}

export interface ReadingSettings {
  readonly corrections: ReadonlySignal<CorrectionRow[] | undefined>;
  readonly share: ReadonlySignal<ToneShare | undefined>;
  /** More are kept than are shown. */
  readonly more: ReadonlySignal<boolean>;
  showMore(): void;
  takeBack(row: CorrectionRow): Promise<void>;
}

const PAGE = 20;
/** Newest posts whose readings the share is of. */
const SHARE_OF = 2_000;

/** What was corrected, and how much could not be told: for the settings. */
export function openReadingSettings(db: TertuliaDatabase, undo: Undo, ends: AbortSignal): ReadingSettings {
  const shown = signal(PAGE);
  const more = signal(false);
  const corrections = live(() => {
    const most = shown.value;
    return async () => {
      const found = await newestCorrections(db, most + 1);
      more.value = found.length > most;
      const rows = found.slice(0, most);
      const posts = await db.posts.bulkGet(rows.map(({ postKey }) => postKey));
      return rows.map((correction, i) => ({ correction, post: posts[i] ?? null }));
    };
  }, ends);
  const share = live(() => () => shareUntold(db), ends);
  return {
    corrections: corrections.value,
    share: share.value,
    more,
    showMore() {
      shown.value += PAGE;
    },
    async takeBack({ correction }) {
      await takeBackCorrection(db, correction.id);
      undo.did({ kind: 'correctionGone' }, () => restoreCorrections(db, [correction]));
    },
  };
}

/** How much of what was read lately could not be told. */
export async function shareUntold(db: TertuliaDatabase, most = SHARE_OF): Promise<ToneShare> {
  const keys: PostKey[] = await db.posts.orderBy('at').reverse().limit(most).primaryKeys();
  const readings = (await db.readings.bulkGet(keys)).filter((reading) => reading !== undefined);
  return { posts: readings.length, untold: readings.filter(({ tone }) => tone.label === null).length };
}
