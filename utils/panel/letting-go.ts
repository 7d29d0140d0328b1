/** What is about to be let go of, and who was forgotten: to be seen before, and proven after. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { type Letting, planRetention } from '../keeping/retention';
import type { ForgottenRow, TertuliaDatabase } from '../store/schema';
import { readSettings } from '../store/settings';
import { type Live, live } from './live';

export type { ForgottenRow };

export interface LettingGoModel {
  /** Settings that would let go of something, the next to act first. */
  readonly plan: ReadonlySignal<readonly Letting[] | undefined>;
  readonly forgotten: ReadonlySignal<readonly ForgottenRow[] | undefined>;
  /** Walks what is old: when asked, never while something is drawn. */
  look(): Promise<void>;
}

export function openLettingGo(db: TertuliaDatabase, ends: AbortSignal): LettingGoModel {
  const plan = signal<readonly Letting[] | undefined>(undefined);
  const forgotten: Live<ForgottenRow[]> = live(() => () => db.forgotten.toArray(), ends);
  return {
    plan,
    forgotten: forgotten.value,
    async look() {
      const all = await planRetention(db, await readSettings(db)).catch(() => []);
      plan.value = all.filter(({ posts }) => posts > 0).sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
    },
  };
}
