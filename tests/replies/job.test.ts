import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { suggestFor } from '../../utils/analysis/worker/replies-job';
import replies from '../../utils/headless/replies';
import { TertuliaDatabase } from '../../utils/store/schema';
import { changeSettings } from '../../utils/store/settings';
import { NOW, pair, post, reading, saved } from './make';

const made: TertuliaDatabase[] = [];
let count = 0;
const fresh = () => {
  const db = new TertuliaDatabase(`replies-${count++}`);
  made.push(db);
  return db;
};
afterEach(async () => {
  for (const db of made.splice(0)) await db.delete();
});

const asked = post('The app crashes when I open a long note', { nativeId: 'a' });
const answered = pair('The app crashes with long notes', 'Hi Ivo. Open it on the web.', {
  id: 'p1',
  outcome: 'thanked',
});
const others = ['How do I pay?', 'Do you ship to Malta?', 'Is there a student price?', 'What does the lamp mean?'].map(
  (text, i) => pair(text, `Answer ${i}`, { id: `o${i}`, at: NOW - i }),
);
const sources = async (db: TertuliaDatabase, now = NOW) =>
  (await suggestFor(db, asked.key, { now })).drafts.map(({ source }) => source);

describe('drafts for a stored post', () => {
  it('come from what the store holds', async () => {
    const db = fresh();
    await db.posts.put(asked);
    await db.readings.put({ ...reading({ problem: 0.9 }), key: asked.key });
    await db.pairs.bulkPut([answered, ...others]);
    await db.savedReplies.put(
      saved(
        { en: 'Hi {first name}, {our name} here: crashes with {product} have a page: {link}' },
        { name: 'App crashes', intents: ['problem'] },
      ),
    );
    await changeSettings(db, (settings) => ({ ...settings, ourName: 'Nora', brands: ['Lumen'] }));
    const { drafts, advice } = await suggestFor(db, asked.key, { now: NOW });
    expect(advice).toBeNull();
    expect(drafts.map(({ source: { kind } }) => kind).sort()).toEqual(['opening', 'ownWords', 'saved']);
    expect(drafts.find(({ source }) => source.kind === 'ownWords')).toMatchObject({
      text: 'Hi Elsa. Open it on the web.',
      source: { pair: 'p1', to: 'Ivo Marten', outcome: 'thanked' },
    });
    expect(drafts.find(({ source }) => source.kind === 'saved')?.text).toBe(
      'Hi Elsa, Nora here: crashes with Lumen have a page: [link]',
    );
  });

  it('know answers that came, changed or went since the last call', async () => {
    const db = fresh();
    await db.posts.put(asked);
    await db.pairs.bulkPut(others);
    expect((await sources(db)).map(({ kind }) => kind)).not.toContain('ownWords');
    await db.pairs.put(answered); // older than the newest known
    expect(await sources(db)).toContainEqual(expect.objectContaining({ pair: 'p1', outcome: 'thanked' }));
    await db.pairs.update('p1', { outcome: 'argued' });
    expect(await sources(db)).toContainEqual(expect.objectContaining({ pair: 'p1', outcome: 'argued' }));
    await db.pairs.delete('p1');
    expect((await sources(db)).map(({ kind }) => kind)).not.toContain('ownWords');
    await db.pairs.delete('o1');
    await db.pairs.put({ ...answered, id: 'p2' });
    expect(await sources(db, NOW + 61_000)).toContainEqual(expect.objectContaining({ pair: 'p2' }));
  });

  it('are none for a post that is not held', async () => {
    expect(await suggestFor(fresh(), 'forum.example:none', { now: NOW })).toEqual({ drafts: [], advice: null });
  });
});

describe('without a browser', () => {
  it('learns in time order and answers from what came before', async () => {
    const lines = [
      {
        type: 'pair',
        id: 'a',
        at: 1,
        person: 'ivo',
        message: 'The app crashes with long notes',
        reply: '@ivo Open it on the web. ^NB',
      },
      { type: 'pair', id: 'b', at: 2, person: 'una', message: 'How do I pay?', reply: '@una By card.' },
      { type: 'query', id: 'q', at: 3, message: 'Long notes crash my app' },
      { type: 'pair', id: 'c', at: 4, message: 'Long notes crash my app', reply: 'Later.' },
    ].map((line) => JSON.stringify(line));
    const out: string[] = [];
    await replies((async function* () { yield* [...lines, '']; })(), (line) => out.push(line)); // biome-ignore format: short
    expect(out.map((line) => JSON.parse(line))).toEqual([
      {
        id: 'q',
        ms: expect.any(Number),
        drafts: [
          { text: 'Open it on the web.', source: 'ownWords', from: ['a'] },
          { text: 'By card.', source: 'ownWords', from: ['b'] },
        ],
      },
    ]);
  });
});
