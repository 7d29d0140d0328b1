/** What of the adapters goes into the package, and where. Called by the build's configuration; never part of a bundle. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin, type Rollup, runnerImport } from 'vite';
import type { Adapter } from './contract';
import { ANYWHERE, readerFile } from './readers.ts';

const here = import.meta.dirname;
const ENTRY = 'virtual:reader';
/** Builds at once. */
const TOGETHER = 4;

export interface ReaderFile {
  relativeDest: string;
  contents: string;
}

/** Gives `registry.ts` the facts of every adapter, read from their files. */
export function adapterFacts(): Plugin {
  const name = 'virtual:adapter-facts';
  let mode = 'production';
  return {
    name: 'adapter-facts',
    configResolved: (config) => {
      mode = config.mode;
    },
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      const { module } = await runnerImport<{ adapters: Adapter[] }>(join(here, 'all.ts'), {
        configFile: false,
        mode,
        logLevel: 'error',
      });
      const facts = module.adapters.map(
        ({ id, name, scope, matches, sampleUrls, verified, source, item, isPrivate, limit }) => ({
          id,
          name,
          scope,
          matches,
          sampleUrls,
          verified,
          source,
          item,
          isPrivate,
          // What the page says is asked of the page.
          ...(typeof limit === 'number' && { limit }),
        }),
      );
      return `export default ${JSON.stringify(facts)}`;
    },
  };
}

/** One file per site, and one for any other host. `mode` is that of the build: `generic` leaves out all but the generic reader. */
export async function readerFiles(mode: string, minify: boolean): Promise<ReaderFile[]> {
  const sites = (await readdir(join(here, 'sites')))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3));
  const entries: [string, string][] = [
    [ANYWHERE, `import { anywhere } from ${path('anywhere')}; addReaders(anywhere);`],
  ];
  if (mode !== 'generic') {
    for (const id of sites)
      entries.push([id, `import { adapter } from ${path(`sites/${id}`)}; addReaders([adapter]);`]);
  }
  const files: ReaderFile[] = [];
  while (entries.length) {
    const made = await Promise.all(
      entries.splice(0, TOGETHER).map(([id, source]) => readerOf(id, source, mode, minify)),
    );
    files.push(...made);
  }
  return files;
}

function path(file: string): string {
  return JSON.stringify(join(here, `${file}.ts`));
}

async function readerOf(id: string, source: string, mode: string, minify: boolean): Promise<ReaderFile> {
  const output = (await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    root: here,
    mode,
    logLevel: 'warn',
    plugins: [
      {
        name: 'reader',
        resolveId: (name) => (name === ENTRY ? `\0${ENTRY}` : undefined),
        load: (name) =>
          name === `\0${ENTRY}` ? `import { addReaders } from ${path('readers')}; ${source}` : undefined,
      },
    ],
    build: {
      write: false,
      minify,
      target: 'es2022',
      rolldownOptions: { input: ENTRY, output: { format: 'iife', entryFileNames: `${id}.js` } },
      modulePreload: false,
    },
  })) as Rollup.RollupOutput[];
  const chunk = (Array.isArray(output) ? output[0] : (output as Rollup.RollupOutput))?.output[0];
  if (chunk?.type !== 'chunk') throw new Error(`reader ${id} was not built`);
  return { relativeDest: readerFile(id).slice(1), contents: chunk.code };
}
