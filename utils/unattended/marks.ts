/** Answers pages that ask who is known there, and keeps the notes written in them. */

import type { NoteTarget } from '../core/desk';
import { likenessesOf } from '../core/look-alike';
import { mayMark } from '../core/marks';
import { covers } from '../core/patterns';
import type { Settings } from '../core/settings';
import type { FromPageHandlers, PageSender } from '../messaging/channel-background';
import type { TertuliaDatabase } from '../store/db';
import { cardFor, marksFor } from '../store/marks';
import { allTags, notesFor, saveNote } from '../store/notes';
import { personOf } from '../store/people';

type Handlers = Pick<FromPageHandlers, 'marksHere' | 'marks' | 'card' | 'notes' | 'note'>;

/** `listened`: the settings where the page may be listened to, else null. */
export function marksForPages(
  db: () => TertuliaDatabase,
  listened: (page: PageSender) => Promise<Settings | null>,
): Handlers {
  async function allowed(page: PageSender): Promise<Settings | null> {
    const settings = await listened(page);
    if (!settings || !URL.canParse(page.origin)) return null;
    const site = settings.sites.find(({ pattern }) => covers(pattern, `${page.origin}/`));
    return mayMark(new URL(page.origin).hostname, site?.marks) ? settings : null;
  }
  /** A page where it is switched off learns nothing. It is looked up meanwhile: a badge should come at once. */
  async function only<Answer>(page: PageSender, look: () => Promise<Answer>): Promise<Answer> {
    const [may, answer] = await Promise.all([allowed(page), look()]);
    if (!may) throw new Error('not wanted there');
    return answer;
  }
  return {
    async marksHere(_, page) {
      const settings = await allowed(page);
      return { on: settings !== null, keys: settings?.pageKeys ?? {}, single: settings?.singleKeys ?? false };
    },
    marks: ({ accounts, posts }, page) => only(page, () => marksFor(db(), accounts, posts)),
    async card({ account }, page) {
      const settings = await allowed(page);
      if (!settings) throw new Error('not wanted there');
      const { us, brands } = settings;
      return cardFor(db(), account, likenessesOf([...us.map(({ handle }) => handle), ...brands]));
    },
    notes: ({ key }, page) =>
      only(page, async () => ({
        notes: await notesFor(db(), `post:${key}`),
        tags: (await allTags(db())).map(({ tag }) => tag),
      })),
    async note({ kind, key, ...draft }, page) {
      if (!(await allowed(page))) return { ok: false };
      const person = kind === 'person' ? await personOf(db(), key) : undefined;
      const target: NoteTarget = kind === 'post' ? `post:${key}` : `person:${person?.id ?? key}`;
      await saveNote(db(), { target, ...draft });
      return { ok: true };
    },
  };
}
