/** Rules: what they do to posts just read, what they leave alone, and how what was applied by hand is taken back. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { readPending } from '../../utils/analysis/worker/read-job';
import type { Rule } from '../../utils/core/desk';
import { hasConsequence, readyRule, touchOf } from '../../utils/core/rules';
import { keepBatch } from '../../utils/store/captures';
import { restoreStates, setState } from '../../utils/store/desk';
import { removeNote, saveNote } from '../../utils/store/notes';
import { allRules, dropRule, type RuleDraft, restoreRule, saveRule, switchRule, untold } from '../../utils/store/rules';
import { applyRule, rulePosts, takeBackRule } from '../../utils/store/ruling';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { changeSettings } from '../../utils/store/settings';
import { saveWatch } from '../../utils/store/watches';
import { reader } from '../analysis/model';
import { heard, stored } from '../core/sample';
import { batch, freshDatabase, key, ours, US } from './fresh';

let db: TertuliaDatabase;
beforeEach(async () => {
  db = freshDatabase();
  await changeSettings(db, (settings) => ({ ...settings, ...US }));
});

const read = (now = 10_000) =>
  readPending(db, { signal: new AbortController().signal, onProgress: () => {} }, reader, now);
const hear = (at: number, ...posts: Parameters<typeof batch>[0]) => keepBatch(db, batch(posts), at);
const rule = (draft: Partial<RuleDraft>, at = 1_000) => saveRule(db, { name: 'una', query: 'goteo', ...draft }, at);
const tagsOf = async (id: string) =>
  (
    await db.notes
      .where('target')
      .equals(`post:${key(id)}`)
      .toArray()
  )
    .flatMap(({ tags }) => tags)
    .sort();
const leak = (id: string, over: Parameters<typeof heard>[1] = {}) =>
  heard(id, { text: 'Lumbrera, hay un goteo en la cocina, ¿qué hago?', ...over });

describe('a rule', () => {
  it('tags, puts aside, hands over, pins and asks for a word, once the post is read', async () => {
    await rule({ tags: ['fuga', 'cocina'], state: 'done', assignee: 'ines', pin: true, alert: true });
    await hear(5_000, leak('1'), heard('2', { text: 'Lumbrera, buenos días a todos' }));
    expect((await db.posts.get(key('1')))?.desk).toBe('open');
    await read();
    expect(await tagsOf('1')).toEqual(['cocina', 'fuga']);
    expect((await db.posts.get(key('1')))?.desk).toBe('done');
    expect(await db.cares.get(key('1'))).toMatchObject({ assignee: 'ines', pinned: 1 });
    expect((await untold(db)).keys).toEqual([key('1')]);
    expect(await tagsOf('2')).toEqual([]);
    expect((await db.posts.get(key('2')))?.desk).toBe('open');
  });

  it('leaves what was first seen before it stood', async () => {
    await hear(5_000, leak('1'));
    await rule({ tags: ['fuga'] }, 6_000);
    await hear(7_000, leak('2', { author: { name: 'Eloy', handle: 'eloy', url: null } }), leak('1'));
    await read();
    expect(await tagsOf('1')).toEqual([]);
    expect(await tagsOf('2')).toEqual(['fuga']);
  });

  it('asks for what was read, for a person, a site and a watch', async () => {
    await saveWatch(db, { name: 'El rival', query: 'Candela, Quinqué' });
    await rule({ query: 'is:question', tags: ['pregunta'] });
    await rule({ query: 'author:eloy', tags: ['eloy'] });
    await rule({ query: 'site:foro', tags: ['foro'] });
    await rule({ query: 'watch:"el rival"', tags: ['rival'] });
    await hear(
      5_000,
      leak('1'),
      heard('2', { text: 'Me paso al Quinqué.', author: { name: 'E', handle: 'eloy', url: null } }),
    );
    await read();
    expect(await tagsOf('1')).toEqual(['foro', 'pregunta']);
    expect(await tagsOf('2')).toEqual(['eloy', 'foro', 'rival']);
  });

  it('touches a post once: a tag taken off and a state taken back stay so', async () => {
    await rule({ tags: ['fuga'], state: 'done' });
    await hear(5_000, leak('1'));
    await read();
    const [note] = await db.notes.toArray();
    await removeNote(db, note!.id);
    await restoreStates(db, [key('1')], [undefined], 11_000);
    await hear(12_000, leak('1', { text: 'Lumbrera, sigue el goteo en la cocina.' }));
    expect(await read(13_000)).toBeGreaterThan(0);
    expect(await rulePosts(db, [key('1')], 14_000)).toBe(0);
    expect(await tagsOf('1')).toEqual([]);
    expect(await db.states.get(key('1'))).toBeUndefined();
  });

  it('leaves what was decided by hand', async () => {
    await hear(5_000, leak('1'));
    await setState(db, key('1'), 'snoozed', 90_000, 5_500);
    await db.cares.put({ postKey: key('1'), setAt: 5_500 });
    await saveNote(db, { target: `post:${key('1')}`, text: 'mía', tags: ['fuga'] }, 5_600);
    await rule({ tags: ['fuga', 'nueva'], state: 'done', assignee: 'ines', pin: true }, 1_000);
    await read();
    expect(await db.states.get(key('1'))).toMatchObject({ state: 'snoozed', until: 90_000 });
    expect(await db.cares.get(key('1'))).toEqual({ postKey: key('1'), setAt: 5_500 });
    expect(await tagsOf('1')).toEqual(['fuga', 'nueva']);
    expect((await db.notes.toArray()).find(({ text }) => text === 'mía')?.tags).toEqual(['fuga']);
  });

  it('leaves what we said, and brings nothing onto the desk in order to close it', async () => {
    await rule({ query: 'goteo', state: 'done', tags: ['x'] });
    await hear(5_000, ours('1', { text: 'El goteo se arregla así.' }), heard('2', { text: 'Un goteo cualquiera' }));
    await read();
    expect(await tagsOf('1')).toEqual([]);
    expect((await db.posts.get(key('2')))?.desk).toBeUndefined();
    expect(await tagsOf('2')).toEqual(['x']);
  });

  it('can put on the desk what nobody addressed to us', async () => {
    await rule({ query: 'goteo', state: 'open' });
    await hear(5_000, heard('2', { text: 'Un goteo cualquiera' }));
    await read();
    expect((await db.posts.get(key('2')))?.desk).toBe('open');
  });

  it('with a mistake, or asking for nothing, does nothing', async () => {
    await rule({ query: 'before:never', tags: ['a'] });
    await rule({ query: '', tags: ['b'] });
    await rule({ query: 'watch:ninguna', tags: ['c'] });
    await rule({ query: 'goteo OR', tags: ['d'] });
    await hear(5_000, leak('1'));
    await read();
    expect(await tagsOf('1')).toEqual([]);
  });

  it('that is off does nothing, and once on again leaves what came meanwhile', async () => {
    const { id } = await rule({ tags: ['fuga'] });
    await switchRule(db, id, false);
    await hear(5_000, leak('1'));
    await switchRule(db, id, true, 6_000);
    await hear(7_000, leak('2'));
    await read();
    expect(await tagsOf('1')).toEqual([]);
    expect(await tagsOf('2')).toEqual(['fuga']);
  });

  it('the one that stands longest decides; tags add up', async () => {
    await rule({ state: 'snoozed', tags: ['a'], assignee: 'ines' }, 1_000);
    await rule({ state: 'done', tags: ['a', 'b'], assignee: 'otra', pin: true }, 2_000);
    await hear(5_000, leak('1'));
    await read();
    expect((await db.posts.get(key('1')))?.desk).toBe('snoozed');
    expect(await tagsOf('1')).toEqual(['a', 'b']);
    expect(await db.cares.get(key('1'))).toMatchObject({ assignee: 'ines', pinned: 1 });
  });

  it('is dropped and put back as it was', async () => {
    const made = await rule({ tags: ['fuga'] });
    expect(await dropRule(db, made.id)).toEqual(made);
    expect(await allRules(db)).toEqual([]);
    await restoreRule(db, made);
    expect(await allRules(db)).toEqual([made]);
  });
});

describe('applied to what is stored', () => {
  it('touches what was chosen, tells nobody, and is taken back whole', async () => {
    await hear(5_000, leak('1'), leak('2', { author: { name: 'Eloy', handle: 'eloy', url: null } }));
    await read();
    const made = await rule({ tags: ['fuga'], state: 'done', assignee: 'ines', alert: true }, 20_000);
    const snapshot = async () =>
      JSON.stringify(
        await Promise.all([db.posts, db.notes, db.states, db.cares, db.ruled].map((table) => table.toArray())),
      );
    const was = await snapshot();
    const before = await applyRule(db, made, [key('1'), key('2')], 21_000);
    expect(before.postKeys).toEqual([key('1'), key('2')]);
    expect((await db.posts.get(key('2')))?.desk).toBe('done');
    expect((await untold(db)).keys).toEqual([]);
    const again = await applyRule(db, made, [key('1'), key('2')], 22_000);
    expect(again.postKeys).toEqual([]);
    await takeBackRule(db, before, 23_000);
    expect(await snapshot()).toBe(was);
  });
});

describe('whatever rules there are', () => {
  const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const anyRule: fc.Arbitrary<Rule> = fc.record({
    id: fc.uuid(),
    name: fc.constant('r'),
    query: fc.constantFrom('goteo', 'is:post', 'nada', 'before:x', '', '(', 'goteo OR', 'author:vera'),
    tags: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
    state: some(fc.constantFrom('open', 'snoozed', 'done')),
    assignee: some(fc.constantFrom('ines', 'ana')),
    pin: some(fc.boolean()),
    alert: some(fc.boolean()),
    on: fc.constant(true),
    at: fc.nat(9),
  }) as fc.Arbitrary<Rule>;

  it('the second time nothing changes', () => {
    const post = stored('1', { text: 'un goteo', desk: 'open', mention: 1 });
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 6 }), (rules) => {
        const ready = rules.flatMap((one) => readyRule(one, []) ?? []);
        expect(ready.every(({ rule }) => hasConsequence(rule))).toBe(true);
        const none = { state: undefined, care: undefined, ruled: undefined, tags: new Set<string>() };
        const touch = touchOf(ready, post, {}, none, 5);
        if (!touch) return;
        const held = {
          state: touch.state,
          care: touch.care,
          ruled: { postKey: post.key, rules: touch.rules, at: 5 },
          tags: new Set(touch.tags.flatMap(({ tags }) => tags)),
        };
        expect(touchOf(ready, { ...post, desk: touch.state?.state ?? 'open' }, {}, held, 6)).toBeNull();
      }),
    );
  });
});

describe('stopped in between', () => {
  it('a post is read and ruled, or neither', async () => {
    await rule({ tags: ['fuga'], state: 'done' });
    await hear(5_000, leak('1'));
    const put = db.ruled.bulkPut.bind(db.ruled);
    db.ruled.bulkPut = (() => Promise.reject(new Error('the browser closed'))) as never;
    await expect(read()).rejects.toThrow();
    expect(await db.readings.count()).toBe(0);
    expect(await tagsOf('1')).toEqual([]);
    db.ruled.bulkPut = put;
    expect(await read()).toBe(1);
    expect(await tagsOf('1')).toEqual(['fuga']);
    expect(await db.notes.count()).toBe(1);
  });

  it('two that read at the same time touch each post once', async () => {
    await rule({ tags: ['fuga'] });
    await hear(5_000, ...Array.from({ length: 30 }, (_, i) => leak(String(i))));
    await Promise.all([read(), read()]);
    expect(await db.notes.count()).toBe(30);
  });
});
