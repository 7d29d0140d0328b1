/** Which formats there are, and the name a file gets. */
import { toActivityStreams } from './activitystreams';
import { toCsv } from './csv';
import { toHtml } from './html';
import { toJson, toNdjson } from './json';
import { toMarkdown } from './markdown';
import { oneLine } from './plain-text';
import type { ExportOptions, ThreadExport } from './thread-export';

interface Format {
  extension: string;
  mime: string;
  write: (data: ThreadExport, options: ExportOptions) => string;
}

const FORMATS = {
  markdown: { extension: 'md', mime: 'text/markdown', write: toMarkdown },
  csv: { extension: 'csv', mime: 'text/csv', write: toCsv },
  json: { extension: 'json', mime: 'application/json', write: toJson },
  html: { extension: 'html', mime: 'text/html', write: toHtml },
  ndjson: { extension: 'ndjson', mime: 'application/x-ndjson', write: toNdjson },
  activitystreams: { extension: 'as.json', mime: 'application/activity+json', write: toActivityStreams },
} satisfies Record<string, Format>;

export type ExportFormat = keyof typeof FORMATS;

/** In the order they are offered. */
export const EXPORT_FORMATS = Object.keys(FORMATS) as ExportFormat[];

/** Ending and type of a format's files. */
export function formatOf(format: ExportFormat): { extension: string; mime: string } {
  const { extension, mime } = FORMATS[format];
  return { extension, mime };
}

export interface ExportedFile {
  name: string;
  mime: string;
  text: string;
}

/** Names that Windows keeps for devices, whatever their ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;
/** Signs, of up to four bytes each: with the day and the ending below the 255 bytes of most file systems. */
const MAX_NAME = 55;

/** A name that every file system takes: letters and digits of any script, hyphens, the day. */
export function fileName(title: string, at: number, extension: string): string {
  const slug = oneLine(title)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const short = [...slug].slice(0, MAX_NAME).join('').replace(/-+$/, '');
  const name = short === '' || RESERVED.test(short) ? `tertulia${short && `-${short}`}` : short;
  return `${name}-${new Date(at).toISOString().slice(0, 10)}.${extension}`;
}

/** The thread as a file of the format asked for. */
export function writeExport(format: ExportFormat, data: ThreadExport, options: ExportOptions): ExportedFile {
  const { extension, mime, write } = FORMATS[format];
  return {
    name: fileName(data.thread.title || data.thread.site, options.now, extension),
    mime: `${mime};charset=utf-8`,
    text: write(data, options),
  };
}
