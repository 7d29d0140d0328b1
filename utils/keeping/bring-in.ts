/** Rows from a file into the database, joined with what is held: all of them, or none. */
import Dexie, { type IndexableType } from 'dexie';
import type { Post, Thread, ThreadKey } from '../core/post';
import { needsRederive, rederive } from '../store/rederive';
import type { TertuliaDatabase } from '../store/schema';
import { recountTally } from '../store/tally';
import { alone } from './exclusive';
import { joinRow } from './joining';
import { isCopiedMeta } from './rows';
import { putWithUndo, undoAll } from './undo';

type Row = Record<string, unknown>;

export interface Incoming {
  table: string;
  rows: Row[];
}

/** What came of it, in rows of each table. */
export interface BroughtIn {
  added: Record<string, number>;
  changed: Record<string, number>;
  /** Held already, as full as they came. */
  same: Record<string, number>;
  /** Left out: they are of people who were forgotten. */
  forgotten: number;
}

export interface BringInOptions {
  signal?: AbortSignal;
  now?: number;
  /** Posts of the people who were forgotten are left out, and what others say of them is blotted out. */
  admit?: (table: string, rows: Row[]) => Promise<Row[]>;
  onBatch?: (batch: Incoming) => void;
  onSettling?: (progress: { done: number; total: number }) => void;
}

/** Brings batches in. On any fault, or when called off, everything is as it was before. */
export function bringIn(
  db: TertuliaDatabase,
  batches: AsyncIterable<Incoming>,
  options: BringInOptions = {},
): Promise<BroughtIn> {
  const { signal, admit, onBatch, onSettling, now = Date.now() } = options;
  return alone(async () => {
    await undoAll(db);
    const work = new Work(db);
    try {
      for await (const batch of batches) {
        signal?.throwIfAborted();
        const rows = admit ? await admit(batch.table, batch.rows) : batch.rows;
        work.report.forgotten += batch.rows.length - rows.length;
        await work.put({ ...batch, rows });
        onBatch?.(batch);
      }
      signal?.throwIfAborted();
      await work.finish();
    } catch (fault) {
      await undoAll(db);
      throw fault;
    }
    // From here on it is in; what follows from it can be worked out at any time, and is.
    await recountTally(db);
    if (await needsRederive(db))
      await rederive(db, { now: () => now, ...(signal && { signal }), ...(onSettling && { onProgress: onSettling }) });
    return work.report;
  });
}

class Work {
  readonly report: BroughtIn = { added: {}, changed: {}, same: {}, forgotten: 0 };
  /** Posts more or fewer, by conversation. */
  private readonly moved = new Map<ThreadKey, number>();
  /** Tables that were empty: nothing to look for before each write. */
  private readonly empty = new Map<string, boolean>();
  private joined = false;

  constructor(private readonly db: TertuliaDatabase) {}

  async put({ table, rows: brought }: Incoming): Promise<void> {
    const target = this.db.table(table);
    const rows = await this.prepared(table, brought);
    if (!this.empty.has(table)) this.empty.set(table, (await target.count()) === 0);
    const keys = rows.map((row) => Dexie.getByKeyPath(row, target.schema.primKey.keyPath as string) as IndexableType);
    const held = this.empty.get(table) ? [] : ((await target.bulkGet(keys)) as (Row | undefined)[]);
    const put: Row[] = [];
    const added: unknown[] = [];
    const before: unknown[] = [];
    for (const [i, row] of rows.entries()) {
      const old = held[i];
      const next = old ? joinRow(table, old, row) : row;
      if (next === null) {
        count(this.report.same, table);
        continue;
      }
      put.push(next);
      if (table === 'posts') this.move(old as Post | undefined, next as unknown as Post);
      if (old) {
        before.push(old);
        this.joined ||= table === 'posts' || table === 'states' || table === 'readings';
        count(this.report.changed, table);
      } else {
        added.push(keys[i]);
        count(this.report.added, table);
      }
    }
    await putWithUndo(this.db, table, { table, added, before }, put);
  }

  /** The conversations' counts, and the end: what was written down for undoing goes in the same moment. */
  async finish(): Promise<void> {
    const { db } = this;
    if (!this.fresh('posts') && (this.report.added.posts ?? 0) > 0) this.joined = true;
    for (const keys of inParts([...this.moved.keys()], 1_000)) {
      const threads = await db.threads.bulkGet(keys);
      const changed = threads.flatMap((thread, i): Thread[] => {
        const by = this.moved.get(keys[i] as ThreadKey) ?? 0;
        // Brought in with its own count where it was not held.
        return thread && by !== 0 ? [{ ...thread, held: thread.held + by }] : [];
      });
      const before = threads.filter((thread) => thread !== undefined);
      await putWithUndo(db, 'threads', { table: 'threads', added: [], before }, changed);
    }
    await db.transaction('rw', db.undoing, db.meta, async () => {
      // Joined posts have to be looked at again; so have all, where who we are came together from both.
      if (this.joined) {
        await db.meta.bulkDelete(['cursor:lens', 'themeState']);
        await db.meta.where('name').startsWith('cursor:theme').delete();
      }
      // What was heard long ago elsewhere is new here.
      await db.meta.delete('cursor:read');
      await db.undoing.clear();
    });
  }

  private fresh(table: string): boolean {
    return this.empty.get(table) !== false;
  }

  private move(old: Post | undefined, next: Post): void {
    if (old?.threadKey === next.threadKey) return;
    if (old) this.moved.set(old.threadKey, (this.moved.get(old.threadKey) ?? 0) - 1);
    this.moved.set(next.threadKey, (this.moved.get(next.threadKey) ?? 0) + 1);
  }

  private async prepared(table: string, rows: Row[]): Promise<Row[]> {
    if (table === 'meta') return rows.filter(({ name }) => isCopiedMeta(name));
    // Counted here as posts come in; a conversation held keeps its count.
    if (table === 'threads') return this.countedThreads(rows);
    if (table === 'people') return this.separatePeople(rows);
    return rows;
  }

  private async countedThreads(rows: Row[]): Promise<Row[]> {
    const held = await this.db.threads.bulkGet(rows.map(({ key }) => String(key)));
    return rows.flatMap((row, i) => {
      if (held[i]) return [row];
      const posts = this.moved.get(String(row.key)) ?? 0;
      this.moved.delete(String(row.key));
      return posts > 0 ? [{ ...row, held: posts }] : [];
    });
  }

  /** An account is one person's: what was decided here stands. */
  private async separatePeople(rows: Row[]): Promise<Row[]> {
    const accounts = rows.flatMap((row) => row.accounts as string[]);
    const owners = await this.db.people.where('accounts').anyOf(accounts).distinct().toArray();
    const ownerOf = new Map(owners.flatMap(({ id, accounts }) => accounts.map((account) => [account, id] as const)));
    return rows.flatMap((row) => {
      const all = row.accounts as string[];
      const free = all.filter((account) => (ownerOf.get(account) ?? row.id) === row.id);
      if (free.length === all.length) return [row];
      return free.length > 0 ? [{ ...row, accounts: free }] : [];
    });
  }
}

function count(counts: Record<string, number>, table: string): void {
  counts[table] = (counts[table] ?? 0) + 1;
}

function* inParts<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
