/** What is kept, how large it is, and forgetting it. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { scrubIfOwed } from '../keeping/scrub';
import { forgetSite } from '../store/erase';
import { eraseAllRead } from '../store/erase-all';
import { kindOfFault, type StoreErrorKind } from '../store/errors';
import type { TertuliaDatabase } from '../store/schema';
import { changeSettings } from '../store/settings';
import { sweepFilesInMaking } from './sinks';

export interface Kept {
  posts: number;
  people: number;
  notes: number;
  /** Bytes, where the browser says. */
  bytes: number | null;
  /** Bytes the browser allows in all, where it says. */
  room: number | null;
}

export interface Forgetting {
  name: string;
  done: number;
  total: number;
}

export interface KeptModel {
  readonly kept: ReadonlySignal<Kept | undefined>;
  readonly forgetting: ReadonlySignal<Forgetting | null>;
  /** What was just forgotten, to be said once. */
  readonly forgotten: ReadonlySignal<string | null>;
  /** Everything was erased a moment ago. */
  readonly erased: ReadonlySignal<boolean>;
  readonly fault: ReadonlySignal<StoreErrorKind | null>;
  count(): Promise<void>;
  /** All that was heard on these sites, and the permission to hear more. */
  forgetSites(name: string, sites: readonly string[], pattern: string | null): Promise<void>;
  stop(): void;
  eraseAll(): Promise<void>;
}

export interface KeptDoors {
  pause(pattern: string): Promise<boolean>;
  withdraw(pattern: string): Promise<boolean>;
  estimate(): Promise<{ usage?: number; quota?: number }>;
}

export function openKept(db: TertuliaDatabase, doors: KeptDoors, ends: AbortSignal): KeptModel {
  const kept = signal<Kept | undefined>(undefined);
  const forgetting = signal<Forgetting | null>(null);
  const forgotten = signal<string | null>(null);
  const erased = signal(false);
  const fault = signal<StoreErrorKind | null>(null);
  let stopping: AbortController | null = null;

  // Counting walks whole indexes, so it is done when asked and never while something is drawn.
  async function count(): Promise<void> {
    try {
      const [posts, authors, notes, space] = await Promise.all([
        db.posts.count(),
        db.posts.orderBy('authorKey').uniqueKeys(),
        db.notes.count(),
        doors.estimate().catch(() => ({}) as { usage?: number; quota?: number }),
      ]);
      kept.value = { posts, people: authors.length, notes, bytes: space.usage ?? null, room: space.quota ?? null };
    } catch (reason) {
      fault.value = kindOfFault(reason);
    }
  }

  return {
    kept,
    forgetting,
    forgotten,
    erased,
    fault,
    count,
    async forgetSites(name, sites, pattern) {
      const mine = new AbortController();
      stopping = mine;
      const signal = AbortSignal.any([mine.signal, ends]);
      forgotten.value = null;
      try {
        // Listening ends first, so that nothing comes in behind what goes out.
        if (pattern) {
          await doors.pause(pattern);
          // A permission may be one the browser does not let go of; what was read goes all the same.
          await doors.withdraw(pattern).catch(() => false);
        }
        for (const site of sites) {
          await forgetSite(db, site, {
            signal,
            onProgress: (progress) => {
              forgetting.value = { name, ...progress };
            },
          });
        }
        if (signal.aborted) return;
        if (pattern) {
          await changeSettings(db, (was) => ({ ...was, sites: was.sites.filter((site) => site.pattern !== pattern) }));
        }
        forgotten.value = name;
        await leaveNoTrace(db);
      } catch (reason) {
        fault.value = kindOfFault(reason);
      } finally {
        forgetting.value = null;
        await count();
      }
    },
    stop() {
      stopping?.abort();
    },
    async eraseAll() {
      try {
        await eraseAllRead(db);
        await leaveNoTrace(db);
        fault.value = null;
        erased.value = true;
      } catch (reason) {
        fault.value = kindOfFault(reason);
      }
      await count();
    },
  };
}

/** Off the disk too, and out of files on their way; where there is no room for it now, at the next start. */
async function leaveNoTrace(db: TertuliaDatabase): Promise<void> {
  await sweepFilesInMaking('all');
  await scrubIfOwed(db).catch(() => undefined);
}
