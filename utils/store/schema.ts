/**
 * The database `tertulia`. Versions are append-only: a new version adds stores and indexes, never rewrites rows (rows are
 * rewritten lazily in batches), so that an upgrade ends before a service worker is stopped (docs/decisions).
 */
import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Correction } from '../core/correction';
import type { Care, Exposure, Note, Person, Rule, Ruled, SavedView, SiteHealth, StateRow, Watch } from '../core/desk';
import type { AnsweredPair, SavedReply } from '../core/draft';
import type { Tombstone } from '../core/forgotten';
import type { Post, State, Thread } from '../core/post';
import type { Profile } from '../core/profile';
import type { OurPromise, PutDraft, SentReply } from '../core/promise';
import type { Reading } from '../core/reading';
import type { Rehearsal } from '../core/rehearsal';
import type { Settings } from '../core/settings';
import type { Theme } from '../core/theme';

/** What tells this database from an emptied one (`ledger.ts`). */
export interface StoreIdentity {
  installId: string;
  /** Batches kept so far. Times can jump, this cannot. */
  sequence: number;
  /** Rows removed on purpose so far, by table. */
  removed: Record<string, number>;
}

/** Capture health, and the origin it was read on as the browser says it. */
export interface HealthRow extends SiteHealth {
  origin?: string;
}

export interface BackupChoiceRow {
  every: 'never' | 'day' | 'week';
  folder: FileSystemDirectoryHandle | null;
}

/** Settings, cursors of background work and binary state of the theme engine, by name. */
export type MetaRow =
  | { name: 'settings'; value: Settings }
  | { name: 'identity'; value: StoreIdentity }
  | { name: 'tally'; value: Record<State, number> }
  | { name: 'themeState'; value: ArrayBuffer }
  /** How often a copy is made by itself, and the folder it goes to (`keeping/automatic.ts`). Never in a copy. */
  | { name: 'backupFolder'; value: BackupChoiceRow }
  /** What somebody says of themselves (`profiles.ts`). */
  | { name: `profile:${string}`; value: Profile }
  | { name: `cursor:${string}`; value: number | string };

/** How to take back one step of a restore that is under way (`keeping/undo.ts`). */
export interface UndoRow {
  id: number;
  table: string;
  /** Primary keys of rows that were not there before. */
  added: unknown[];
  /** Rows as they were before. */
  before: unknown[];
}

/** A person or account that was forgotten: digests by which it is known again, and a receipt. */
export interface ForgottenRow extends Tombstone {
  id: string;
  at: number;
  /** Rows that went or were blotted, by table: the receipt. */
  counts: Record<string, number>;
  /** While it is under way: hashes of passages they wrote, to find them where others repeat them. */
  passages?: number[];
}

/** A request that left this machine (`departures.ts`). */
export interface DepartureRow {
  id: string;
  at: number;
  /** Host, and port where it is said. */
  to: string;
  bytes: number;
}

export class TertuliaDatabase extends Dexie {
  posts!: EntityTable<Post, 'key'>;
  threads!: EntityTable<Thread, 'key'>;
  exposure!: Table<Exposure, [site: string, day: string]>;
  health!: EntityTable<HealthRow, 'site'>;
  readings!: EntityTable<Reading, 'key'>;
  /** What the user said instead of what was read (`store/corrections.ts`). */
  corrections!: EntityTable<Correction, 'id'>;
  themes!: EntityTable<Theme, 'id'>;
  states!: EntityTable<StateRow, 'postKey'>;
  notes!: EntityTable<Note, 'id'>;
  watches!: EntityTable<Watch, 'id'>;
  people!: EntityTable<Person, 'id'>;
  savedReplies!: EntityTable<SavedReply, 'id'>;
  pairs!: EntityTable<AnsweredPair, 'id'>;
  putDrafts!: EntityTable<PutDraft, 'id'>;
  sent!: EntityTable<SentReply, 'key'>;
  promises!: EntityTable<OurPromise, 'id'>;
  meta!: EntityTable<MetaRow, 'name'>;
  rehearsals!: EntityTable<Rehearsal, 'id'>;
  views!: EntityTable<SavedView, 'id'>;
  undoing!: EntityTable<UndoRow, 'id'>;
  forgotten!: EntityTable<ForgottenRow, 'id'>;
  departures!: EntityTable<DepartureRow, 'id'>;
  rules!: EntityTable<Rule, 'id'>;
  ruled!: EntityTable<Ruled, 'postKey'>;
  cares!: EntityTable<Care, 'postKey'>;
  noiseBefore!: Table<Uint8Array, number>;
  noiseAfter!: Table<Uint8Array, number>;

  constructor(name = 'tertulia') {
    // Strict: "saved" means on disk. Relaxed lost 3.5 to 5.3 s of acknowledged posts on a power cut, strict none (docs/decisions).
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      // First and last by number, so that what is written to both spans all that lies between (`keeping/scrub.ts`).
      noiseBefore: '',
      posts:
        'key, threadKey, at, authorKey, parentKey, waitsSince, [site+at], [mention+at], [ours+at], [authorKey+at], [desk+deskAt], [desk+authorKey], firstSeenAt, part, said',
      threads: 'key, lastAt, [site+lastAt], followed',
      exposure: '[site+day], day',
      health: 'site',
      readings: 'key, version',
      corrections: 'id, postKey, at',
      themes: 'id, lastAt',
      states: 'postKey, state, until',
      notes: 'id, target, *tags, updatedAt',
      watches: 'id',
      people: 'id, *accounts',
      savedReplies: 'id, shortcut, folder',
      pairs: 'id, at',
      putDrafts: 'id, post, at',
      sent: 'key, answers',
      promises: 'id, reply, post, threadKey, authorKey, state, due, at',
      meta: 'name',
      rehearsals: 'id, at',
      views: 'id',
      undoing: '++id',
      forgotten: 'id',
      departures: 'id, at',
      rules: 'id',
      ruled: 'postKey, tell',
      cares: 'postKey, assignee, pinned',
      noiseAfter: '',
    });
  }
}
