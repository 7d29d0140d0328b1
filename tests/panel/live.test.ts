import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstAnswers, live } from '../../utils/panel/live';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { freshTable, until } from './table';

let db: TertuliaDatabase;
let ends: AbortController;
beforeEach(async () => {
  db = await freshTable();
  ends = new AbortController();
});
afterEach(async () => {
  ends.abort();
  await db.delete();
});
const watch = (id: string) => ({ id, name: id, query: id, createdAt: 1 });

describe('a live query', () => {
  it('answers again when what it read changes', async () => {
    const found = live(() => () => db.watches.toArray(), ends.signal);
    await until(() => expect(found.value.value).toEqual([]));
    await db.watches.put(watch('w'));
    await until(() => expect(found.value.value).toHaveLength(1));
  });

  it('asks anew when a signal it reads changes, and never shows the answer to an older question last', async () => {
    await db.watches.bulkPut([watch('a'), watch('b')]);
    const which = signal('a');
    const found = live(() => {
      const id = which.value;
      return () => db.watches.get(id);
    }, ends.signal);
    await until(() => expect(found.value.value?.id).toBe('a'));
    which.value = 'b';
    await until(() => expect(found.value.value?.id).toBe('b'));
  });

  it('keeps the last answer and says why when a later one fails', async () => {
    const fails = signal(false);
    const found = live(() => {
      const now = fails.value;
      return async () => {
        if (now) throw new Error('no');
        return 'fine';
      };
    }, ends.signal);
    await until(() => expect(found.value.value).toBe('fine'));
    fails.value = true;
    await until(() => expect(found.error.value).toBeInstanceOf(Error));
    expect(found.value.value).toBe('fine');
    fails.value = false;
    await until(() => expect(found.error.value).toBeNull());
  });

  it('ends with its signal', async () => {
    const found = live(() => () => db.watches.count(), ends.signal);
    await until(() => expect(found.value.value).toBe(0));
    ends.abort();
    await db.watches.put(watch('w'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(found.value.value).toBe(0);
  });

  it('tells when every query has its first answer, and does not wait for ever', async () => {
    let answer: (text: string) => void = () => undefined;
    live(() => () => new Promise<string>((resolve) => (answer = resolve)), ends.signal);
    live(() => () => Promise.reject(new Error('no')), ends.signal);
    let all = false;
    const waits = firstAnswers(60_000).then(() => (all = true));
    await firstAnswers(30);
    expect(all).toBe(false);
    answer('here');
    await waits;
    expect(all).toBe(true);
    await firstAnswers(60_000);
  });
});
