/** The layers of the code base: which folder may import which. Fails on any arrow that is not listed. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Longest matching prefix wins. */
const MAY: Record<string, string[]> = {
  'utils/core': [],
  'utils/text': ['utils/core'],
  'utils/adapters': ['utils/core'],
  'utils/analysis': ['utils/core'],
  'utils/analysis/client': ['utils/core', 'utils/analysis/worker', 'utils/messaging/channel-host'],
  'utils/analysis/worker': [
    'utils/core',
    'utils/analysis',
    'utils/store',
    'utils/replies',
    'utils/people',
    'utils/messaging/protocol',
  ],
  'utils/replies': ['utils/core'],
  'utils/people': ['utils/core'],
  // In somebody's page: words before the cursor, the card of drafts.
  'utils/composing': ['utils/core', 'utils/text', 'utils/messaging/protocol', 'utils/panel/compose'],
  // In somebody's page: badges, marks, notes by key.
  'utils/page': ['utils/core', 'utils/text', 'utils/composing'],
  'utils/exporting': ['utils/core'],
  'utils/keeping': ['utils/core', 'utils/store'],
  'utils/readiness': ['utils/core'],
  'utils/messaging': ['utils/core'],
  'utils/store': ['utils/core', 'utils/messaging/protocol'],
  'utils/browser': ['utils/core', 'utils/adapters/registry', 'utils/adapters/contract'],
  'utils/headless': ['utils/core', 'utils/analysis', 'utils/replies'],
  // While no screen is open: one round of the analysis, and a word about what it found.
  'utils/unattended': [
    'utils/keeping',
    'utils/core',
    'utils/store',
    'utils/browser',
    'utils/text',
    'utils/analysis/client',
    'utils/messaging',
  ],
  'utils/panel': [
    'utils/core',
    'utils/store',
    'utils/analysis/client',
    'utils/analysis/themes',
    'utils/replies',
    'utils/people',
    'utils/exporting',
    'utils/keeping',
    'utils/readiness',
    'utils/messaging',
    'utils/browser',
    'utils/text',
    'utils/adapters/registry',
  ],
  components: ['utils/core', 'utils/text', 'utils/panel'],
  'entrypoints/capture': ['utils/adapters', 'utils/core', 'utils/messaging', 'utils/page/at-rest'],
  'entrypoints/composing': ['utils/composing', 'utils/adapters', 'utils/core', 'utils/messaging', 'utils/text'],
  'entrypoints/marks': ['utils/page', 'utils/core', 'utils/messaging', 'utils/text'],
  'entrypoints/offscreen': ['utils/unattended', 'utils/messaging'],
  'entrypoints/background': [
    'utils/unattended',
    'utils/store',
    'utils/keeping',
    'utils/browser',
    'utils/messaging',
    'utils/adapters/registry',
    'utils/core',
  ],
  'entrypoints/popup': ['utils/panel', 'components', 'utils/text', 'utils/browser', 'utils/core'],
  'entrypoints/sidepanel': ['utils/panel', 'components', 'utils/text', 'utils/browser', 'utils/core'],
  'entrypoints/options': ['utils/panel', 'components', 'utils/text', 'utils/browser', 'utils/core'],
};

/** Packages that only some folders may import. */
const PACKAGES: Record<string, string[]> = {
  // The background watches two small queries for the badge.
  dexie: ['utils/store', 'utils/keeping', 'utils/panel', 'utils/analysis/worker', 'entrypoints/background'],
  compromise: ['utils/analysis/nlp'],
  preact: ['components', 'entrypoints/popup', 'entrypoints/sidepanel', 'entrypoints/options'],
  '@preact/signals': ['components', 'utils/panel', 'entrypoints/popup', 'entrypoints/sidepanel', 'entrypoints/options'],
  valibot: ['utils/headless', 'utils/messaging', 'utils/store', 'utils/importing', 'utils/exporting', 'utils/replies'],
};

function files(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return files(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

const within = (path: string, prefix: string) =>
  path === prefix || path.startsWith(`${prefix}/`) || path.startsWith(`${prefix}.`);
const layerOf = (path: string) =>
  Object.keys(MAY)
    .filter((prefix) => within(path, prefix))
    .sort((a, b) => b.length - a.length)[0];
const importsOf = (path: string) =>
  [...readFileSync(join(root, path), 'utf8').matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    (match) => match[1]!,
  );

const sources = ['utils', 'components', 'entrypoints'].flatMap(files);

describe('arrows', () => {
  it('has source files to look at', () => expect(sources.length).toBeGreaterThan(30));

  it.each(sources)('%s imports only what its layer may', (path) => {
    const layer = layerOf(path);
    expect(layer, `${path} belongs to no layer`).toBeDefined();
    for (const specifier of importsOf(path)) {
      if (specifier.startsWith('.')) {
        const target = relative(root, resolve(root, dirname(path), specifier.replace(/\?.*$/, '')));
        if (target.startsWith('public/')) continue;
        // A layer may import its own files; a nested layer (analysis/worker) is entered only by its own name.
        const targetLayer = layerOf(target);
        const ok =
          targetLayer === layer || MAY[layer!]!.some((to) => within(target, to) && layerOf(to) === targetLayer);
        expect(ok, `${path} → ${target}`).toBe(true);
      } else {
        const guarded = Object.keys(PACKAGES).find((name) => specifier === name || specifier.startsWith(`${name}/`));
        if (guarded)
          expect(
            PACKAGES[guarded]!.some((prefix) => within(path, prefix)),
            `${path} → ${specifier}`,
          ).toBe(true);
      }
    }
  });

  it('keeps network calls out', () => {
    const calls = sources.filter((path) =>
      /\b(fetch\(|XMLHttpRequest|sendBeacon|WebSocket\(|EventSource\()/.test(readFileSync(join(root, path), 'utf8')),
    );
    // Reading a file of the package itself is no network call; each place that does is listed.
    expect(calls.sort()).toEqual([...LOCAL_READS, ...NETWORK].sort());
  });

  it('sets no markup from text', () => {
    const places = sources.filter((path) =>
      /\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function\(/.test(
        readFileSync(join(root, path), 'utf8'),
      ),
    );
    expect(places).toEqual([]);
  });

  it('keeps files small', () => {
    const long = sources.filter(
      (path) => readFileSync(join(root, path), 'utf8').split('\n').length > 301 && !TO_SPLIT.includes(path),
    );
    expect(long).toEqual([]);
  });
});

/** Files that fetch something of the package's own (a model, a language's messages). */
const LOCAL_READS: string[] = [
  'utils/analysis/worker/model-file.ts',
  'utils/browser/messages.ts',
  'utils/browser/packaged.ts',
];

/** The one that speaks to an address of the user's: a model's endpoint. */
const NETWORK = ['utils/replies/model/endpoint.ts'];

/** Longer than they should be, and to be split: no other may join them. */
const TO_SPLIT: string[] = [];
