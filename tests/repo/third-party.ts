/**
 * THIRD-PARTY.md: every package whose code or font ships in the extension, with its licence. `npm run third-party` writes
 * it; a test fails when it is out of date.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
export const FILE = join(root, 'THIRD-PARTY.md');

interface LockEntry {
  version?: string;
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
  dependencies?: Record<string, string>;
  link?: boolean;
}

/** Every installed package by its path in the tree; '' is the project. */
export function lockfile(): Record<string, LockEntry> {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
}

export interface Shipped {
  name: string;
  version: string;
  licence: string;
  text: string;
}

/** What `dependencies` pull in, at any depth. */
export function shipped(): Shipped[] {
  const lock = lockfile();
  const found = new Map<string, string>();
  const walk = (names: string[], from: string): void => {
    for (const name of names) {
      const nested = `${from}/node_modules/${name}`.replace(/^\//, '');
      const path = lock[nested] ? nested : `node_modules/${name}`;
      if (found.has(path) || !lock[path]) continue;
      found.set(path, name);
      walk(Object.keys(lock[path].dependencies ?? {}), path);
    }
  };
  walk(Object.keys(lock['']?.dependencies ?? {}), '');
  return [...found]
    .map(([path, name]) => describePackage(join(root, path), name))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function describePackage(folder: string, name: string): Shipped {
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const path = file ? join(folder, file) : null;
  return {
    name,
    version,
    licence: String(license),
    text: path && existsSync(path) ? readFileSync(path, 'utf8').trim() : '',
  };
}

/** The file as it should be. */
export function thirdParty(): string {
  const list = shipped();
  const rows = list.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
  const texts = list.map(({ name, text, licence }) => {
    const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
    return text
      ? `## ${name}\n\n${fence}text\n${text.replace(/\r\n/g, '\n')}\n${fence}\n`
      : `## ${name}\n\n${licence}; the package brings no text of it.\n`;
  });
  return [
    '# What others made that ships in Tertulia',
    '',
    'Written by `npm run third-party`.',
    '',
    '| package | version | licence |',
    '|---|---|---|',
    ...rows,
    '',
    ...texts,
  ].join('\n');
}

if (process.argv[1] === import.meta.filename) writeFileSync(FILE, thirdParty());
