import { describe, expect, it } from 'vitest';
import { Delta, featuresOfText, MOST_CORRECTIONS } from '../../utils/analysis/delta';
import { readPending } from '../../utils/analysis/worker/read-job';
import {
  type CorrectedLabel,
  type Correction,
  correctionId,
  type LabelValue,
  textHash,
} from '../../utils/core/correction';
import type { HeardPost } from '../../utils/core/post';
import { writeBackup } from '../../utils/keeping/backup';
import { restoreBackup } from '../../utils/keeping/restore';
import { keepBatch } from '../../utils/store/captures';
import { correct, newestCorrections, restoreCorrections, takeBackCorrection } from '../../utils/store/corrections';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { changeSettings } from '../../utils/store/settings';
import { heard } from '../core/sample';
import { MemorySink } from '../keeping/sample';
import { batch, freshDatabase, key, US } from '../store/fresh';
import { reader } from './model';

function correction(text: string, label: CorrectedLabel, to: LabelValue, at = 1, lang = 'es'): Correction {
  const postKey = `foro.example:${at}`;
  return {
    id: correctionId(postKey, label),
    ...{ postKey, label, to, at },
    was: 'no',
    textHash: textHash(text),
    features: featuresOfText(text, lang),
  };
}

const run = (db: TertuliaDatabase) =>
  readPending(db, { signal: new AbortController().signal, onProgress: () => {} }, reader, 10_000);

async function withPosts(...posts: HeardPost[]): Promise<TertuliaDatabase> {
  const db = freshDatabase();
  await changeSettings(db, (settings) => ({ ...settings, ...US }));
  await keepBatch(db, batch(posts), 5_000);
  await run(db);
  return db;
}

describe('the delta', () => {
  const said = 'El molinillo suena como un tractor cuesta arriba';
  const similar = 'Mi molinillo suena como un tractor';
  const other = 'Mañana hay concierto en la plaza y después feria';

  it('moves what is like the corrected post, and leaves the rest alone', () => {
    const delta = new Delta([correction(said, 'problem', 'yes')]);
    const problem = (text: string, with_?: Delta) => reader.read({ text, lang: 'es' }, with_).intents.problem ?? 0;
    expect(problem(said, delta)).toBeGreaterThan(problem(said) + 0.2);
    expect(problem(similar, delta)).toBeGreaterThan(problem(similar) + 0.1);
    expect(reader.read({ text: other, lang: 'es' }, delta)).toEqual(reader.read({ text: other, lang: 'es' }));
  });

  it('moves tone both ways', () => {
    const scores = (to: LabelValue) =>
      reader.read({ text: similar, lang: 'es' }, new Delta([correction(said, 'tone', to)])).tone.scores;
    const before = reader.read({ text: similar, lang: 'es' }).tone.scores;
    expect(scores('negative').negative).toBeGreaterThan(before.negative + 0.1);
    expect(scores('positive').positive).toBeGreaterThan(before.positive + 0.1);
    expect(scores('neutral').neutral).toBeGreaterThan(before.neutral);
  });

  it('is bounded: a thousand of the same move no more than one and a half times the step', () => {
    const many = Array.from({ length: MOST_CORRECTIONS + 50 }, (_, i) => correction(said, 'spam', 'yes', i + 1));
    const list = new Delta(many);
    const before = reader.read({ text: other, lang: 'es' });
    expect(reader.read({ text: other, lang: 'es' }, list)).toEqual(before);
    const moved = reader.read({ text: said, lang: 'es' }, list).intents.spam ?? 0;
    expect(moved).toBeLessThan(0.999);
  });

  it('keeps both where two corrections share words but disagree', () => {
    const delta = new Delta([
      correction('la cafetera gotea por debajo desde ayer', 'complaint', 'yes', 1),
      correction('la cafetera huele a gloria desde ayer', 'complaint', 'no', 2),
    ]);
    const complaint = (text: string) => reader.read({ text, lang: 'es' }, delta).intents.complaint ?? 0;
    expect(complaint('la cafetera gotea por debajo desde ayer')).toBeGreaterThan(
      complaint('la cafetera huele a gloria desde ayer') + 0.2,
    );
  });

  it('is the same whatever the order of the list, and holds no text', () => {
    const list = [correction(said, 'tone', 'negative', 1), correction(other, 'question', 'yes', 2)];
    expect(new Delta([...list].reverse()).digest).toBe(new Delta(list).digest);
    expect(JSON.stringify(list)).not.toMatch(/molinillo|concierto/);
  });
});

describe('correcting a post', () => {
  const posts = [
    heard('1', { text: 'Vuestro molinillo suena como un tractor cuesta arriba' }),
    heard('2', { text: 'Mi molinillo suena como un tractor cuesta abajo también' }),
    heard('3', { text: 'Mañana hay concierto en la plaza' }),
  ];

  it('says so at once, and similar posts follow with the next reading', async () => {
    const db = await withPosts(...posts);
    const before = await db.readings.get(key('2'));
    await correct(db, key('1'), 'problem', 'yes', 20);
    expect(await db.readings.get(key('1'))).toMatchObject({ intents: { problem: 1 }, corrected: ['problem'] });
    expect(await run(db)).toBeGreaterThan(0);
    const after = await db.readings.get(key('2'));
    expect(after?.intents.problem ?? 0).toBeGreaterThan(before?.intents.problem ?? 0);
    expect(await db.readings.get(key('1'))).toMatchObject({ intents: { problem: 1 }, corrected: ['problem'] });
    // All was read with it: nothing is left to do.
    expect(await run(db)).toBe(0);
  });

  it('is undone with all it taught', async () => {
    const db = await withPosts(...posts);
    const before = await db.readings.toArray();
    const made = await correct(db, key('1'), 'tone', 'positive', 20);
    await run(db);
    await takeBackCorrection(db, made?.is.id ?? '', made?.before);
    await run(db);
    expect(await db.readings.toArray()).toEqual(before);
    await restoreCorrections(db, made ? [made.is] : []);
    await run(db);
    expect((await db.readings.get(key('1')))?.tone).toMatchObject({ label: 'positive', confidence: 1 });
  });

  it('keeps the last word of two, and gives the first back on undo', async () => {
    const db = await withPosts(...posts);
    const read = (await db.readings.get(key('3')))?.needsReply.value ? 'yes' : 'no';
    await correct(db, key('3'), 'needsReply', 'yes', 20);
    const second = await correct(db, key('3'), 'needsReply', 'no', 21);
    expect(await newestCorrections(db, 9)).toMatchObject([{ to: 'no', was: read }]);
    expect((await db.readings.get(key('3')))?.needsReply).toMatchObject({ value: false, reason: 'saidSo' });
    await takeBackCorrection(db, second?.is.id ?? '', second?.before);
    await run(db);
    expect((await db.readings.get(key('3')))?.needsReply).toMatchObject({ value: true, reason: 'saidSo' });
  });

  it('stands for the words it was said of: an edited post is read anew', async () => {
    const db = await withPosts(...posts);
    await correct(db, key('3'), 'tone', 'negative', 20);
    await keepBatch(db, batch([heard('3', { text: 'Me encantó, gracias por todo, sois geniales' })]), 6_000);
    await run(db);
    expect(await db.readings.get(key('3'))).toMatchObject({ tone: { label: 'positive' } });
    expect((await db.readings.get(key('3')))?.corrected).toBeUndefined();
  });

  it('survives another version of the model', async () => {
    const db = await withPosts(...posts);
    await correct(db, key('3'), 'tone', 'mixed', 20);
    await db.readings.toCollection().modify({ version: 'older' });
    await run(db);
    expect((await db.readings.get(key('3')))?.tone.label).toBe('mixed');
  });

  it('goes with the backup: elsewhere the same is said, similar posts follow, and it can be undone', async () => {
    const db = await withPosts(...posts);
    const untaught = await db.readings.get(key('2'));
    const made = await correct(db, key('1'), 'problem', 'yes', 20);
    await run(db);
    const sink = new MemorySink();
    await writeBackup(db, sink, { app: '0.1.0', now: 30 });
    const other = freshDatabase();
    await restoreBackup(other, sink.file(), { now: 40 });
    await run(other);
    expect(await newestCorrections(other, 9)).toEqual(await newestCorrections(db, 9));
    expect(await other.readings.toArray()).toEqual(await db.readings.toArray());
    expect((await other.readings.get(key('2')))?.intents.problem).not.toBe(untaught?.intents.problem);

    await takeBackCorrection(other, made?.is.id ?? '');
    await run(other);
    expect((await other.readings.get(key('2')))?.intents).toEqual(untaught?.intents);
    expect((await other.readings.get(key('1')))?.corrected).toBeUndefined();
  });

  it('takes a post that asks nothing off the desk, and undo brings it back', async () => {
    const db = await withPosts(heard('9', { text: '¿Lumbrera abre los domingos?' }));
    expect((await db.posts.get(key('9')))?.desk).toBe('open');
    const made = await correct(db, key('9'), 'needsReply', 'no', 20);
    expect((await db.posts.get(key('9')))?.desk).toBe('done');
    await takeBackCorrection(db, made?.is.id ?? '');
    await run(db);
    expect((await db.posts.get(key('9')))?.desk).toBe('open');
  });
});
