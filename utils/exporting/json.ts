/** JSON and NDJSON: the same records, for other programs. Shape and meaning: `docs/formats.md` and its JSON Schema. */
import type { Note, Person } from '../core/desk';
import type { HeardPost, Wording } from '../core/post';
import type { Reading } from '../core/reading';
import { outline } from './outline';
import { wellFormed } from './plain-text';
import { type ExportOptions, isoTime, type ThreadExport } from './thread-export';

export const THREAD_FORMAT = 'tertulia/thread';
export const THREAD_FORMAT_VERSION = 1;

/** A post under the names of the row contract, and what is derived from it. */
interface PostRecord extends HeardPost {
  history?: Wording[];
  firstSeenAt: number;
  lastSeenAt: number;
  ours: boolean;
}

interface ThreadRecord {
  format: typeof THREAD_FORMAT;
  version: typeof THREAD_FORMAT_VERSION;
  exportedAt: string | null;
  thread: {
    key: string;
    site: string;
    url: string;
    title: string;
    claimed: number | null;
    held: number;
    lastSeenAt: number;
  };
  posts: PostRecord[];
  readings?: Reading[];
  notes?: Note[];
  people?: Person[];
}

function postRecords(data: ThreadExport): PostRecord[] {
  return outline(data.posts).map(({ post }) => {
    // What is derived for the desk's indexes says nothing to another program.
    const {
      at: _at,
      authorKey: _author,
      mention: _mention,
      waitsSince: _since,
      desk: _desk,
      deskAt: _deskAt,
      ...kept
    } = post;
    const { asOf: _asOf, ours, ...heard } = kept;
    return { ...heard, ours: ours === 1 };
  });
}

/** The conversation as one object. Times are milliseconds UTC, as stored. */
function threadRecord(data: ThreadExport, options: ExportOptions): ThreadRecord {
  const { key, site, url, title, claimed, lastSeenAt } = data.thread;
  return {
    format: THREAD_FORMAT,
    version: THREAD_FORMAT_VERSION,
    exportedAt: isoTime(options.now),
    thread: { key, site, url, title, claimed, held: data.posts.length, lastSeenAt },
    posts: postRecords(data),
    ...(options.readings && data.readings ? { readings: data.readings } : {}),
    ...(options.notes ? { notes: data.notes } : {}),
    ...(options.notes && data.people?.length ? { people: data.people } : {}),
  };
}

const asWritten = (_name: string, value: unknown) => (typeof value === 'string' ? wellFormed(value) : value);

export function toJson(data: ThreadExport, options: ExportOptions): string {
  return `${JSON.stringify(threadRecord(data, options), asWritten, 2)}\n`;
}

/** One record a line, each with its `type`: the thread first, then posts, readings, notes and people. */
export function toNdjson(data: ThreadExport, options: ExportOptions): string {
  const { posts, readings = [], notes = [], people = [], ...head } = threadRecord(data, options);
  const lines = [
    { type: 'thread', ...head },
    ...posts.map((post) => ({ type: 'post', ...post })),
    ...readings.map((reading) => ({ type: 'reading', ...reading })),
    ...notes.map((note) => ({ type: 'note', ...note })),
    ...people.map((person) => ({ type: 'person', ...person })),
  ];
  return lines.map((line) => `${JSON.stringify(line, asWritten)}\n`).join('');
}
