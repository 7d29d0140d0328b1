/** CSV as spreadsheets write it: commas, semicolons or tabs, quotes doubled, line breaks inside quotes. */

/** One object a row, by the names in the first. A row without any name of a column is left out. */
export function readCsv(text: string): Record<string, string>[] {
  const separator = separatorOf(text);
  const [head, ...rows] = cells(text, separator);
  if (!head || head.length < 2) return [];
  return rows
    .filter((row) => row.some((cell) => cell.trim() !== ''))
    .map((row) =>
      Object.fromEntries(head.map((name, place) => [name.trim().toLowerCase(), unguarded(row[place] ?? '')])),
    );
}

/** Whichever stands most often outside quotes in the first line. */
function separatorOf(text: string): string {
  const [first = ''] = text.replace(/"[^"]*"/gu, '').split('\n', 1);
  const count = (mark: string) => first.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Exports put `'` before what a spreadsheet would take for a formula. */
function unguarded(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t|%])/u, '');
}

function cells(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] as string;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === separator) endCell();
    else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[i + 1] === '\n') i++;
      endCell();
      rows.push(row);
      row = [];
    } else cell += letter;
  }
  endCell();
  return [...rows, row];
}
