/** How much room there is, and what takes it: by kind, and whether the browser promises to keep it. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { kindOfFault, type StoreErrorKind } from '../store/errors';
import type { TertuliaDatabase } from '../store/schema';

/** From here on it is said, while there is still room to do something. */
export const NEARLY_FULL = 0.8;
/** Rows weighed of each table: enough for a guess, few enough to be quick. */
const WEIGHED = 200;

/** Tables by what they are to a person. */
const KINDS = {
  heard: ['posts', 'threads', 'exposure', 'health'],
  read: ['readings', 'themes'],
  written: ['notes', 'states', 'people', 'watches', 'savedReplies', 'corrections', 'promises', 'rehearsals', 'views'],
  answers: ['pairs', 'put', 'sent'],
} as const;

export type SpaceKind = keyof typeof KINDS | 'rest';

export interface SpaceRow {
  kind: SpaceKind;
  rows: number;
  /** Weighed, not measured: what the browser adds for indexes is not in it. */
  bytes: number;
}

export interface Space {
  kinds: SpaceRow[];
  used: number | null;
  room: number | null;
  /** The browser will not clear it by itself; null where it does not say. */
  lasting: boolean | null;
}

export interface StorageDoors {
  estimate(): Promise<{ usage?: number; quota?: number }>;
  persisted?(): Promise<boolean>;
  persist?(): Promise<boolean>;
}

export interface SpaceModel {
  readonly space: ReadonlySignal<Space | undefined>;
  readonly fault: ReadonlySignal<StoreErrorKind | null>;
  weigh(): Promise<void>;
  /** Asks the browser to keep it; some ask the user, in the click. */
  keepLasting(): Promise<void>;
}

export function openSpace(db: TertuliaDatabase, doors: StorageDoors): SpaceModel {
  const space = signal<Space | undefined>(undefined);
  const fault = signal<StoreErrorKind | null>(null);
  async function weigh(): Promise<void> {
    try {
      const [kinds, { usage, quota }, lasting] = await Promise.all([
        weighTables(db),
        doors.estimate().catch((): { usage?: number; quota?: number } => ({})),
        doors.persisted?.().catch(() => null) ?? null,
      ]);
      space.value = { kinds, used: usage ?? null, room: quota ?? null, lasting };
    } catch (reason) {
      fault.value = kindOfFault(reason);
    }
  }
  return {
    space,
    fault,
    weigh,
    async keepLasting() {
      await doors.persist?.().catch(() => false);
      await weigh();
    },
  };
}

async function weighTables(db: TertuliaDatabase): Promise<SpaceRow[]> {
  const rows = new Map<SpaceKind, SpaceRow>();
  for (const table of db.tables) {
    const kind = kindOf(table.name);
    const [count, sample] = await Promise.all([table.count(), table.limit(WEIGHED).toArray()]);
    const weight = sample.reduce((sum: number, row: unknown) => sum + weightOf(row), 0);
    const known = rows.get(kind) ?? { kind, rows: 0, bytes: 0 };
    known.rows += count;
    known.bytes += sample.length === 0 ? 0 : Math.round((weight / sample.length) * count);
    rows.set(kind, known);
  }
  return [...rows.values()].filter((row) => row.rows > 0).sort((a, b) => b.bytes - a.bytes);
}

function kindOf(table: string): SpaceKind {
  const found = Object.entries(KINDS).find(([, tables]) => (tables as readonly string[]).includes(table));
  return (found?.[0] as SpaceKind | undefined) ?? 'rest';
}

function weightOf(row: unknown): number {
  let binary = 0;
  const text = JSON.stringify(row, (_, value: unknown) => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      binary += value.byteLength;
      return 0;
    }
    return value;
  });
  return binary + (text?.length ?? 0);
}

/** How full it is, or null where the browser does not say. */
export async function fullness(doors: Pick<StorageDoors, 'estimate'>): Promise<number | null> {
  const { usage, quota } = await doors.estimate().catch((): { usage?: number; quota?: number } => ({}));
  return usage !== undefined && quota ? usage / quota : null;
}
