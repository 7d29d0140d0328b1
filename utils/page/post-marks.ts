/** What stands at a post: a bar where it waits for us, a sign where something was written about it, a frame where J and K are. */
import type { PostMark } from '../core/marks';
import type { PostKey } from '../core/post';
import { since } from '../text/dates';
import { plural, t } from '../text/t';
import type { Layer } from './layer';
import { make } from './make';

export interface PostMarks {
  /** A post is on the page, perhaps once more and elsewhere. */
  add(key: PostKey, item: Element): void;
  /** What is known of a post, and where it stands. */
  know(key: PostKey, mark: PostMark | null, item: Element | undefined): void;
  frame(item: Element | null): void;
  place(): void;
}

export interface PostMarkOptions {
  document: Document;
  layer: Layer;
  open: (key: PostKey) => void;
  now: () => number;
  signal: AbortSignal;
}

interface Drawn {
  item: Element;
  bar: HTMLElement | null;
  sign: HTMLElement | null;
}

export function createPostMarks({ document, layer, open, now, signal }: PostMarkOptions): PostMarks {
  /** Of marked posts only: most of a page has no mark. */
  const items = new Map<PostKey, Element>();
  const marks = new Map<PostKey, PostMark>();
  const keyOf = new WeakMap<Element, PostKey>();
  const drawn = new Map<PostKey, Drawn>();
  let framed: Element | null = null;
  let border: HTMLElement | null = null;
  const Observer = document.defaultView?.IntersectionObserver ?? IntersectionObserver;
  const sight = new Observer(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const key = keyOf.get(target);
        if (key === undefined) continue;
        if (isIntersecting && target.isConnected) draw(key, target);
        else clear(key);
      }
      place();
    },
    { rootMargin: '100px' },
  );
  signal.addEventListener('abort', () => sight.disconnect(), { once: true });

  function stand(key: PostKey, item: Element): void {
    items.set(key, item);
    keyOf.set(item, key);
    sight.observe(item);
  }

  function leave(key: PostKey, item: Element | undefined): void {
    if (!item || keyOf.get(item) !== key) return;
    sight.unobserve(item);
    keyOf.delete(item);
    items.delete(key);
    clear(key);
  }

  function clear(key: PostKey): void {
    const one = drawn.get(key);
    if (one?.bar) layer.remove(one.bar);
    if (one?.sign) layer.remove(one.sign);
    drawn.delete(key);
  }

  function draw(key: PostKey, item: Element): void {
    clear(key);
    const mark = marks.get(key);
    if (!mark) return;
    const one: Drawn = { item, bar: null, sign: null };
    if (mark.waitsSince !== null) {
      one.bar = make(document, 'div', 'waits');
      one.bar.append(make(document, 'span', 'sr', t('markWaits', since(mark.waitsSince, now()))));
      layer.add(one.bar);
    }
    if (mark.notes > 0) {
      const sign = make(document, 'button', 'noted', t('badgeNote'));
      sign.type = 'button';
      sign.setAttribute('aria-label', plural('markNotes', mark.notes));
      sign.title = plural('markNotes', mark.notes);
      sign.addEventListener('click', (event) => event.isTrusted && open(key), { signal });
      one.sign = sign;
      layer.add(sign);
    }
    drawn.set(key, one);
  }

  function place(): void {
    const view = document.defaultView ?? window;
    const measured = [...drawn].map(([key, one]) => ({ key, one, box: one.item.getBoundingClientRect() }));
    const edge = framed?.isConnected ? framed.getBoundingClientRect() : null;
    const { x, y } = layer.origin();
    for (const { key, one, box } of measured) {
      if (!one.item.isConnected) {
        clear(key);
        continue;
      }
      if (one.bar) {
        one.bar.style.transform = `translate(${Math.max(1, box.left - 7) - x}px, ${box.top - y}px)`;
        one.bar.style.height = `${box.height}px`;
      }
      if (one.sign) {
        // On the corner of the post, and within the window: the page grows no scroll bar for it.
        one.sign.style.transform = `translate(${Math.min(box.right, view.innerWidth - 4) - 30 - x}px, ${Math.max(box.top - 12, -view.scrollY) - y}px)`;
      }
    }
    if (border) {
      border.style.display = edge ? 'block' : 'none';
      if (edge) {
        const left = Math.max(1, edge.left - 6);
        border.style.transform = `translate(${left - x}px, ${edge.top - 4 - y}px)`;
        border.style.width = `${Math.min(edge.right + 6, view.innerWidth - 2) - left}px`;
        border.style.height = `${edge.height + 8}px`;
      }
    }
  }

  return {
    add(key, item) {
      const other = keyOf.get(item);
      // A list that uses an element for another post takes its mark off.
      if (other !== undefined && other !== key) leave(other, item);
      if (!marks.has(key) || items.get(key) === item) return;
      leave(key, items.get(key));
      stand(key, item);
    },
    know(key, mark, item) {
      const before = marks.get(key);
      if (!before && !mark) return;
      if (before && JSON.stringify(before) === JSON.stringify(mark)) return;
      if (mark) marks.set(key, mark);
      else marks.delete(key);
      leave(key, items.get(key));
      // Observed anew, it is drawn with the next frame.
      if (mark && item) stand(key, item);
    },
    frame(item) {
      framed = item;
      if (!item) {
        if (border) layer.remove(border);
        border = null;
        return;
      }
      if (!border) {
        border = make(document, 'div', 'frame');
        layer.add(border);
      }
      place();
    },
    place,
  };
}
