/** Every regular expression of a build, by its source and flags, with the files it stands in. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';

/** @typedef {{ source: string, flags: string, files: string[] }} Expression */

/** The words of a literal or of a template without holes, else null. */
function wordsOf(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  return node?.type === 'TemplateLiteral' && node.expressions.length === 0 ? node.quasis[0].value.cooked : null;
}

/** @returns {{ source: string, flags: string } | null} */
function expressionOf(node) {
  if (node.type === 'Literal' && node.regex) return { source: node.regex.pattern, flags: node.regex.flags };
  const makes = (node.type === 'NewExpression' || node.type === 'CallExpression') && node.callee.name === 'RegExp';
  const source = makes ? wordsOf(node.arguments[0]) : null;
  return source === null ? null : { source, flags: wordsOf(node.arguments[1]) ?? '' };
}

/** Without recursion: a minified expression may be nested thousands deep. */
function* nodesOf(tree) {
  const waiting = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (typeof node.type === 'string') yield node;
    for (const value of Object.values(node))
      if (typeof value === 'object' && value !== null && !(value instanceof RegExp)) waiting.push(value);
  }
}

export const keyOf = ({ source, flags }) => `/${source}/${flags}`;

/** @returns {Map<string, Expression>} */
export function expressionsIn(folder) {
  const found = new Map();
  for (const file of readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.js'))) {
    const tree = parse(readFileSync(join(folder, file), 'utf8'), { ecmaVersion: 'latest', sourceType: 'module' });
    for (const node of nodesOf(tree)) {
      const expression = expressionOf(node);
      if (expression === null) continue;
      const known = found.get(keyOf(expression)) ?? { ...expression, files: [] };
      if (!known.files.includes(file)) known.files.push(file);
      found.set(keyOf(expression), known);
    }
  }
  return found;
}
