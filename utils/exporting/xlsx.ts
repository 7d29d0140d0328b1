/** XLSX: one row a post, for spreadsheets. Texts are texts there: no cell is ever a formula. Loaded only when asked for. */
import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import { type Column, columnsFor, type Row, rowsOf } from './columns';
import { inItsLines, oneLine } from './plain-text';
import type { ExportOptions, ThreadExport } from './thread-export';

/** What a cell can hold, and a sheet. */
const LONGEST_CELL = 32_767;
export const MOST_ROWS = 1_048_575;
/** XML knows no such signs, and a spreadsheet would take `_x0041_` for an escape of its own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const textOf = (value: string): string =>
  value
    .replace(NOT_XML, '')
    .replace(/_(x[\da-f]{4}_)/gi, '_x005F_$1')
    .slice(0, LONGEST_CELL);

function cell(column: Column, row: Row): SheetData[number][number] {
  if (column.kind === 'text' || column.kind === 'line') {
    const value = column.of(row) ?? '';
    const text = textOf(column.kind === 'line' ? oneLine(value) : inItsLines(value));
    return text === '' ? null : { value: text, type: String };
  }
  const value = column.of(row);
  if (value === null || value === undefined || !Number.isFinite(value)) return null;
  return column.kind === 'number'
    ? { value, type: Number }
    : { value: new Date(value), type: Date, format: 'yyyy-mm-dd hh:mm' };
}

/** The posts of all threads on one sheet, as far as a sheet goes. */
export async function toXlsx(
  threads: AsyncIterable<ThreadExport> | Iterable<ThreadExport>,
  options: ExportOptions,
): Promise<Blob> {
  const columns = columnsFor(options);
  const rows: SheetData = [columns.map(({ name }) => ({ value: name, type: String, fontWeight: 'bold' as const }))];
  for await (const data of threads) {
    for (const row of rowsOf(data)) if (rows.length <= MOST_ROWS) rows.push(columns.map((column) => cell(column, row)));
  }
  return writeExcelFile(rows, {
    sheet: 'Tertulia',
    stickyRowsCount: 1,
    columns: columns.map(({ name }) => ({ width: name === 'text' ? 80 : 18 })),
  }).toBlob();
}
