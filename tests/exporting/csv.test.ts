import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../utils/core/reading';
import { toCsv } from '../../utils/exporting/csv';
import { inItsLines } from '../../utils/exporting/plain-text';
import { aNote, anExport, aPost, HOSTILE, options } from './sample';

type Row = Record<string, string>;
const read = (csv: string) => parse(csv, { bom: true, columns: true }) as Row[];

/** What a spreadsheet would run: the sign it looks for, after all it is known to skip. Written apart from the exporter. */
function isFormula(cell: string): boolean {
  const seen = cell.replace(/^(?:["\s\0]|\p{Cf})+/u, '');
  return '=+-@|%＝＋－＠'.includes(seen[0] ?? ' ') && seen !== '';
}

/** How `docs/formats.md` says to get the original back. */
function restore(cell: string): string {
  return cell
    .split('\n')
    .map((line) =>
      line.startsWith("'") && (isFormula(line.replace(/^['\s]+/, '')) || /^'\s/.test(line)) ? line.slice(1) : line,
    )
    .join('\n');
}

describe('CSV', () => {
  it('is one row a post in reading order, with BOM and CRLF', () => {
    const csv = toCsv(
      anExport([aPost('1', { kind: 'post' }), aPost('3'), aPost('2', { parentKey: 'cafe.example:1' })]),
      options,
    );
    expect(csv.startsWith('\ufeff"key","site"')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(5);
    const rows = read(csv);
    expect(rows.map((row) => [row.key, row.depth])).toEqual([
      ['cafe.example:1', '0'],
      ['cafe.example:2', '1'],
      ['cafe.example:3', '0'],
    ]);
    expect(rows[0]).toMatchObject({
      posted_at: '2026-11-20T12:01:00.000Z',
      ours: '0',
      likes: '',
      thread_title: 'The puddle',
    });
  });

  it('writes unknown as empty, never as 0, and survives impossible times', () => {
    const [row] = read(
      toCsv(anExport([aPost('1', { postedAt: 9e20, postedAtSource: null, counts: { likes: 0 } })]), options),
    );
    expect(row).toMatchObject({ posted_at: '', posted_at_source: '', likes: '0', replies: '' });
  });

  it('adds notes, tags and readings only when asked', () => {
    const reading = {
      key: 'cafe.example:1',
      lang: 'es',
      tone: { label: 'negative' },
      intents: { complaint: 0.9 },
      needsReply: { value: true },
    } as unknown as Reading;
    const data = {
      ...anExport([aPost('1')], [aNote('post:cafe.example:1', 'Met in Porto', { tags: ['regular', '=tag'] })]),
      readings: [reading],
    };
    expect(Object.keys(read(toCsv(data, options))[0]!)).not.toContain('notes');
    expect(read(toCsv(data, { ...options, notes: true, readings: true }))[0]).toMatchObject({
      notes: 'Met in Porto',
      tags: 'regular, =tag',
      tone: 'negative',
      intents: 'complaint',
      needs_reply: '1',
      language: 'es',
    });
  });

  it.each(HOSTILE)('leaves no formula in %j', (text) => {
    const rows = read(
      toCsv(
        anExport(
          [aPost('1', { text, author: { name: text, handle: text, url: text }, quotes: [{ text, author: text }] })],
          [aNote('post:cafe.example:1', text, { tags: [text] })],
          { title: text },
        ),
        { ...options, notes: true },
      ),
    );
    expect(rows).toHaveLength(1);
    for (const [column, cell] of Object.entries(rows[0]!)) {
      for (const line of cell.split('\n')) expect(isFormula(line), `${column}: ${JSON.stringify(line)}`).toBe(false);
      expect(isFormula(cell), column).toBe(false);
    }
  });

  it('keeps the words of any text, and of any number of posts', () => {
    const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
        const rows = read(toCsv(anExport(texts.map((words, i) => aPost(String(i), { text: words }))), options));
        expect(rows).toHaveLength(texts.length);
        for (const [i, row] of rows.entries()) {
          const letters = (words: string) => words.replaceAll("'", '');
          expect(letters(row.text!)).toBe(letters(inItsLines(texts[i]!)));
        }
      }),
    );
  });

  it('can be undone as documented', () => {
    for (const text of ['=1+1', "'=1", 'plain', "it's", 'a\n=b', '- item\n- item', "''=x"]) {
      const [row] = read(toCsv(anExport([aPost('1', { text })]), options));
      expect(restore(row!.text!)).toBe(text);
    }
  });
});
