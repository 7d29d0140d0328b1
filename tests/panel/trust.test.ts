import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTrust } from '../../utils/panel/trust';
import { departures, noteDeparture } from '../../utils/store/departures';
import { TertuliaDatabase } from '../../utils/store/schema';

const NOW = Date.UTC(2026, 10, 22, 12);
let db: TertuliaDatabase;
let ends: AbortController;

beforeEach(async () => {
  ends = new AbortController();
  db = new TertuliaDatabase(`trust-${Math.random()}`);
  await db.open();
});
afterEach(async () => {
  ends.abort();
  await db.delete();
});

it('begins with nothing that ever left', async () => {
  const model = openTrust(db, ends.signal, async () => null);
  await expect
    .poll(() => model.trust.value)
    .toEqual({
      departures: { total: 0, latest: [] },
      backup: null,
      trouble: null,
    });
});

it('says where to, when and how much, never what was said nor who asked', async () => {
  await noteDeparture(
    db,
    { url: 'https://key@models.example:8443/v1/chat?token=secret', body: 'año secret words' },
    NOW,
  );
  const { latest, total } = await departures(db);
  expect(total).toBe(1);
  expect(latest).toEqual([{ id: expect.any(String), at: NOW, to: 'models.example:8443', bytes: 17 }]);
  expect(JSON.stringify(latest)).not.toMatch(/secret|key@/);
});

it('shows a few, the newest first, and counts the rest; a screen that is open follows', async () => {
  const model = openTrust(db, ends.signal, async () => ({ kind: 'quota', at: NOW }));
  await expect.poll(() => model.trust.value?.departures.total).toBe(0);
  for (let i = 0; i < 25; i++) await noteDeparture(db, { url: 'http://127.0.0.1:1/v1', body: 'x' }, NOW + i);
  await expect.poll(() => model.trust.value?.departures.total).toBe(25);
  expect(model.trust.value?.departures.latest.map(({ at }) => at - NOW)).toEqual(
    Array.from({ length: 20 }, (_, i) => 24 - i),
  );
  expect(model.trust.value?.trouble?.kind).toBe('quota');
});
