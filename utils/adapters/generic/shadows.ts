/** Open shadow roots of a page: many comment widgets draw their conversation inside one. */
import type { Page } from '../contract';

/** Enough for any page whose conversation lives in a widget; an application built of such roots alone needs an adapter. */
const MOST_ROOTS = 40;
const PAUSE_EVERY = 2_000;

/** What the last look found, so that changes inside are noticed. */
const known = new WeakMap<Document, readonly ShadowRoot[]>();

/** Open roots found so far, outermost first. */
export function rootsOn(page: Page): readonly ShadowRoot[] {
  return known.get(page.document) ?? [];
}

/** Walks the page for open roots, and those inside them. Closed ones are not ours to open. */
export function* findRoots(page: Page): Generator<undefined, readonly ShadowRoot[]> {
  const { body } = page.document;
  const found: ShadowRoot[] = [];
  const queue: ParentNode[] = body ? [body] : [];
  let steps = 0;
  for (const root of queue) {
    for (const element of root.querySelectorAll('*')) {
      if (++steps % PAUSE_EVERY === 0) yield;
      const inside = element.shadowRoot;
      if (!inside) continue;
      found.push(inside);
      queue.push(inside);
      if (found.length >= MOST_ROOTS) break;
    }
    if (found.length >= MOST_ROOTS) break;
  }
  known.set(page.document, found);
  return found;
}
