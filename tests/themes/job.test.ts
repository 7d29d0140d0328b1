/** The job over a store: incremental, built again from what is kept, and true to what the user decided. */
import { describe, expect, it } from 'vitest';
import type { ThemePost } from '../../utils/analysis/themes/engine';
import { updateThemes } from '../../utils/analysis/worker/themes-job';
import type { Theme } from '../../utils/core/theme';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { isThereNews } from '../../utils/store/theme-cursor';
import { stored } from '../core/sample';
import { freshDatabase } from '../store/fresh';
import { SERVICE_THEMES } from './brand/service';
import { TRADE_THEMES } from './brand/trade';
import { DAY, HOUR, inject, quietCommunity, START } from './stream';

const PEOPLE = 80;
const one = inject(SERVICE_THEMES[0]!, START + 20 * DAY + 9 * HOUR, 3, PEOPLE);
const two = inject(TRADE_THEMES[1]!, START + 21 * DAY + 9 * HOUR, 4, PEOPLE);
const posts = [
  ...quietCommunity({ seed: 4, days: 25, postsADay: 30, people: PEOPLE }),
  ...one.posts,
  ...two.posts,
].sort((a, b) => a.at - b.at);
const END = START + 25 * DAY;

const row = (post: ThemePost) =>
  stored(post.key, {
    key: post.key,
    at: post.at,
    firstSeenAt: post.at,
    authorKey: post.author,
    text: post.text,
    site: post.site,
    threadKey: post.threadKey,
    lang: null,
  });

async function heard(until = END): Promise<TertuliaDatabase> {
  const db = freshDatabase();
  await db.posts.bulkPut(posts.filter((post) => post.at <= until).map(row));
  await updateThemes(db, { now: until });
  return db;
}

async function themeOf(db: TertuliaDatabase, keys: ReadonlySet<string>): Promise<Theme> {
  const share = ({ postKeys }: Theme) => postKeys.filter((key) => keys.has(key)).length;
  const themes = await db.themes.filter((theme) => theme.mergedInto === undefined).toArray();
  return themes.sort((a, b) => share(b) - share(a))[0]!;
}

async function rebuild(db: TertuliaDatabase): Promise<void> {
  await db.meta.delete('themeState');
  await updateThemes(db, { now: END });
}

describe('the themes of a store', () => {
  it('hear only what is new, and know when there is nothing', async () => {
    const db = await heard(START + 20 * DAY);
    expect(await isThereNews(db, START + 20 * DAY)).toBe(false);
    await db.posts.bulkPut(posts.filter((post) => post.at > START + 20 * DAY).map(row));
    expect(await isThereNews(db, END)).toBe(true);
    // What was heard before is not read again: it can go, and is still counted.
    await db.posts
      .where('firstSeenAt')
      .below(START + 20 * DAY - 2 * HOUR)
      .delete();
    await updateThemes(db, { now: END });
    const found = await themeOf(db, one.truth.keys);
    expect(found.postKeys.filter((key) => one.truth.keys.has(key)).length).toBeGreaterThan(one.truth.keys.size / 2);
    expect(await isThereNews(db, END)).toBe(false);
  });

  it('are the same when built again', async () => {
    const db = await heard();
    const before = (await db.themes.toArray()).sort((a, b) => (a.id < b.id ? -1 : 1));
    await rebuild(db);
    const after = (await db.themes.toArray()).sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(before.length).toBeGreaterThan(1);
    expect(after).toEqual(before);
  });

  it('stay muted, renamed, pinned and rejected when built again', async () => {
    const db = await heard();
    const [a, b] = [await themeOf(db, one.truth.keys), await themeOf(db, two.truth.keys)];
    await db.themes.update(a.id, { name: 'El apagón', mutedUntil: 8.64e15 });
    await db.themes.update(b.id, { notTheme: true, pinned: true });
    await rebuild(db);
    const again = await db.themes.get(a.id);
    expect(again).toMatchObject({ name: 'El apagón', mutedUntil: 8.64e15, tier: a.tier });
    expect(again!.label).not.toBe('');
    expect(new Set(again!.postKeys)).toEqual(new Set(a.postKeys));
    expect(await db.themes.get(b.id)).toMatchObject({ notTheme: true, pinned: true });
    // Neither was raised a second time beside itself.
    const double = (await db.themes.toArray()).filter(
      (theme) => theme.id !== a.id && theme.postKeys.filter((key) => a.postKeys.includes(key)).length > 2,
    );
    expect(double).toEqual([]);
  });

  it('stay merged, show both, and come apart again', async () => {
    const db = await heard();
    const [a, b] = [await themeOf(db, one.truth.keys), await themeOf(db, two.truth.keys)];
    await db.themes.update(b.id, { mergedInto: a.id });
    await updateThemes(db, { now: END });
    const both = new Set([...a.postKeys, ...b.postKeys]);
    expect(new Set((await db.themes.get(a.id))!.postKeys)).toEqual(both);
    await rebuild(db);
    expect(await db.themes.get(b.id)).toMatchObject({ mergedInto: a.id });
    expect(new Set((await db.themes.get(a.id))!.postKeys)).toEqual(both);
    await db.themes
      .where('id')
      .equals(b.id)
      .modify((theme) => {
        delete (theme as Partial<Theme>).mergedInto;
      });
    await updateThemes(db, { now: END });
    expect(new Set((await db.themes.get(a.id))!.postKeys)).toEqual(new Set(a.postKeys));
    expect(new Set((await db.themes.get(b.id))!.postKeys)).toEqual(new Set(b.postKeys));
  });

  it('stay cut, and grow together when the cut is taken back', async () => {
    const db = await heard();
    const whole = await themeOf(db, one.truth.keys);
    const part = whole.postKeys.slice(0, 4);
    await db.themes.put({ ...whole, id: 'part', name: 'Una parte', postKeys: part, splitFrom: whole.id });
    await db.themes.update(whole.id, { splitInto: ['part'] });
    await updateThemes(db, { now: END });
    await rebuild(db);
    expect(new Set((await db.themes.get('part'))!.postKeys)).toEqual(new Set(part));
    expect((await db.themes.get(whole.id))!.postKeys.filter((key) => part.includes(key))).toEqual([]);
    await db.themes.delete('part');
    await db.themes
      .where('id')
      .equals(whole.id)
      .modify((theme) => {
        delete (theme as Partial<Theme>).splitInto;
      });
    await updateThemes(db, { now: END });
    expect(new Set((await db.themes.get(whole.id))!.postKeys)).toEqual(new Set(whole.postKeys));
  });

  it('stay cut while all of it still goes on', async () => {
    const during = START + 20 * DAY + 30 * HOUR;
    const db = await heard(during);
    const whole = await themeOf(db, one.truth.keys);
    const part = whole.postKeys.slice(0, 3);
    await db.themes.bulkPut([
      { ...whole, id: 'part', postKeys: part, splitFrom: whole.id },
      { ...whole, postKeys: whole.postKeys.slice(3), splitInto: ['part'] },
    ]);
    await db.posts.bulkPut(posts.filter((post) => post.at > during && post.at <= during + 6 * HOUR).map(row));
    for (const now of [during, during + 3 * HOUR, during + 6 * HOUR]) {
      await updateThemes(db, { now });
      const [left, off] = await db.themes.bulkGet([whole.id, 'part']);
      expect(off!.postKeys).toEqual(expect.arrayContaining(part));
      expect(left!.postKeys.filter((key) => off!.postKeys.includes(key))).toEqual([]);
      expect(left!.postKeys).toEqual(expect.arrayContaining(whole.postKeys.slice(3)));
    }
  });

  it('find no news in what says nothing of now', async () => {
    const db = await heard();
    await db.posts.put({ ...row(posts[0]!), key: 'foro:ad', sponsored: true, firstSeenAt: END });
    await db.posts.put({ ...row(posts[0]!), key: 'foro:old', at: END - 400 * DAY, firstSeenAt: END });
    expect(await isThereNews(db, END)).toBe(true);
    await updateThemes(db, { now: END });
    expect(await isThereNews(db, END)).toBe(false);
  });

  it('begins anew from a state it cannot read', async () => {
    const db = await heard();
    const before = await db.themes.count();
    await db.meta.put({ name: 'themeState', value: new Uint8Array([1, 2, 3]).buffer });
    await db.meta.put({
      name: 'cursor:themes',
      value: JSON.stringify({ seenAt: END, brands: '', stamp: 'x', lookedAt: 0 }),
    });
    await updateThemes(db, { now: END });
    expect(await db.themes.count()).toBe(before);
  });
});
