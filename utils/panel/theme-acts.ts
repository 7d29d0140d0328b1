/** What can be done to a theme, each in one transaction, each with its way back. */
import type { Post } from '../core/post';
import type { Theme } from '../core/theme';
import { getPosts } from '../store/posts';
import type { TertuliaDatabase } from '../store/schema';
import { cut, cutsOf } from './theme-page';
import { nameOf } from './theme-view';
import type { Undo } from './undo';

export type ThemeAct = 'renamed' | 'muted' | 'heard' | 'pinned' | 'unpinned' | 'rejected' | 'merged' | 'cut';
/** `undefined` takes a field away. */
export type Change = { [K in 'name' | 'mutedUntil' | 'pinned' | 'notTheme' | 'mergedInto']?: Theme[K] | undefined };

export interface Acting {
  db: TertuliaDatabase;
  undo: Undo;
  id: string;
  /** The analysis looks again: what was merged or cut has other figures. */
  lookAgain(): void;
}

/** Changes what the user decides about a theme. */
export async function change({ db, undo, id, lookAgain }: Acting, did: ThemeAct, to: Change): Promise<void> {
  const write = (fields: Change) =>
    db.transaction('rw', db.themes, async () => {
      const theme = await db.themes.get(id);
      if (!theme) return null;
      const changed: Record<string, unknown> = { ...theme };
      for (const [field, value] of Object.entries(fields)) {
        if (value === undefined) delete changed[field];
        else changed[field] = value;
      }
      await db.themes.put(changed as unknown as Theme);
      return theme;
    });
  const before = await write(to);
  if (!before) return;
  if (did === 'merged') lookAgain();
  const back: Change = {};
  for (const field of Object.keys(to) as (keyof Change)[]) Object.assign(back, { [field]: before[field] });
  undo.did({ kind: 'theme', did, name: to.name ?? nameOf(before) }, async () => {
    await write(back);
    if (did === 'merged') lookAgain();
  });
}

/** Cuts off the posts that hold a word: a theme of its own from now on. */
export async function cutOff({ db, undo, id, lookAgain }: Acting, word: string): Promise<void> {
  const partId = `cut-${crypto.randomUUID()}`;
  const posts = await postsOf(db, id);
  const before = await db.transaction('rw', db.themes, async () => {
    const theme = await db.themes.get(id);
    const found = theme && cutsOf(theme, posts).find((one) => one.word === word);
    if (!theme || !found) return null;
    const { part, rest } = cut(theme, partId, found, posts);
    await db.themes.bulkPut([part, rest]);
    return theme;
  });
  if (!before) return;
  lookAgain();
  undo.did({ kind: 'theme', did: 'cut', name: word }, async () => {
    await db.transaction('rw', db.themes, async () => {
      const [theme, part] = await db.themes.bulkGet([id, partId]);
      if (!theme || !part) return;
      const { splitInto = [], ...bare } = theme;
      const left = splitInto.filter((other) => other !== partId);
      const whole = [...new Set([...theme.postKeys, ...part.postKeys])];
      await db.themes.put({ ...bare, postKeys: whole, ...(left.length > 0 && { splitInto: left }) });
      await db.themes.delete(partId);
    });
    lookAgain();
  });
}

async function postsOf(db: TertuliaDatabase, id: string): Promise<Post[]> {
  const theme = await db.themes.get(id);
  return theme ? getPosts(db, theme.postKeys) : [];
}
