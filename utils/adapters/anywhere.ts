/** What can read a page of any host: platforms by their markup, and the generic reader after them. */
import type { Adapter } from './contract';
import { generic } from './generic/generic';

/** `wxt build --mode generic` measures the generic reader alone. */
const files: Record<string, Adapter> =
  import.meta.env.MODE === 'generic'
    ? {}
    : import.meta.glob<Adapter>('./platforms/*.ts', { eager: true, import: 'adapter' });

/** Every platform, by file name. */
export const platforms: readonly Adapter[] = Object.values(files);

export const anywhere: readonly Adapter[] = [...platforms, generic];
