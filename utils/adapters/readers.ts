/**
 * Adapters at hand in a page. Each site is a file of its own, run before the capture script where it is wanted: a page
 * never loads the readers of other sites. They meet in a global of our isolated world, which the page cannot see.
 */
import type { Adapter } from './contract';

const PLACE = Symbol.for('tertulia.readers');
const world = globalThis as typeof globalThis & { [PLACE]?: Map<string, Adapter> };

/** A file run again, after an update, takes the place of its older self. */
export function addReaders(adapters: readonly Adapter[]): void {
  world[PLACE] ??= new Map();
  for (const adapter of adapters) world[PLACE].set(adapter.id, adapter);
}

export function readers(): Adapter[] {
  return [...(world[PLACE]?.values() ?? [])];
}

/** On a page none of the readers at hand knows. */
export const silent: Adapter = {
  id: 'none',
  name: '',
  scope: 'generic',
  matches: [],
  sampleUrls: [],
  verified: '',
  item: ':not(*)',
  extract: () => null,
};

/** Where a reader's file lies in the package. */
export function readerFile(id: string): string {
  return `/readers/${id}.js`;
}

/** The file with all that reads pages of any host. */
export const ANYWHERE = 'anywhere';
