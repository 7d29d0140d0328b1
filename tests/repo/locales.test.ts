/** English and Spanish say the same things, and nothing is left over. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
type Table = Record<string, { message: string; description?: string }>;
const table = (lang: string): Table =>
  JSON.parse(readFileSync(join(root, `public/_locales/${lang}/messages.json`), 'utf8'));
const en = table('en');
const es = table('es');

const files = (folder: string): string[] =>
  readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    return statSync(join(root, path)).isDirectory() ? files(path) : [path];
  });
const source = [...['entrypoints', 'components', 'utils'].flatMap(files), 'wxt.config.ts']
  .filter((path) => /\.(tsx?|html)$/.test(path))
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n');

/** Keys made from a name in code (`t(`intent_${name}`)`): the prefix is looked for, not the whole. */
const prefixes = [...source.matchAll(/`([a-z]\w*_)\$\{/gi)].map((match) => match[1]!);

const placeholders = (text: string) =>
  [...text.matchAll(/\$(\d)/g)]
    .map((match) => match[1])
    .sort()
    .join();

describe('locales', () => {
  it('have the same keys', () => expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort()));

  it.each(Object.keys(en))('%s is said in both with the same parts', (key) => {
    expect(es[key]?.message.trim()).toBeTruthy();
    expect(en[key]?.message.trim()).toBeTruthy();
    // A singular may leave its number out ("one person"), a plural may not.
    if (!key.endsWith('_one')) expect(placeholders(es[key]?.message ?? '')).toBe(placeholders(en[key]?.message ?? ''));
  });

  it('use every key', () => {
    const unused = Object.keys(en).filter((key) => {
      const base = key.replace(/_(one|other)$/, '');
      const said = [key, base].some((name) => new RegExp(`['"\`]${name}['"\`]|__MSG_${name}__`).test(source));
      return !said && !prefixes.some((prefix) => key.startsWith(prefix));
    });
    expect(unused).toEqual([]);
  });
});
