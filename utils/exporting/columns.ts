/** The columns of the formats that hold one post a row. Each is a text, a number or a moment, never a formula. */
import type { Note } from '../core/desk';
import type { Post } from '../core/post';
import type { Reading } from '../core/reading';
import { outline } from './outline';
import { oneLine } from './plain-text';
import { type ExportOptions, notesByTarget, type ThreadExport } from './thread-export';

export interface Row {
  post: Post;
  depth: number;
  thread: ThreadExport['thread'];
  reading: Reading | undefined;
  notes: Note[];
}

/** A `line` is a name, a title or tags: nothing hides in it. `null` is unknown: an empty field, never 0. */
export type Column =
  | { name: string; kind: 'text' | 'line'; of: (row: Row) => string | null | undefined }
  | { name: string; kind: 'number' | 'time'; of: (row: Row) => number | null | undefined };

const text = (name: string, of: (row: Row) => string | null | undefined): Column => ({ name, kind: 'text', of });
const line = (name: string, of: (row: Row) => string | null | undefined): Column => ({ name, kind: 'line', of });
const number = (name: string, of: (row: Row) => number | null | undefined): Column => ({ name, kind: 'number', of });
const time = (name: string, of: (row: Row) => number | null | undefined): Column => ({ name, kind: 'time', of });

const COLUMNS: readonly Column[] = [
  text('key', ({ post }) => post.key),
  text('site', ({ post }) => post.site),
  text('kind', ({ post }) => post.kind),
  text('thread_key', ({ post }) => post.threadKey),
  line('thread_title', ({ thread }) => thread.title),
  text('url', ({ post }) => post.url),
  text('parent_key', ({ post }) => post.parentKey),
  number('depth', ({ depth }) => depth),
  line('author_name', ({ post }) => post.author.name),
  line('author_handle', ({ post }) => post.author.handle),
  text('author_url', ({ post }) => post.author.url),
  number('ours', ({ post }) => post.ours),
  time('posted_at', ({ post }) => post.postedAt),
  text('posted_at_source', ({ post }) => post.postedAtSource),
  time('edited_at', ({ post }) => post.editedAt),
  text('language', ({ post, reading }) => reading?.lang ?? post.lang),
  text('text', ({ post }) => post.text),
  text('quotes', ({ post }) =>
    (post.quotes ?? []).map((q) => (q.author ? `${oneLine(q.author)}: ${q.text}` : q.text)).join('\n'),
  ),
  text('media', ({ post }) => (post.media ?? []).map((m) => (m.alt ? `${oneLine(m.alt)} ${m.url}` : m.url)).join('\n')),
  number('replies', ({ post }) => post.counts?.replies),
  number('likes', ({ post }) => post.counts?.likes),
  number('shares', ({ post }) => post.counts?.shares),
  time('first_seen_at', ({ post }) => post.firstSeenAt),
  time('last_seen_at', ({ post }) => post.lastSeenAt),
];

const READING_COLUMNS: readonly Column[] = [
  text('tone', ({ reading }) => reading?.tone.label),
  text('intents', ({ reading }) => Object.keys(reading?.intents ?? {}).join(' ')),
  number('needs_reply', ({ reading }) => (reading ? Number(reading.needsReply.value) : null)),
];

const NOTE_COLUMNS: readonly Column[] = [
  text('notes', ({ notes }) => notes.map((note) => note.text).join('\n')),
  line('tags', ({ notes }) => [...new Set(notes.flatMap((note) => note.tags))].join(', ')),
];

export function columnsFor(options: Pick<ExportOptions, 'notes' | 'readings'>): Column[] {
  return [...COLUMNS, ...(options.readings ? READING_COLUMNS : []), ...(options.notes ? NOTE_COLUMNS : [])];
}

/** The posts of a thread in reading order, each below the one it answers. */
export function rowsOf(data: ThreadExport): Row[] {
  const readings = new Map((data.readings ?? []).map((reading) => [reading.key, reading]));
  const notes = notesByTarget(data.notes);
  return outline(data.posts).map(({ post, depth }) => ({
    post,
    depth,
    thread: data.thread,
    reading: readings.get(post.key),
    notes: notes.get(`post:${post.key}`) ?? [],
  }));
}
