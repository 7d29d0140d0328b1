/** Writing a table of posts beside Papa Parse: the same columns of the same posts, formulas made harmless by both. */
import Papa from 'papaparse';
import { columnsFor, rowsOf } from '../../utils/exporting/columns';
import { csvHead, csvRows } from '../../utils/exporting/csv';
import { toMarkdown } from '../../utils/exporting/markdown';
import { isoTime } from '../../utils/exporting/thread-export';
import { anExport, options } from '../exporting/sample';
import { inTurn } from './lib/clock.mjs';
import { figure, note } from './lib/report.mjs';
import { postsOf } from './lib/talk.mjs';

const SIZES = [1_000, 10_000, 100_000];
const WHY =
  'ours draws the tree of answers and cleans each line of what spreadsheets may run, which Papa Parse does for the first character';

/** Threads of forty, as they are stored and as the export walks through them. */
function threadsOf(posts) {
  const threads = [];
  for (let from = 0; from < posts.length; from += 40) threads.push(anExport(posts.slice(from, from + 40)));
  return threads;
}

const value = (column, row) => {
  const of = column.of(row);
  return column.kind === 'time' ? (isoTime(of) ?? '') : (of ?? '');
};

for (const size of SIZES) {
  const threads = threadsOf(postsOf(size));
  const columns = columnsFor(options);
  const rows = threads.flatMap(rowsOf);
  const amount = size.toLocaleString('en');
  let length = 0;
  const times = inTurn(
    {
      ours: () => {
        length = csvHead(options).length;
        for (const thread of threads) length += csvRows(thread, options).length;
      },
      papaparse: () => {
        const data = rows.map((row) => columns.map((column) => value(column, row)));
        Papa.unparse({ fields: columns.map(({ name }) => name), data }, { quotes: true, escapeFormulae: true });
      },
      markdown: () => {
        for (const thread of threads) toMarkdown(thread, options);
      },
    },
    size < 100_000 ? 9 : 5,
  );
  const ratio = times.papaparse / times.ours;
  note({
    what: `export: CSV of ${amount} posts (${figure(length / 2 ** 20)} MB)`,
    ours: `${figure(times.ours)} ms`,
    peer: `papaparse ${figure(times.papaparse)} ms`,
    ratio,
    why: ratio < 1 ? WHY : '',
  });
  note({ what: `export: Markdown of ${amount} posts`, ours: `${figure(times.markdown)} ms` });
}
