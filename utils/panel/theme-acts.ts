/** What can be done to a theme, each in one transaction, each with its way back. */
import type { Post, PostKey } from '../core/post';
import type { Theme } from '../core/theme';
import { getPosts } from '../store/posts';
import type { TertuliaDatabase } from '../store/schema';
import { cut, cutsOf, wordsOfPicked } from './theme-page';
import { carriedWords, nameOf } from './theme-view';
import type { Undo } from './undo';

export type ThemeAct =
  | 'renamed'
  | 'muted'
  | 'heard'
  | 'pinned'
  | 'unpinned'
  | 'rejected'
  | 'accepted'
  | 'merged'
  | 'unmerged'
  | 'cut';
/** `undefined` takes a field away. */
export type Change = { [K in 'name' | 'mutedUntil' | 'pinned' | 'notTheme' | 'mergedInto']?: Theme[K] | undefined };

export interface Acting {
  db: TertuliaDatabase;
  undo: Undo;
  id: string;
  /** The analysis looks again: what was merged or cut has other figures. */
  lookAgain(): void;
}

/** What is put together or taken apart has other figures. */
const isSeenAnew = (did: ThemeAct) => did === 'merged' || did === 'unmerged';

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
  if (isSeenAnew(did)) lookAgain();
  const back: Change = {};
  for (const field of Object.keys(to) as (keyof Change)[]) Object.assign(back, { [field]: before[field] });
  undo.did({ kind: 'theme', did, name: to.name ?? nameOf(before) }, async () => {
    await write(back);
    if (isSeenAnew(did)) lookAgain();
  });
}

/** What is cut off a theme: its posts, and the words they are known by. */
interface Off {
  word: string;
  keys: readonly PostKey[];
  terms?: string[];
}

/** Cuts off the posts that hold a word: a theme of its own from now on. */
export function cutOff(acting: Acting, word: string): Promise<void> {
  return part(acting, (theme, posts) => cutsOf(theme, posts).find((one) => one.word === word));
}

/** Cuts off the posts the user picked. All or none is no cut. */
export function cutPicked(acting: Acting, keys: readonly PostKey[]): Promise<void> {
  const wanted = new Set(keys);
  return part(acting, (_, posts) => {
    const picked = posts.filter((post) => wanted.has(post.key));
    const rest = posts.filter((post) => !wanted.has(post.key));
    if (picked.length === 0 || rest.length === 0) return undefined;
    const terms = wordsOfPicked(picked, rest);
    const word = terms.slice(0, 2).join(' · ') || carriedWords(picked[0]!.text, [], SHORT);
    return { word, keys: picked.map((post) => post.key), terms };
  });
}

const SHORT = 40;

async function part(
  { db, undo, id, lookAgain }: Acting,
  find: (theme: Theme, posts: readonly Post[]) => Off | undefined,
): Promise<void> {
  const partId = `cut-${crypto.randomUUID()}`;
  const posts = await postsOf(db, id);
  const found = await db.transaction('rw', db.themes, async () => {
    const theme = await db.themes.get(id);
    const off = theme && find(theme, posts);
    if (!theme || !off) return null;
    const halves = cut(theme, partId, off, posts);
    await db.themes.bulkPut([halves.part, halves.rest]);
    return off;
  });
  if (!found) return;
  lookAgain();
  undo.did({ kind: 'theme', did: 'cut', name: found.word }, async () => {
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
