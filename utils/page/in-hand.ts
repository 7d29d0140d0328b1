/** Which post of the page is meant: the one J and K are at, the one with the focus, the one under the pointer. */
import type { PostKey } from '../core/post';
import type { Seen } from './seen';

export interface InHand {
  add(seen: Seen): void;
  post(): Seen | null;
  /** To the next or the one before, in the order of the page. */
  move(step: 1 | -1): Seen | null;
  all(): Seen[];
}

export function createInHand(document: Document, signal: AbortSignal, moved: (item: Element | null) => void): InHand {
  const byItem = new WeakMap<Element, Seen>();
  const byKey = new Map<PostKey, Seen>();
  let under: Element | null = null;
  let at: Seen | null = null;

  document.addEventListener(
    'pointerover',
    (event) => {
      if (event.isTrusted)
        under = event.composedPath()[0] instanceof Element ? (event.composedPath()[0] as Element) : null;
    },
    { capture: true, passive: true, signal },
  );
  // Whoever takes the pointer again means what is under it.
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted || !at) return;
      at = null;
      moved(null);
    },
    { capture: true, passive: true, signal },
  );

  function around(element: Element | null): Seen | null {
    for (let up: Node | null = element; up; up = up.parentNode ?? (up as ShadowRoot).host ?? null) {
      const seen = byItem.get(up as Element);
      if (seen) return seen;
    }
    return null;
  }

  function inOrder(): Seen[] {
    const here = [...byKey.values()].filter(({ item }) => item.isConnected);
    return here.sort((a, b) => (a.item.compareDocumentPosition(b.item) & 4 ? -1 : 1));
  }

  return {
    add(seen) {
      byItem.set(seen.item, seen);
      byKey.set(seen.key, seen);
    },
    post() {
      if (at?.item.isConnected) return at;
      const focused = document.activeElement;
      return (focused && focused !== document.body ? around(focused) : null) ?? around(under);
    },
    move(step) {
      const list = inOrder();
      if (list.length === 0) return null;
      const held = at?.item.isConnected ? list.findIndex(({ key }) => key === at?.key) : -1;
      let next: number;
      if (held >= 0) next = Math.min(list.length - 1, Math.max(0, held + step));
      else {
        // From where one reads: the first that begins in sight.
        const first = list.findIndex(({ item }) => item.getBoundingClientRect().bottom > 60);
        next = Math.max(0, step === 1 ? first : first - 1);
      }
      at = list[next] ?? null;
      if (at) {
        at.item.scrollIntoView({ block: 'nearest' });
        moved(at.item);
      }
      return at;
    },
    all: inOrder,
  };
}
