/** CSV: one row a post, for spreadsheets. UTF-8 with BOM, CRLF, every field in quotes. */
import type { Note } from '../core/desk';
import type { Post } from '../core/post';
import type { Reading } from '../core/reading';
import { outline } from './outline';
import { cleanText } from './plain-text';
import { type ExportOptions, isoTime, notesByTarget, type ThreadExport } from './thread-export';

/**
 * What a spreadsheet might take for a formula, with what it skips before it: blanks, invisible characters, quotes.
 * Wider than the usual `= + - @`, which let through a leading line feed, a zero-width space or a full-width sign
 * (docs/decisions).
 */
const FORMULA = /^[\s\u00a0\u200b-\u200f\u2060\ufeff\0"']*[=+\-@\t\r\n|%\uff1d\uff0b\uff0d\uff20]/;

/** Text that no spreadsheet runs: a `'` before each line that might be a formula. */
function neutralise(text: string): string {
  if (!text.includes('\n')) return FORMULA.test(text) ? `'${text}` : text;
  // The whole value first (it may begin with a line break), then each line: some readers split a field at its breaks.
  const lines = text.split('\n').map((line) => (FORMULA.test(line) ? `'${line}` : line));
  const joined = lines.join('\n');
  return FORMULA.test(joined) && !joined.startsWith("'") ? `'${joined}` : joined;
}

const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;
const textField = (text: string | null | undefined) => quoted(neutralise(cleanText(text ?? '')));
/** A number stays a number: it comes from us, never from a page's text. Unknown is empty, never 0. */
const numberField = (value: number | null | undefined) =>
  quoted(value === null || value === undefined || !Number.isFinite(value) ? '' : String(value));
const timeField = (at: number | null | undefined) => quoted(isoTime(at) ?? '');

interface Row {
  post: Post;
  depth: number;
  reading: Reading | undefined;
  notes: Note[];
}

interface Column {
  name: string;
  field: (row: Row, data: ThreadExport) => string;
}

const COLUMNS: Column[] = [
  { name: 'key', field: ({ post }) => textField(post.key) },
  { name: 'site', field: ({ post }) => textField(post.site) },
  { name: 'kind', field: ({ post }) => textField(post.kind) },
  { name: 'thread_key', field: ({ post }) => textField(post.threadKey) },
  { name: 'thread_title', field: (_, { thread }) => textField(thread.title) },
  { name: 'url', field: ({ post }) => textField(post.url) },
  { name: 'parent_key', field: ({ post }) => textField(post.parentKey) },
  { name: 'depth', field: ({ depth }) => numberField(depth) },
  { name: 'author_name', field: ({ post }) => textField(post.author.name) },
  { name: 'author_handle', field: ({ post }) => textField(post.author.handle) },
  { name: 'author_url', field: ({ post }) => textField(post.author.url) },
  { name: 'ours', field: ({ post }) => numberField(post.ours) },
  { name: 'posted_at', field: ({ post }) => timeField(post.postedAt) },
  { name: 'posted_at_source', field: ({ post }) => textField(post.postedAtSource) },
  { name: 'edited_at', field: ({ post }) => timeField(post.editedAt) },
  { name: 'language', field: ({ post, reading }) => textField(reading?.lang ?? post.lang) },
  { name: 'text', field: ({ post }) => textField(post.text) },
  {
    name: 'quotes',
    field: ({ post }) =>
      textField((post.quotes ?? []).map((q) => (q.author ? `${q.author}: ${q.text}` : q.text)).join('\n')),
  },
  {
    name: 'media',
    field: ({ post }) => textField((post.media ?? []).map((m) => (m.alt ? `${m.alt} ${m.url}` : m.url)).join('\n')),
  },
  { name: 'replies', field: ({ post }) => numberField(post.counts?.replies) },
  { name: 'likes', field: ({ post }) => numberField(post.counts?.likes) },
  { name: 'shares', field: ({ post }) => numberField(post.counts?.shares) },
  { name: 'first_seen_at', field: ({ post }) => timeField(post.firstSeenAt) },
  { name: 'last_seen_at', field: ({ post }) => timeField(post.lastSeenAt) },
];

const READING_COLUMNS: Column[] = [
  { name: 'tone', field: ({ reading }) => textField(reading?.tone.label) },
  { name: 'intents', field: ({ reading }) => textField(Object.keys(reading?.intents ?? {}).join(' ')) },
  {
    name: 'needs_reply',
    field: ({ reading }) => numberField(reading ? Number(reading.needsReply.value) : null),
  },
];

const NOTE_COLUMNS: Column[] = [
  { name: 'notes', field: ({ notes }) => textField(notes.map((note) => note.text).join('\n')) },
  { name: 'tags', field: ({ notes }) => textField([...new Set(notes.flatMap((note) => note.tags))].join(', ')) },
];

/** The thread as CSV, in reading order: each post below the one it answers. */
export function toCsv(data: ThreadExport, options: ExportOptions): string {
  const columns = [...COLUMNS, ...(options.readings ? READING_COLUMNS : []), ...(options.notes ? NOTE_COLUMNS : [])];
  const readings = new Map((data.readings ?? []).map((reading) => [reading.key, reading]));
  const notes = notesByTarget(data.notes);
  const lines = outline(data.posts).map(({ post, depth }) => {
    const row: Row = {
      post,
      depth,
      reading: readings.get(post.key),
      notes: notes.get(`post:${post.key}`) ?? [],
    };
    return columns.map((column) => column.field(row, data)).join(',');
  });
  return `\ufeff${[columns.map((column) => quoted(column.name)).join(','), ...lines].join('\r\n')}\r\n`;
}
