/** Which post of the page is meant: the one J and K are at, the one with the focus, the one under the pointer. */
import type { PostKey } from '../core/post';
import type { Seen } from './seen';

export interface InHand {
  add(seen: Seen): void;
  post(): Seen | null;
  /** To the next or the one before, in the order of the page. */
  move(step: 1 | -1): Seen | null;
  all(): Seen[];
  /** The post of a key, as it was last seen. */
  of(key: PostKey): Seen | undefined;
}

export function createInHand(document: Document, signal: AbortSignal, moved: (item: Element | null) => void): InHand {
  const byKey = new Map<PostKey, Seen>();
  /** Made when somebody asks what is under the pointer: a long page is most often only read. */
  let byItem: Map<Element, Seen> | null = null;
  /** A post may stand on the page more than once: where else. */
  const elsewhere = new WeakMap<Element, Seen>();
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
    byItem ??= new Map([...byKey.values()].map((seen) => [seen.item, seen]));
    for (let up: Node | null = element; up; up = up.parentNode ?? (up as ShadowRoot).host ?? null) {
      const seen = byItem.get(up as Element) ?? elsewhere.get(up as Element);
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
      const before = byKey.get(seen.key);
      if (before && before.item !== seen.item) elsewhere.set(before.item, before);
      byKey.set(seen.key, seen);
      byItem = null;
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
    of: (key) => byKey.get(key),
    all: inOrder,
  };
}
