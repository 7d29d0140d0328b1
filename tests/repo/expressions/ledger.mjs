/**
 * What the checker said of each expression, one a line, so that it is asked once and not at every run: it takes minutes for all
 * of them. `node tests/repo/expressions/ledger.mjs` asks it of those it does not know, and drops those that are gone.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expressionsIn, keyOf } from './collect.mjs';
import { repeats } from './pumps.mjs';
import { lookAtAll } from './threads.mjs';

const FILE = join(import.meta.dirname, 'checked.txt');
export const BUILD = join(import.meta.dirname, '../../../.output/chrome-mv3');

/** In letters that every editor shows, on one line. */
const lineKey = (expression) =>
  JSON.stringify(keyOf(expression)).replace(
    /[^ -~]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** @returns {Map<string, string>} what was said, by expression */
function readLedger() {
  const lines = existsSync(FILE) ? readFileSync(FILE, 'utf8').split('\n').filter(Boolean) : [];
  return new Map(lines.map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]));
}

/**
 * What the checker says of all that repeat something: `linear`, `quadratic`, `measured` (it found no end, so that only
 * measuring tells), or worse, by name.
 * @returns {Promise<{ expression: import('./collect.mjs').Expression, verdict: string, asked: boolean }[]>}
 */
export async function verdictsOn(expressions, clock) {
  const ledger = readLedger();
  const open = expressions.filter((expression) => repeats(expression.source, expression.flags));
  const fresh = open.filter((expression) => !ledger.has(lineKey(expression)));
  const answers = await lookAtAll(fresh, { clock, longest: clock * 4 });
  const said = new Map(fresh.map((expression, i) => [expression, answers[i].verdict ?? 'measured']));
  return open.map((expression) => ({
    expression,
    verdict: said.get(expression) ?? ledger.get(lineKey(expression)),
    asked: said.has(expression),
  }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const verdicts = await verdictsOn([...expressionsIn(BUILD).values()], 5_000);
  const lines = verdicts.map(({ expression, verdict }) => `${verdict.replaceAll(' ', '-')} ${lineKey(expression)}`);
  writeFileSync(FILE, `${lines.sort().join('\n')}\n`);
  console.log(`${verdicts.length} expressions, ${verdicts.filter(({ asked }) => asked).length} of them asked now`);
}
