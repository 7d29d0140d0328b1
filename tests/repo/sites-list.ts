/** The README's list of sites, from the adapters themselves. `npm run sites` writes it; a test fails when it is out of date. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Adapter } from '../../utils/adapters/contract';

const root = join(import.meta.dirname, '../..');
const START = '<!-- sites:start (written by `npm run sites`) -->\n';
const END = '<!-- sites:end -->';

/** Every adapter of a folder, by name. */
export async function adaptersIn(folder: 'sites' | 'platforms'): Promise<Adapter[]> {
  const path = join(root, 'utils/adapters', folder);
  const files = readdirSync(path).filter((name) => name.endsWith('.ts'));
  const modules = await Promise.all(files.map((name) => import(pathToFileURL(join(path, name)).href)));
  return modules
    .map((module: { adapter: Adapter }) => module.adapter)
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The list in Markdown. */
export async function sitesList(): Promise<string> {
  const seen = ({ verified, source }: Adapter) =>
    verified !== 'from source'
      ? verified
      : source?.startsWith('recalled')
        ? 'recalled from its markup, not yet compared with it'
        : 'from source, not yet confirmed on the live site';
  const row = (adapter: Adapter) => {
    const { name, scope, isPrivate } = adapter;
    return `| ${name} | ${scope === 'platform' ? 'any host' : isPrivate ? 'website, private: only if you ask for it' : 'website'} | ${seen(adapter)} |`;
  };
  const adapters = [...(await adaptersIn('sites')), ...(await adaptersIn('platforms'))];
  return ['| site | where | last seen working |', '|---|---|---|', ...adapters.map(row), ''].join('\n');
}

/** The README with the list as it should be. */
export async function renewedReadme(): Promise<{ now: string; due: string }> {
  const now = readFileSync(join(root, 'README.md'), 'utf8');
  const [before, rest] = now.split(START);
  const after = rest?.slice(rest.indexOf(END));
  return { now, due: `${before}${START}${await sitesList()}${after}` };
}

if (process.argv[1] === import.meta.filename) writeFileSync(join(root, 'README.md'), (await renewedReadme()).due);
