/** Scopes of an export, and every format read back by somebody else's reader. */
import Ajv from 'ajv';
import { strFromU8, unzipSync } from 'fflate';
import { DirectedGraph } from 'graphology';
import { parse as parseGraphml } from 'graphology-graphml';
import { marked } from 'marked';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import schema from '../../docs/formats/thread.schema.json';
import type { ExportChoice, ExportScope } from '../../utils/panel/export-scope';
import { ANY_FORMATS, type AnyFormat, makeExport } from '../../utils/panel/exporting';
import { saveNote } from '../../utils/store/notes';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { HOSTILE } from '../exporting/sample';
import { speakEnglish } from '../text/speech';
import { DAY, freshTable, hear, readingOf, SITE } from './table';

let db: TertuliaDatabase;
const ALL: ExportChoice = { notes: true, tags: true, readings: true, from: null, to: null, pseudonyms: false };
const EVERYTHING: ExportScope = { kind: 'everything' };

async function made(format: AnyFormat, scope = EVERYTHING, choice: Partial<ExportChoice> = {}) {
  return makeExport(db, { scope, title: 'Lo de esta semana', format, choice: { ...ALL, ...choice } });
}
async function text(format: AnyFormat, scope = EVERYTHING, choice: Partial<ExportChoice> = {}): Promise<string> {
  const file = await made(format, scope, choice);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file!.blob.arrayBuffer());
}
const csv = async (scope?: ExportScope, choice?: Partial<ExportChoice>) =>
  Papa.parse<Record<string, string>>((await text('csv', scope, choice)).slice(1), {
    header: true,
    skipEmptyLines: true,
  }).data;

beforeEach(async () => {
  speakEnglish();
  db = await freshTable();
  await hear(db, [
    { id: '1', name: 'Leire', text: '¿Por qué se apaga el Farol?', ago: 9 * DAY },
    { id: '2', parent: '1', name: 'Marta', handle: 'marta_farol', text: 'Lo miramos hoy, Leire.', ago: 8 * DAY },
    { id: '3', parent: '1', name: 'Bram', text: '@leire a mí también', ago: 2 * DAY },
    { id: '9', thread: 't2', title: 'Otra', name: 'Bram', text: 'Otra cosa del Farol.', ago: DAY },
    ...HOSTILE.map((words, i) => ({
      id: `h${i}`,
      thread: 't3',
      title: words,
      name: `Ana ${i}`,
      text: words || '.',
      ago: DAY,
    })),
  ]);
  await saveNote(db, { target: `post:${SITE}:2`, text: 'Prometido para el jueves.', tags: ['promesa'] });
  const post = (await db.posts.get(`${SITE}:1`))!;
  await db.readings.put(readingOf(post, [['Por qué', 'question']]));
  await db.themes.put({ id: 'th', postKeys: [`${SITE}:1`, `${SITE}:9`], label: 'luz' } as never);
});
afterEach(() => db.delete());

describe('scopes', () => {
  it.each<[ExportScope, string[]]>([
    [{ kind: 'thread', key: `${SITE}:t1` }, ['1', '2', '3']],
    [{ kind: 'person', id: `${SITE}:leire` }, ['1', '2']],
    [{ kind: 'theme', id: 'th' }, ['1', '9']],
    [{ kind: 'search', query: 'Farol' }, ['1', '9']],
    [{ kind: 'view', tab: 'open' }, ['9']],
    [{ kind: 'view', tab: 'waiting' }, ['1']],
    [{ kind: 'view', tab: 'waiting', query: 'is:question author:leire' }, ['1']],
  ])('%j', async (scope, ids) => {
    const rows = await csv(scope);
    expect(rows.map(({ key }) => key?.split(':')[1]).sort()).toEqual(ids);
  });

  it.each([
    ['has:note', ['2']],
    ['is:question Farol', ['1']],
    ['Farol -is:question', ['9']],
  ])('a search for %s, as the search itself has it', async (query, ids) => {
    const rows = await csv({ kind: 'search', query });
    expect(rows.map(({ key }) => key?.split(':')[1]).sort()).toEqual(ids);
  });

  it('a view of the desk takes what its filter leaves', async () => {
    expect(await made('csv', { kind: 'view', tab: 'open', query: 'author:leire' })).toBeNull();
    expect(await csv({ kind: 'view', tab: 'open', query: 'author:bram' })).toHaveLength(1);
  });

  it('everything, and a range of days', async () => {
    expect(await csv()).toHaveLength(4 + HOSTILE.length);
    const rows = await csv(
      { kind: 'thread', key: `${SITE}:t1` },
      { from: Date.now() - 8.5 * DAY, to: Date.now() - 3 * DAY },
    );
    expect(rows.map(({ key }) => key)).toEqual([`${SITE}:2`]);
    expect(await made('csv', EVERYTHING, { to: 5 })).toBeNull();
    expect(await made('csv', { kind: 'person', id: 'nobody' })).toBeNull();
  });

  it('notes, tags and readings only as asked', async () => {
    const scope: ExportScope = { kind: 'thread', key: `${SITE}:t1` };
    const of = async (choice: Partial<ExportChoice>) =>
      (await csv(scope, choice)).find(({ key }) => key?.endsWith(':2'))!;
    expect(await of({})).toMatchObject({ notes: 'Prometido para el jueves.', tags: 'promesa' });
    expect(await of({ tags: false })).toMatchObject({ notes: 'Prometido para el jueves.', tags: '' });
    expect(await of({ notes: false })).toMatchObject({ notes: '', tags: 'promesa' });
    expect(Object.keys(await of({ notes: false, tags: false, readings: false }))).not.toContain('notes');
    expect(Object.keys(await of({ readings: false }))).not.toContain('tone');
  });

  it('notes on a theme or a person itself, under invented names too', async () => {
    await saveNote(db, { target: 'theme:th', text: 'Lo de Leire va a más.', tags: ['urgente'] });
    await saveNote(db, { target: `person:${SITE}:leire`, text: 'Leire organiza la salida.', tags: [] });
    const of = async (format: 'markdown' | 'html' | 'json' | 'ndjson', scope: ExportScope, choice = {}) =>
      (await made(format, scope, choice))?.blob.text() ?? '';
    const theme: ExportScope = { kind: 'theme', id: 'th' };
    const person: ExportScope = { kind: 'person', id: `${SITE}:leire` };
    for (const format of ['markdown', 'html', 'json', 'ndjson'] as const) {
      expect(await of(format, theme)).toContain('Lo de Leire va a más.');
      expect(await of(format, theme)).toContain('urgente');
      expect(await of(format, person)).toContain('Leire organiza la salida.');
      expect(await of(format, theme, { notes: false, tags: false })).not.toContain('va a más');
      const hidden = await of(format, theme, { pseudonyms: true });
      expect(hidden).toContain('va a más');
      expect(hidden).not.toContain('Leire');
    }
    expect(JSON.parse(await of('json', theme)).notes).toMatchObject([{ text: 'Lo de Leire va a más.' }]);
  });

  it('can be called off', async () => {
    const ends = new AbortController();
    const work = makeExport(
      db,
      { scope: EVERYTHING, title: 'x', format: 'html', choice: ALL },
      {
        signal: ends.signal,
        onProgress: () => ends.abort(new Error('enough')),
      },
    );
    await expect(work).rejects.toThrow('enough');
  });
});

describe('formats, read by others', () => {
  it('CSV by papaparse: every row has every column, and nothing runs', async () => {
    const parsed = Papa.parse<string[]>((await text('csv')).slice(1), { skipEmptyLines: true });
    expect(parsed.errors).toEqual([]);
    expect(new Set(parsed.data.map((row) => row.length)).size).toBe(1);
    for (const field of parsed.data.flat()) expect(field).not.toMatch(/^[\s\u200b\ufeff]*[=+\-@]/);
  });

  it('JSON by a validator: each conversation fits the published schema', async () => {
    const file = JSON.parse(await text('json'));
    expect(file).toMatchObject({ format: 'tertulia/collection', version: 1, title: 'Lo de esta semana' });
    expect(file.threads).toHaveLength(3);
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    for (const thread of file.threads) {
      validate(thread);
      expect(validate.errors).toBeNull();
    }
  });

  it('NDJSON line by line', async () => {
    const lines = (await text('ndjson'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.filter(({ type }) => type === 'thread')).toHaveLength(3);
    expect(lines.filter(({ type }) => type === 'post')).toHaveLength(4 + HOSTILE.length);
  });

  it('ActivityStreams: a collection of collections of notes', async () => {
    const file = JSON.parse(await text('activitystreams'));
    expect(file.type).toBe('Collection');
    expect(file.items.map(({ type }: { type: string }) => type)).toEqual(Array(3).fill('OrderedCollection'));
    const notes = file.items.flatMap(({ orderedItems }: { orderedItems: object[] }) => orderedItems);
    expect(notes).toHaveLength(4 + HOSTILE.length);
    const ids = new Set(notes.map(({ id }: { id: string }) => id));
    for (const { inReplyTo } of notes) if (inReplyTo) expect(ids).toContain(inReplyTo);
  });

  it('GraphML by graphology', async () => {
    const graph = parseGraphml(DirectedGraph, await text('graphml'));
    expect(graph.order).toBe(3 + HOSTILE.length);
    expect(graph.getEdgeAttributes(`${SITE}:marta_farol`, `${SITE}:leire`)).toMatchObject({ answers: 1, mentions: 0 });
    expect(graph.getNodeAttribute(`${SITE}:marta_farol`, 'ours')).toBe(true);
  });

  it('Markdown by a renderer, HTML by the page’s own parser: no markup of theirs', async () => {
    const body = (await text('markdown')).replace(/^---\n[\s\S]*?\n---\n/, '');
    for (const html of [await marked.parse(body), await text('html')]) {
      const page = new DOMParser().parseFromString(html, 'text/html');
      expect(page.querySelectorAll('script, img, iframe, object, form, input, svg, style + style')).toHaveLength(0);
      expect(page.body.textContent).toContain('se apaga el Farol');
      expect(
        [...page.querySelectorAll('*')].flatMap((node) =>
          [...node.attributes].filter(({ name }) => name.startsWith('on')),
        ),
      ).toEqual([]);
    }
  });

  it('XLSX by unpacking it: texts and numbers, no cell is a formula', async () => {
    const file = await made('xlsx');
    const parts = unzipSync(new Uint8Array(await file!.blob.arrayBuffer()));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    expect(sheet).not.toMatch(/<f[ >]/);
    const strings = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array());
    const page = new DOMParser().parseFromString(sheet + strings, 'text/html');
    expect(page.body.textContent).toContain('se apaga el Farol');
    expect(sheet.match(/<row /g)).toHaveLength(5 + HOSTILE.length);
  });

  it.each(ANY_FORMATS)('%s pseudonymised holds nobody', async (format) => {
    const file = await made(format, { kind: 'thread', key: `${SITE}:t1` }, { pseudonyms: true, readings: true });
    expect(file!.name).toMatch(/^tertulia-/);
    if (format === 'xlsx') return;
    const words = await text(format, { kind: 'thread', key: `${SITE}:t1` }, { pseudonyms: true });
    for (const name of [/leire/i, /bram/i, /marta/i]) expect(name.exec(words)?.[0] ?? null).toBeNull();
  });
});
