import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Analysis } from '../../utils/analysis/client';
import type { Suggestions } from '../../utils/core/draft';
import { acquaintances } from '../../utils/panel/people';
import { personModel } from '../../utils/panel/person';
import { type ThreadModel, threadModel } from '../../utils/panel/thread';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { DAY, freshTable, HOUR, hear, noModel, type Seat, SITE, sit, until } from './table';

let db: TertuliaDatabase;
let seat: Seat;
let thread: ThreadModel;
const key = (id: string) => `${SITE}:${id}`;

const SUGGESTIONS: Suggestions = {
  advice: null,
  drafts: [{ id: 'd1', text: 'Hola.', source: { kind: 'opening', about: 'la luz' }, blanks: [], lang: 'es' }],
};
const analysisThat = (suggest: Analysis['suggest']): Analysis => ({
  read: async () => undefined,
  updateThemes: async () => undefined,
  recall: async () => undefined,
  topics: async () => [],
  suggest,
  ...noModel,
  close: () => undefined,
});

beforeEach(async () => {
  db = await freshTable();
  await hear(
    db,
    [
      { id: 'a', name: 'Leire Zubiri', text: 'Farol, la mía se apaga en cuesta. ¿Qué hago?', ago: 3 * DAY },
      { id: 'b', name: 'Bram Osterhuis', parent: 'a', text: 'A mí también, ¿me ayuda alguien de Farol?', ago: 2 * DAY },
      { id: 'u', name: 'Marta Ríos', handle: 'marta_farol', parent: 'a', text: 'Leire, lo miramos hoy.', ago: DAY },
    ],
    12,
  );
  seat = sit(db);
  thread = threadModel(seat.panel, `${SITE}:t1`, null, seat.ends.signal);
  await until(() => expect(thread.lines.value.length).toBeGreaterThan(0));
});
afterEach(async () => {
  seat.ends.abort();
  await db.delete();
});

describe('a conversation', () => {
  it('takes in hand who has waited longest, and stays with them', async () => {
    expect(thread.hand.value?.key).toBe(key('b'));
    await thread.done();
    await until(async () => expect((await db.posts.get(key('b')))?.desk).toBe('done'));
    expect(thread.hand.value?.key).toBe(key('b'));
  });

  it('tells what is not held', () => {
    expect(thread.lines.value.at(-1)).toMatchObject({ kind: 'gap', count: 10 });
  });

  it('undoes what was done to the post in hand', async () => {
    await thread.done();
    await seat.panel.undo.undo();
    expect((await db.posts.get(key('b')))?.desk).toBe('open');
  });

  it('shows a note as soon as it is kept, and takes it back', async () => {
    thread.writing.begin(`post:${key('b')}`);
    await thread.writing.save({ text: 'Llamarle', tags: ['taller'] }, ['Bram Osterhuis']);
    await until(() => expect(thread.notes.value.get(key('b'))?.text).toBe('Llamarle'));
    await seat.panel.undo.undo();
    await until(() => expect(thread.notes.value.has(key('b'))).toBe(false));
  });

  it('asks for drafts once the analysis is there, and for the post in hand only', async () => {
    const asked: string[] = [];
    expect(thread.replies.state.value.kind).toBe('working');
    seat.panel.takeAnalysis(
      analysisThat(async (post) => {
        asked.push(post);
        return SUGGESTIONS;
      }),
    );
    await until(() => expect(thread.replies.state.value.kind).toBe('ready'));
    expect(asked).toEqual([key('b')]);
  });

  it('keeps the drafts, and what is being written in them, while the page is read again', async () => {
    const asked: string[] = [];
    seat.panel.takeAnalysis(
      analysisThat(async (post) => {
        asked.push(post);
        return SUGGESTIONS;
      }),
    );
    await until(() => expect(thread.replies.state.value.kind).toBe('ready'));
    const before = thread.hand.value;
    const kinds: string[] = [];
    const stop = thread.replies.state.subscribe(({ kind }) => void kinds.push(kind));
    await db.posts.update(key('b'), { lastSeenAt: Date.now() + 1 });
    await until(() => expect(thread.hand.value).not.toBe(before));
    await new Promise((resolve) => setTimeout(resolve, 50));
    stop();
    expect(kinds).toEqual(['ready']);
    expect(asked).toEqual([key('b')]);
  });

  it('says when drafts could not be made, and tries again when asked', async () => {
    let fails = true;
    seat.panel.takeAnalysis(
      analysisThat(async () => {
        if (fails) throw new Error('no');
        return SUGGESTIONS;
      }),
    );
    await until(() => expect(thread.replies.state.value.kind).toBe('failed'));
    fails = false;
    thread.replies.again();
    await until(() => expect(thread.replies.state.value.kind).toBe('ready'));
  });

  it('puts words in the page, and never more than put', async () => {
    await thread.replies.putDraft('d1', 'Hola, Bram.');
    expect(seat.put).toEqual([{ key: key('b'), text: 'Hola, Bram.' }]);
    expect(thread.replies.put.value?.state.kind).toBe('inserted');
  });

  it('moves through the voices and back to the post in hand', () => {
    thread.move(1);
    expect(thread.cursor.value).toBe(key('a'));
    thread.move(1);
    thread.move(-1);
    thread.move(-1);
    expect(thread.cursor.value).toBeNull();
  });
});

describe('a person', () => {
  it('is met with what they said, what we answered them, and whose turn it is', async () => {
    await hear(db, [
      {
        id: 'u2',
        name: 'Marta Ríos',
        handle: 'marta_farol',
        parent: 'b',
        text: 'Bram, mándanos el número.',
        ago: HOUR,
      },
    ]);
    const bram = personModel(seat.panel, `${SITE}:bram_osterhuis`, seat.ends.signal);
    await until(() => expect(bram.view.value?.name).toBe('Bram Osterhuis'));
    expect(bram.view.value?.exchanges.map(({ post }) => post.nativeId)).toEqual(['u2', 'b']);
    expect(bram.view.value?.waitsSince).toBeNull();
    expect(bram.view.value?.answeredAt).not.toBeNull();
  });

  it('is unknown where nothing is held', async () => {
    const nobody = personModel(seat.panel, 'nowhere:nobody', seat.ends.signal);
    await until(() => expect(nobody.view.value).toBeNull());
  });

  it('is remembered in the list by the last word between us, with the note', async () => {
    const leire = personModel(seat.panel, `${SITE}:leire_zubiri`, seat.ends.signal);
    await until(() => expect(leire.view.value).toBeTruthy());
    leire.writing.begin(leire.target.value);
    await leire.writing.save({ text: 'Vive en Soria', tags: [] }, ['Leire Zubiri']);
    const people = await acquaintances(db);
    expect(people.map((one) => one.name)).toEqual(['Leire Zubiri', 'Bram Osterhuis']);
    expect(people[0]).toMatchObject({ waitsSince: null, note: { text: 'Vive en Soria' } });
    expect(people[1]?.waitsSince).not.toBeNull();
  });
});
