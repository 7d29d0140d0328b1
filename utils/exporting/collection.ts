/** Many conversations as one file, written a conversation at a time: all of them together may be too much to hold. */
import type { Note } from '../core/desk';
import { toActivityStreams } from './activitystreams';
import { csvHead, csvRows } from './csv';
import { HTML_END, htmlHead, htmlThread, noteHtml } from './html';
import { toJson, toNdjson } from './json';
import { frontMatter, markdownNote, markdownThread } from './markdown';
import { oneLine } from './plain-text';
import { type ExportOptions, isoTime, type ThreadExport } from './thread-export';
import type { ExportFormat } from './write';

/** What was asked for, in words: the title of the file. */
export interface CollectionHead {
  title: string;
  /** Notes on what was asked for itself: a theme, a person. Where a row is a post (CSV, XLSX) they have no place. */
  notes?: readonly Note[];
}

interface Writer {
  begin(head: CollectionHead, options: ExportOptions): string;
  thread(data: ThreadExport, options: ExportOptions): string;
  /** Between two conversations. */
  between: string;
  end: string;
}

const COLLECTION_FORMAT = 'tertulia/collection';

const WRITERS: Record<ExportFormat, Writer> = {
  markdown: {
    begin: ({ title, notes = [] }, { now, words }) =>
      [
        ...frontMatter([
          ['title', title],
          ['exported_at', isoTime(now)],
        ]),
        ...notes.flatMap((note) => markdownNote(note, words)),
        '',
      ].join('\n'),
    thread: (data, options) => markdownThread(data, options),
    between: '\n---\n\n',
    end: '',
  },
  html: {
    begin: ({ title, notes = [] }, { words }) =>
      htmlHead(title, words) + notes.map((note) => `${noteHtml(note, words)}\n`).join(''),
    thread: htmlThread,
    between: '',
    end: HTML_END,
  },
  csv: { begin: (_, options) => csvHead(options), thread: csvRows, between: '', end: '' },
  json: {
    begin: ({ title, notes }, { now }) =>
      `{"format":"${COLLECTION_FORMAT}","version":1,"exportedAt":${JSON.stringify(isoTime(now))},"title":${JSON.stringify(oneLine(title))},${
        notes?.length ? `"notes":${JSON.stringify(notes)},` : ''
      }"threads":[\n`,
    thread: (data, options) => toJson(data, options).trimEnd(),
    between: ',\n',
    end: '\n]}\n',
  },
  ndjson: {
    begin: ({ notes = [] }) => notes.map((note) => `${JSON.stringify({ type: 'note', ...note })}\n`).join(''),
    thread: toNdjson,
    between: '',
    end: '',
  },
  activitystreams: {
    begin: ({ title }, { now }) =>
      `{"@context":["https://www.w3.org/ns/activitystreams",{"tertulia":"urn:tertulia:"}],"type":"Collection","name":${JSON.stringify(oneLine(title))},"published":${JSON.stringify(isoTime(now))},"items":[\n`,
    thread: (data, options) => toActivityStreams(data, options).trimEnd(),
    between: ',\n',
    end: '\n]}\n',
  },
};

/** The file in pieces, in order. */
export async function* writeCollection(
  format: ExportFormat,
  head: CollectionHead,
  threads: AsyncIterable<ThreadExport> | Iterable<ThreadExport>,
  options: ExportOptions,
): AsyncGenerator<string> {
  const { begin, thread, between, end } = WRITERS[format];
  yield begin(head, options);
  let first = true;
  for await (const data of threads) {
    if (!first && between !== '') yield between;
    first = false;
    yield thread(data, options);
  }
  if (end !== '') yield end;
}
