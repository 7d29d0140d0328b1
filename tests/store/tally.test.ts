import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepBatch } from '../../utils/store/captures';
import { clearState, deskCounts, setState } from '../../utils/store/desk';
import { forgetSite } from '../../utils/store/erase';
import { rederive } from '../../utils/store/rederive';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { changeSettings } from '../../utils/store/settings';
import { recountTally } from '../../utils/store/tally';
import { heard } from '../core/sample';
import { batch, freshDatabase, key, ours, US } from './fresh';

const NOW = 1_700_000_000_000;

/** What a count of the rows gives, tally or not. */
async function counted(db: TertuliaDatabase): Promise<Record<string, number>> {
  const counts = { open: 0, waiting: 0, snoozed: 0, done: 0 };
  for (const { desk } of await db.posts.toArray()) if (desk) counts[desk]++;
  return counts;
}

const step = fc.oneof(
  fc.record({ kind: fc.constant('ask' as const), id: fc.nat(6) }),
  fc.record({ kind: fc.constant('answer' as const), id: fc.nat(6) }),
  fc.record({
    kind: fc.constant('state' as const),
    id: fc.nat(6),
    state: fc.constantFrom('open', 'snoozed', 'done', 'waiting'),
  }),
  fc.record({ kind: fc.constant('clear' as const), id: fc.nat(6) }),
  fc.record({ kind: fc.constant('us' as const), brands: fc.constantFrom<string[]>([], ['Lumbrera']) }),
  fc.record({ kind: fc.constant('forget' as const) }),
);

it('whatever happens, each tab says how many posts it holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
      const db = freshDatabase();
      await changeSettings(db, (settings) => ({ ...settings, ...US }));
      for (const [i, did] of steps.entries()) {
        const now = NOW + i;
        if (did.kind === 'ask') {
          const post = heard(String(did.id), {
            text: `Lumbrera, ¿cuándo llega el ${did.id}?`,
            threadKey: key(`t${did.id}`),
          });
          await keepBatch(db, batch([post]), now);
        } else if (did.kind === 'answer') {
          const place = { parentKey: key(String(did.id)), threadKey: key(`t${did.id}`), postedAt: 2_000 };
          await keepBatch(db, batch([ours(`a${did.id}`, { ...place, text: 'El jueves.' })]), now);
        } else if (did.kind === 'state') await setState(db, key(String(did.id)), did.state, null, now);
        else if (did.kind === 'clear') await clearState(db, key(String(did.id)), now);
        else if (did.kind === 'forget') await forgetSite(db, 'foro.example');
        else {
          await changeSettings(db, (settings) => ({ ...settings, brands: [...did.brands] }));
          await rederive(db, { now: () => now });
        }
        expect(await deskCounts(db)).toEqual(await counted(db));
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

it('a wrong tally is put right', async () => {
  const db = freshDatabase();
  await changeSettings(db, (settings) => ({ ...settings, ...US }));
  await keepBatch(db, batch([heard('1', { text: 'Lumbrera, ¿hoy?' })]), NOW);
  await db.meta.put({ name: 'tally', value: { open: 9, waiting: 9, snoozed: 9, done: 9 } });
  expect(await recountTally(db)).toEqual({ open: 1, waiting: 0, snoozed: 0, done: 0 });
  expect(await deskCounts(db)).toEqual({ open: 1, waiting: 0, snoozed: 0, done: 0 });
});
