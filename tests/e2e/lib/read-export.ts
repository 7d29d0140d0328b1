/** Reads exports as other programs do: none of what wrote them is used here. */
import { parse as parseCsv } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { DirectedGraph } from 'graphology';
import { parse as parseGraphml } from 'graphology-graphml';
import { marked } from 'marked';
import type { Page } from 'playwright-core';

export interface Taken {
  name: string;
  path: string;
  bytes: Buffer;
}

/** Sheets and pages are compared without the blanks that a renderer may join. */
export const plain = (text: string): string => text.replace(/[\s\u00a0\u200b]+/g, ' ').trim();

const RISKY = /^[\s\u00a0\u200b\ufeff]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;
/** As the documentation tells to get the original back. */
const unquoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line.startsWith("'") && RISKY.test(line.slice(1)) ? line.slice(1) : line))
    .join('\n');

export function csvRows({ bytes }: Taken): Record<string, string>[] {
  return parseCsv(bytes, { columns: true, bom: true }) as Record<string, string>[];
}

/** Every word in it, whatever the format: to look for what must not be there. */
export function allWords({ name, bytes }: Taken): string {
  if (!name.endsWith('.xlsx')) return bytes.toString('utf8');
  return Object.values(unzipSync(new Uint8Array(bytes)))
    .map((part) => strFromU8(part))
    .join('\n');
}

interface Noted {
  type: string;
  content: string;
  source?: { content: string };
}

/** The words of the posts a file holds; null where the format holds none (ties) or only a reader's eye tells them apart. */
export async function postsIn(format: string, file: Taken, other: Page): Promise<string[] | null> {
  const text = file.bytes.toString('utf8');
  switch (format) {
    case 'csv':
      return csvRows(file).map((row) => unquoted(row.text as string));
    case 'json':
      return (JSON.parse(text).threads as { posts: { text: string }[] }[]).flatMap(({ posts }) =>
        posts.map((post) => post.text),
      );
    case 'ndjson':
      return text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { type: string; text: string })
        .filter(({ type }) => type === 'post')
        .map((post) => post.text);
    case 'activitystreams':
      return (JSON.parse(text).items as { orderedItems: Noted[] }[]).flatMap(({ orderedItems }) =>
        orderedItems.map((note) => note.source?.content ?? note.content),
      );
    case 'xlsx':
      return sheetColumn(file, other);
    default:
      return null;
  }
}

async function sheetColumn({ bytes }: Taken, other: Page): Promise<string[]> {
  const parts = unzipSync(new Uint8Array(bytes));
  const part = (name: string) => (parts[name] ? strFromU8(parts[name]) : '<none/>');
  return other.evaluate(
    ([sheet, strings]) => {
      const xml = (source: string) => new DOMParser().parseFromString(source, 'application/xml');
      const shared = [...xml(strings as string).getElementsByTagName('si')].map((item) => item.textContent ?? '');
      const rows = [...xml(sheet as string).getElementsByTagName('row')].map((row) =>
        [...row.getElementsByTagName('c')].map((cell) => {
          const column = (cell.getAttribute('r') ?? '').replace(/\d+/, '');
          const value = cell.getElementsByTagName('v')[0]?.textContent ?? '';
          const words = cell.getAttribute('t') === 's' ? shared[Number(value)] : cell.textContent;
          return [column, words ?? ''] as const;
        }),
      );
      const column = rows[0]?.find(([, word]) => word === 'text')?.[0];
      return rows.slice(1).map((row) => row.find(([name]) => name === column)?.[1] ?? '');
    },
    [part('xl/worksheets/sheet1.xml'), part('xl/sharedStrings.xml')],
  );
}

/** What somebody reads who opens it: the page itself, from the disk; Markdown through a renderer. */
export async function shownWords(format: 'html' | 'markdown', file: Taken, other: Page): Promise<string> {
  if (format === 'html') {
    await other.goto(`file://${file.path}`);
    const words = await other.evaluate(() => document.body.textContent ?? '');
    await other.goto('about:blank');
    return plain(words);
  }
  const body = file.bytes.toString('utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
  const page = await marked.parse(body);
  return plain(
    await other.evaluate((html) => new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '', page),
  );
}

/** People of the ties, by name. */
export async function peopleIn(file: Taken): Promise<string[]> {
  const graph = parseGraphml(DirectedGraph, file.bytes.toString('utf8'));
  return graph.mapNodes((_, attributes) => String(attributes.name));
}
