import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { download, EXPORT_FORMATS, exportThread } from '../../utils/panel/export';
import { saveNote } from '../../utils/store/notes';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { speakEnglish } from '../text/speech';
import { DAY, freshTable, hear, SITE } from './table';

let db: TertuliaDatabase;
const THREAD = `${SITE}:t1`;

beforeEach(async () => {
  speakEnglish();
  db = await freshTable();
  const [, second] = await hear(
    db,
    [
      { id: '1', name: 'Leire', text: '¿Por qué se apaga el Farol?', ago: 2 * DAY },
      { id: '2', parent: '1', name: 'Marta', handle: 'marta_farol', text: 'Lo miramos hoy.', ago: DAY },
      { id: '9', thread: 't2', title: 'Otra', name: 'Bram', text: 'Otra cosa.', ago: DAY },
    ],
    31,
  );
  await saveNote(db, { target: `post:${second!}`, text: 'Prometido para el jueves.', tags: ['promesa'] });
  await saveNote(db, { target: `thread:${THREAD}`, text: 'Mirar el martes.', tags: [] });
});
afterEach(() => db.delete());

describe('a thread taken away', () => {
  it.each(EXPORT_FORMATS)('as %s holds its own posts, and notes only when asked', async (format) => {
    const bare = await exportThread(db, THREAD, format, { notes: false });
    expect(bare.text).toContain('se apaga el Farol');
    expect(bare.text).not.toContain('Otra cosa');
    expect(bare.text).not.toContain('Prometido');
    const full = await exportThread(db, THREAD, format, { notes: true });
    expect(full.text).toContain('Prometido para el jueves');
    expect(full.name).toMatch(/^la-luz-se-apaga-en-cuesta-\d{4}-\d\d-\d\d\./);
  });

  it('says in words what is missing', async () => {
    const { text } = await exportThread(db, THREAD, 'markdown', { notes: false });
    expect(text).toContain('the page says 31 replies, we hold 2');
  });

  it('as CSV marks ours', async () => {
    const { text } = await exportThread(db, THREAD, 'csv', { notes: true });
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map((row) => [row.author_name, row.ours, row.depth, row.tags])).toEqual([
      ['Leire', '0', '0', ''],
      ['Marta', '1', '1', 'promesa'],
    ]);
  });

  it('of which nothing is held is refused', async () => {
    await expect(exportThread(db, 'nowhere', 'json', { notes: false })).rejects.toThrow();
  });

  it('goes to the browser’s own download, named and typed', async () => {
    const clicked: HTMLAnchorElement[] = [];
    const page = document.implementation.createHTMLDocument();
    const create = page.createElement.bind(page);
    page.createElement = ((name: string) => {
      const element = create(name) as HTMLAnchorElement;
      element.click = () => void clicked.push(element);
      return element;
    }) as typeof page.createElement;
    download({ name: 'a.md', mime: 'text/markdown;charset=utf-8', text: 'x' }, page);
    expect(clicked).toHaveLength(1);
    expect(clicked[0]).toMatchObject({ download: 'a.md' });
    expect(clicked[0]!.href).toMatch(/^blob:/);
  });
});
