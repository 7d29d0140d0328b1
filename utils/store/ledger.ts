/**
 * Notices a damaged or emptied database. Browsers throw a broken IndexedDB away without a word, whole or in part; a ledger
 * kept outside it (`storage.local`) says what should be there. It is written after the database and never promises more
 * than was on disk, so that a crash between the two raises no alarm.
 */
import type { MetaRow, StoreIdentity, TertuliaDatabase } from './schema';

/** Tables whose loss a person would mourn. Whatever removes rows of them says so with `countRemoved`. */
export const COUNTED = ['posts', 'notes', 'savedReplies'] as const;
export type Counted = (typeof COUNTED)[number];
type Rows = Record<Counted, number>;

export interface Ledger {
  installId: string;
  /** How many times a database was found lost and begun anew. */
  epoch: number;
  sequence: number;
  /** Rows held at the last count, and removed on purpose until then. */
  rows: Rows;
  removed: Rows;
  at: number;
}

/** Where the ledger lives: `browser/` gives one over `storage.local`. */
export interface LedgerPlace {
  read(): Promise<unknown>;
  write(ledger: Ledger): Promise<void>;
}

export type StoreCondition =
  | { kind: 'fine' }
  /** Nothing is left of what the ledger knows. */
  | { kind: 'emptied'; lost: Rows }
  /** Part of it is gone. */
  | { kind: 'partlyLost'; lost: Rows };

/** The identity of the database after one more batch. */
export function nextIdentity(held: MetaRow | undefined): MetaRow {
  const identity = held?.name === 'identity' ? held.value : newIdentity();
  return { name: 'identity', value: { ...identity, sequence: identity.sequence + 1 } };
}

function newIdentity(): StoreIdentity {
  return { installId: crypto.randomUUID(), sequence: 0, removed: {} };
}

/** Rows removed on purpose, in the transaction that removes them: it must hold `meta`. */
export async function countRemoved(db: TertuliaDatabase, table: Counted, rows: number): Promise<void> {
  if (rows === 0) return;
  await changeIdentity(db, (identity) => ({
    ...identity,
    removed: { ...identity.removed, [table]: (identity.removed[table] ?? 0) + rows },
  }));
}

/**
 * Compares the database with the ledger. To be called once per start of the browser and not while something waits: it
 * counts rows. `dataLoss`: what the browser admitted at the open.
 */
export async function checkLedger(
  db: TertuliaDatabase,
  place: LedgerPlace,
  dataLoss = 'none',
): Promise<StoreCondition> {
  const ledger = parseLedger(await place.read());
  if (!ledger) return { kind: 'fine' };
  const { identity, rows } = await look(db);
  const lost = rowsBy((table) => {
    const removed = (identity?.removed[table] ?? 0) - ledger.removed[table];
    return Math.max(0, ledger.rows[table] - removed - rows[table]);
  });
  const isAnother = identity?.installId !== ledger.installId;
  const mourned = COUNTED.some((table) => lost[table] > 0);
  if (mourned && COUNTED.every((table) => rows[table] === 0)) return { kind: 'emptied', lost };
  const isBehind = (identity?.sequence ?? 0) < ledger.sequence;
  const damaged = mourned || (isAnother && ledger.sequence > 0) || isBehind || dataLoss !== 'none';
  return damaged ? { kind: 'partlyLost', lost } : { kind: 'fine' };
}

/** Writes down what is held now. After a loss was told, this begins a new epoch. */
export async function writeLedger(db: TertuliaDatabase, place: LedgerPlace, now = Date.now()): Promise<Ledger> {
  const old = parseLedger(await place.read());
  const tables = [db.meta, ...COUNTED.map((name) => db.table(name))];
  const { identity, rows } = await db.transaction('rw', tables, async () => {
    await changeIdentity(db, (identity) => identity);
    return look(db);
  });
  const { installId, sequence, removed } = identity as StoreIdentity;
  const epoch = (old?.epoch ?? 0) + (old && old.installId !== installId ? 1 : 0);
  const ledger: Ledger = { installId, epoch, sequence, rows, removed: rowsBy((name) => removed[name] ?? 0), at: now };
  await place.write(ledger);
  return ledger;
}

async function changeIdentity(db: TertuliaDatabase, change: (old: StoreIdentity) => StoreIdentity): Promise<void> {
  const row = await db.meta.get('identity');
  const fresh = newIdentity();
  const old = row?.name === 'identity' ? row.value : fresh;
  const value = change(old);
  if (value !== old || old === fresh) await db.meta.put({ name: 'identity', value });
}

async function look(db: TertuliaDatabase): Promise<{ identity: StoreIdentity | null; rows: Rows }> {
  const row = await db.meta.get('identity');
  const counts = await Promise.all(COUNTED.map((table) => db.table(table).count()));
  return {
    identity: row?.name === 'identity' ? row.value : null,
    rows: rowsBy((table) => counts[COUNTED.indexOf(table)] ?? 0),
  };
}

function rowsBy(count: (table: Counted) => number): Rows {
  return Object.fromEntries(COUNTED.map((table) => [table, count(table)])) as Rows;
}

function parseLedger(value: unknown): Ledger | null {
  if (!(value instanceof Object)) return null;
  const at = (name: string, inside: object = value): unknown => Reflect.get(inside, name);
  const number = (found: unknown): number => (typeof found === 'number' && Number.isFinite(found) ? found : 0);
  const rows = (found: unknown): Rows => rowsBy((table) => (found instanceof Object ? number(at(table, found)) : 0));
  const installId = at('installId');
  if (typeof installId !== 'string') return null;
  return {
    installId,
    sequence: number(at('sequence')),
    epoch: number(at('epoch')),
    at: number(at('at')),
    rows: rows(at('rows')),
    removed: rows(at('removed')),
  };
}
