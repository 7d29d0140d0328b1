/** Takes a conversation away as a file. Screens call `exportThread`, then `download` in the click's own page. */
import type { Note, NoteTarget } from '../core/desk';
import type { ThreadKey } from '../core/post';
import type { ExportWords } from '../exporting/thread-export';
import { EXPORT_FORMATS, type ExportedFile, type ExportFormat, writeExport } from '../exporting/write';
import type { TertuliaDatabase } from '../store/schema';
import { day, exact } from '../text/dates';
import { number } from '../text/numbers';
import { currentLocale, plural, t } from '../text/t';

export { EXPORT_FORMATS, type ExportedFile, type ExportFormat };

export function exportWords(now: number): ExportWords {
  return {
    locale: currentLocale(),
    when: exact,
    coverage: (held, claimed) =>
      claimed === null
        ? plural('exportHeld', held)
        : t('exportCoverage', plural('exportClaimed', claimed), number(held)),
    lookedAt: (at) => t('exportLookedAt', day(at, now)),
    to: (name) => t('exportTo', name),
    quoted: (name) => (name ? t('exportQuotedName', name) : t('exportQuoted')),
    us: t('exportUs'),
    edited: t('exportEdited'),
    note: t('exportNote'),
    tags: t('exportTags'),
    picture: t('exportPicture'),
    unseen: t('exportUnseen'),
  };
}

/** The thread as a file of the format, with the user's notes or without. Throws where nothing of it is held. */
export async function exportThread(
  db: TertuliaDatabase,
  key: ThreadKey,
  format: ExportFormat,
  { notes: withNotes, now = Date.now() }: { notes: boolean; now?: number },
): Promise<ExportedFile> {
  const [thread, posts] = await Promise.all([db.threads.get(key), db.posts.where({ threadKey: key }).toArray()]);
  if (!thread || posts.length === 0) throw new Error(`nothing held of ${key}`);
  const targets: NoteTarget[] = [`thread:${key}`, ...posts.map((post): NoteTarget => `post:${post.key}`)];
  const keys = posts.map((post) => post.key);
  const [notes, readings, people] = await Promise.all([
    withNotes ? db.notes.where('target').anyOf(targets).toArray() : ([] as Note[]),
    db.readings.bulkGet(keys),
    withNotes
      ? db.people
          .where('accounts')
          .anyOf([...new Set(posts.map((post) => post.authorKey))])
          .distinct()
          .toArray()
      : [],
  ]);
  return writeExport(
    format,
    { thread, posts, notes, readings: readings.filter((reading) => reading !== undefined), people },
    { notes: withNotes, readings: true, now, words: exportWords(now) },
  );
}

/** Gives the file to the browser's own download: a link in the page, so that it takes no permission. */
export function download({ name, mime, text }: ExportedFile, page: Document = document): void {
  const address = URL.createObjectURL(new Blob([text], { type: mime }));
  const link = page.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the data once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
