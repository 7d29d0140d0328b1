/**
 * One layer over somebody's page, in a closed shadow root: all that we show stands in it, nothing of the page is touched, and
 * the page sees an empty element without size. It comes with the first thing to show and goes with the last.
 */
import { isDark } from '../composing/look';
import { LAYER_LOOK } from './look';

export interface Layer {
  add(element: HTMLElement): void;
  remove(element: HTMLElement): void;
  /** Where the layer's own zero is, in the window. */
  origin(): { x: number; y: number };
  /** Whether an event of the page's comes from within the layer, of which the page sees only the outside. */
  holds(event: Event): boolean;
}

export function createLayer(document: Document, ends: AbortSignal): Layer {
  let host: HTMLElement | null = null;
  let inner: HTMLElement | null = null;

  function open(): HTMLElement {
    if (inner && host?.isConnected) return inner;
    host ??= document.createElement('div');
    if (!inner) {
      const root = host.attachShadow({ mode: 'closed' });
      addSheet(root, document);
      inner = document.createElement('div');
      root.append(inner);
      // Out of the flow and without size: nothing of the page moves for it.
      host.style.cssText =
        'all: initial !important; position: absolute !important; top: 0 !important; left: 0 !important; width: 0 !important; height: 0 !important; z-index: 2147483645 !important;';
    }
    inner.className = isDark(document) ? 'layer dark' : 'layer';
    document.documentElement.append(host);
    return inner;
  }

  ends.addEventListener('abort', () => host?.remove(), { once: true });
  return {
    add(element) {
      if (!ends.aborted) open().append(element);
    },
    remove(element) {
      element.remove();
      if (inner && inner.childElementCount === 0) host?.remove();
    },
    origin() {
      const at = host?.getBoundingClientRect();
      return { x: at?.left ?? 0, y: at?.top ?? 0 };
    },
    holds: (event) => host !== null && event.target === host,
  };
}

function addSheet(root: ShadowRoot, document: Document): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(LAYER_LOOK);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = LAYER_LOOK;
    root.append(style);
  }
}
