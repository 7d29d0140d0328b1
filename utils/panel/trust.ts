/** What a person may want to be sure of: what ever left this machine, what went wrong last, when the last copy was made. */
import type { ReadonlySignal } from '@preact/signals';
import { readLastTrouble, type Trouble } from '../browser/trouble';
import { copyTrouble, type LastBackup, lastBackup } from '../keeping/automatic';
import { type DepartureRow, departures } from '../store/departures';
import type { TertuliaDatabase } from '../store/schema';
import { live } from './live';

/** What is defended, in the order of SECURITY.md; `trust_<name>` and `trustHow_<name>` in the locales say it. */
export const DEFENCES = [
  'text',
  'unseen',
  'forged',
  'leaving',
  'permissions',
  'orders',
  'files',
  'loss',
  'forgetting',
  'packages',
] as const;

export interface Trust {
  departures: { total: number; latest: DepartureRow[] };
  backup: LastBackup | null;
  /** The last thing that went wrong with keeping, though it may be over. */
  trouble: Trouble | null;
}

export interface TrustModel {
  readonly trust: ReadonlySignal<Trust | undefined>;
}

export function openTrust(db: TertuliaDatabase, ends: AbortSignal, lastTrouble = readLastTrouble): TrustModel {
  const trust = live<Trust>(
    () => async () => {
      const [left, backup, copy, last] = await Promise.all([
        departures(db),
        lastBackup(db),
        copyTrouble(db),
        lastTrouble(),
      ]);
      const isCopy = copy !== null && copy.at >= (last?.at ?? 0);
      return { departures: left, backup, trouble: isCopy ? { kind: 'copyFailed', at: copy.at } : last };
    },
    ends,
  );
  return { trust: trust.value };
}
