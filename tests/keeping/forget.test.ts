/** Forgetting a person: afterwards nothing of them is anywhere, and they are not heard again. */
import { describe, expect, it } from 'vitest';
import { writeBackup } from '../../utils/keeping/backup';
import { finishForgettingPeople, forgetPerson, OneOfUs } from '../../utils/keeping/forget';
import { inspectBackup } from '../../utils/keeping/inspect';
import { restoreBackup } from '../../utils/keeping/restore';
import { keepBatch } from '../../utils/store/captures';
import { saveNote } from '../../utils/store/notes';
import { saveRule } from '../../utils/store/rules';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { heard } from '../core/sample';
import { batch, freshDatabase, ours } from '../store/fresh';
import { fill, MemorySink, NOW } from './sample';

const SECRET = 'Mi vecina de arriba riega las plantas cada noche y el agua cae en mi cocina';
const NEREA = { name: 'Nerea Olmedo', handle: 'nerea_o', url: 'https://foro.example/u/nerea_o' };
/** What must not be found anywhere, in any spelling. */
const TRACES = [/nerea/i, /olmedo/i, /vecina de arriba/i, /riega las plantas/i];

async function community(db: TertuliaDatabase): Promise<void> {
  await fill(db);
  const opening = { threadKey: 'foro.example:n', threadTitle: 'Riega las plantas cada noche y el agua cae' };
  await keepBatch(
    db,
    batch(
      [
        heard('n1', {
          ...opening,
          author: NEREA,
          text: SECRET,
          url: 'https://foro.example/t/riega-las-plantas-cada-noche-y-el-agua-cae/1',
        }),
        heard('n2', {
          ...opening,
          url: 'https://foro.example/t/riega-las-plantas-cada-noche-y-el-agua-cae/2',
          parentKey: 'foro.example:n1',
          author: { name: 'Otto', handle: 'otto', url: null },
          text: `@nerea_o, como dice NEREA OLMEDO: "riega las plantas cada noche y el agua cae" (https://foro.example/u/nerea_o). Habla con Lumbrera.`,
          quotes: [{ author: 'Nerea Olmedo', text: 'riega las plantas' }],
          mentions: ['nerea_o'],
        }),
        ours('n3', {
          ...opening,
          parentKey: 'foro.example:n1',
          text: 'Hola, Nerea Olmedo, te llamamos.',
          postedAt: 2_000,
        }),
      ],
      {
        threads: [
          {
            key: 'foro.example:n',
            url: 'https://foro.example/t/riega-las-plantas-cada-noche-y-el-agua-cae',
            title: opening.threadTitle,
            claimed: 9,
          },
        ],
      },
    ),
    NOW,
  );
  await saveRule(
    db,
    { name: 'Lo de Nerea Olmedo', query: 'author:nerea_o OR vecina', tags: ['nerea_o'], pin: true },
    NOW,
  );
  await db.ruled.put({ postKey: 'foro.example:n1', rules: ['r'], at: NOW });
  await db.cares.put({ postKey: 'foro.example:n1', assignee: 'ines', setAt: NOW });
  await keepBatch(db, batch([heard('n1', { ...opening, author: NEREA, text: `${SECRET}, y ya van tres` })]), NOW + 1);
  await saveNote(db, { target: 'post:foro.example:n1', text: 'vive sola', tags: [] }, NOW);
  await saveNote(db, { target: 'person:foro.example:nerea_o', text: 'alérgica', tags: [] }, NOW);
  await saveNote(db, { target: 'post:foro.example:n2', text: 'avisar a Nerea Olmedo', tags: [], quote: SECRET }, NOW);
  await db.readings.put({ ...(await db.readings.get('foro.example:1'))!, key: 'foro.example:n1' });
  const theme = (await db.themes.get('th1'))!;
  await db.themes.put({
    ...theme,
    label: 'vecina de Nerea Olmedo',
    postKeys: [...theme.postKeys, 'foro.example:n1'],
    quoteKeys: ['foro.example:n1', ...theme.quoteKeys],
    authorKeys: [...theme.authorKeys, 'foro.example:nerea_o'],
  });
}

async function dump(db: TertuliaDatabase): Promise<string> {
  const all: unknown[] = [];
  for (const table of db.tables) {
    const rows = await table.toArray();
    // Bytes are read as letters too: an index of words would be found in them.
    for (const row of rows)
      all.push(
        JSON.stringify(row, (_, value) =>
          value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value,
        ),
      );
    for (const index of table.schema.indexes)
      all.push(
        (
          await table
            .orderBy(index.name)
            .keys()
            .catch(() => [])
        ).join('\n'),
      );
  }
  return all.join('\n');
}

const expectNothingIn = (text: string) => {
  for (const trace of TRACES)
    expect(
      trace.exec(text)?.input.slice(Math.max(0, trace.exec(text)!.index - 200), trace.exec(text)!.index + 100) ?? null,
    ).toBeNull();
};

describe('forgetting a person', () => {
  it('leaves no name, handle, link, word or key of theirs in any table or index, nor in a copy made later', async () => {
    const db = freshDatabase();
    await community(db);
    expect(TRACES.every((trace) => trace.test('')) ? null : await dump(db)).toMatch(/nerea/i);
    const receipt = await forgetPerson(db, 'foro.example:nerea_o', { now: NOW });
    expectNothingIn(await dump(db));
    expect(receipt.counts).toMatchObject({ posts: expect.any(Number), notes: expect.any(Number), themes: 1 });
    const sink = new MemorySink();
    await writeBackup(db, sink, { app: '0.1.0' });
    const other = freshDatabase();
    await restoreBackup(other, sink.file());
    expectNothingIn(await dump(other));
  });

  it('keeps what others said, without them', async () => {
    const db = freshDatabase();
    await community(db);
    const others = await db.posts.filter(({ authorKey }) => authorKey !== 'foro.example:nerea_o').count();
    await forgetPerson(db, 'foro.example:nerea_o');
    expect(await db.posts.count()).toBe(others);
    const otto = await db.posts.get('foro.example:n2');
    expect(otto?.text).toContain('Habla con Lumbrera.');
    expect(otto).toMatchObject({ quotes: [], mentions: [], author: { name: 'Otto' } });
    expect((await db.posts.get('foro.example:n3'))?.text).toBe('Hola, …, te llamamos.');
    const thread = await db.threads.get('foro.example:n');
    expect(thread?.held).toBe(2);
    expect(await db.posts.get('foro.example:4')).toMatchObject({
      text: expect.stringContaining('Lumbrera, mensaje 4'),
    });
  });

  it('does not hear them again, by their own hand or by another’s', async () => {
    const db = freshDatabase();
    await community(db);
    await forgetPerson(db, 'foro.example:nerea_o');
    const keys = await keepBatch(
      db,
      batch([
        heard('n1', { author: NEREA, text: SECRET }),
        heard('n9', { author: { ...NEREA, name: 'Otra cosa' }, text: 'hola' }),
        heard('z', {
          author: { name: 'Zoe', handle: 'zoe', url: null },
          text: 'gracias @nerea_o',
          quotes: [{ author: 'Nerea Olmedo', text: 'nada' }],
        }),
      ]),
      NOW + 99,
    );
    // Answered for, so that the page does not send them for ever.
    expect(keys).toContain('foro.example:n9');
    expect(await db.posts.get('foro.example:n9')).toBeUndefined();
    expect(await db.posts.get('foro.example:z')).toMatchObject({ text: 'gracias …' });
    expectNothingIn(await dump(db));
  });

  it('does not take them back from a copy made before', async () => {
    const db = freshDatabase();
    await community(db);
    const sink = new MemorySink();
    await writeBackup(db, sink, { app: '0.1.0' });
    await forgetPerson(db, 'foro.example:nerea_o');
    const report = await restoreBackup(db, sink.file());
    expect(report.forgotten).toBeGreaterThan(0);
    expectNothingIn(await dump(db));
  });

  it('goes on at the next start when it was cut short', async () => {
    for (let stop = 0; stop < 8; stop++) {
      const db = freshDatabase();
      await community(db);
      const ends = new AbortController();
      let steps = 0;
      const work = forgetPerson(db, 'foro.example:nerea_o', {
        signal: ends.signal,
        onProgress: () => steps++ === stop && ends.abort(new Error('killed')),
      });
      await work.catch(() => undefined);
      await finishForgettingPeople(db);
      expectNothingIn(await dump(db));
      expect((await db.forgotten.toArray()).every(({ passages }) => passages === undefined)).toBe(true);
    }
  });

  it('leaves one of us alone, and somebody else of the same name', async () => {
    const db = freshDatabase();
    await community(db);
    await keepBatch(
      db,
      batch([heard('h', { author: { name: 'Nerea Olmedo', handle: 'la_otra', url: null }, text: 'soy otra' })]),
      NOW,
    );
    await forgetPerson(db, 'foro.example:nerea_o');
    expect(await db.posts.get('foro.example:h')).toMatchObject({ text: 'soy otra', author: { name: 'Nerea Olmedo' } });
    await expect(forgetPerson(db, 'foro.example:ines')).rejects.toBeInstanceOf(OneOfUs);
  });

  it('keeps of them digests only', async () => {
    const db = freshDatabase();
    await community(db);
    await forgetPerson(db, 'foro.example:nerea_o');
    expect(Object.keys((await db.forgotten.toArray())[0] ?? {}).sort()).toEqual([
      'at',
      'counts',
      'digests',
      'id',
      'lengths',
      'salt',
    ]);
    const sink = new MemorySink();
    await writeBackup(db, sink, { app: '0.1.0' });
    expect((await inspectBackup(db, sink.file())).rows.forgotten).toBe(1);
  });
});
