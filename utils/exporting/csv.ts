/** CSV: one row a post, for spreadsheets. UTF-8 with BOM, CRLF, every field in quotes. */
import { type Column, columnsFor, type Row, rowsOf } from './columns';
import { inItsLines, oneLine } from './plain-text';
import { type ExportOptions, isoTime, type ThreadExport } from './thread-export';

/**
 * What a spreadsheet might take for a formula, with what it skips before it: blanks, invisible characters, quotes.
 * Wider than the usual `= + - @`, which let through a leading line feed, a zero-width space or a full-width sign
 * (docs/decisions).
 */
const FORMULA =
  /^[\s\u00a0\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\0"']*[=+\-@\t\r\n|%\uff1d\uff0b\uff0d\uff20]/;

/** Text that no spreadsheet runs: a `'` before each line that might be a formula. */
function neutralise(text: string): string {
  if (!text.includes('\n')) return FORMULA.test(text) ? `'${text}` : text;
  // The whole value first (it may begin with a line break), then each line: some readers split a field at its breaks.
  const lines = text.split('\n').map((line) => (FORMULA.test(line) ? `'${line}` : line));
  const joined = lines.join('\n');
  return FORMULA.test(joined) && !joined.startsWith("'") ? `'${joined}` : joined;
}

const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;
const textField = (text: string | null | undefined) => quoted(neutralise(inItsLines(text ?? '')));
/** A number stays a number: it comes from us, never from a page's text. Unknown is empty, never 0. */
const numberField = (value: number | null | undefined) =>
  quoted(value === null || value === undefined || !Number.isFinite(value) ? '' : String(value));
const timeField = (at: number | null | undefined) => quoted(isoTime(at) ?? '');

function field(column: Column, row: Row): string {
  switch (column.kind) {
    case 'text':
      return textField(column.of(row));
    case 'line':
      return textField(oneLine(column.of(row) ?? ''));
    case 'time':
      return timeField(column.of(row));
    case 'number':
      return numberField(column.of(row));
  }
}

/** The names of the columns, with the mark that says UTF-8. */
export function csvHead(options: ExportOptions): string {
  return `\ufeff${columnsFor(options)
    .map(({ name }) => quoted(name))
    .join(',')}\r\n`;
}

/** The posts of a thread, a row each. */
export function csvRows(data: ThreadExport, options: ExportOptions): string {
  const columns = columnsFor(options);
  return rowsOf(data)
    .map((row) => `${columns.map((column) => field(column, row)).join(',')}\r\n`)
    .join('');
}

/** The thread as CSV. */
export function toCsv(data: ThreadExport, options: ExportOptions): string {
  return csvHead(options) + csvRows(data, options);
}
