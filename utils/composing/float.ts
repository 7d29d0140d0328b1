/** A card of ours beside a box of the page: in a closed shadow root, gone without a trace when it closes. */
import { withoutHidden } from '../core/hidden';
import { isDark, LOOK } from './look';

export interface Float {
  readonly card: HTMLElement;
  /** Whether an event of the page's comes from within the card, where the page sees only its outside. */
  holds(event: Event): boolean;
  /** What in the card has the focus. */
  focused(): Element | null;
  place(): void;
  close(): void;
}

const GAP = 8;

export function openFloat(box: HTMLElement, label: string, ends: AbortSignal): Float {
  const { ownerDocument: document } = box;
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  addLook(root, document);
  const card = document.createElement('div');
  card.className = isDark(document) ? 'card dark' : 'card';
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-label', withoutHidden(label));
  card.tabIndex = -1;
  root.append(card);
  host.style.cssText =
    'all: initial; position: fixed; z-index: 2147483647; inset: auto; margin: 0; padding: 0; border: 0; background: none;';
  // What stands outside of an open dialog cannot be reached by key.
  (box.closest('dialog[open]') ?? document.documentElement).append(host);
  host.popover = 'manual';
  host.showPopover?.();

  function place(): void {
    const view = document.defaultView ?? window;
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const { width, height } = card.getBoundingClientRect();
    const [wide, high] = [view.innerWidth, view.innerHeight];
    const beside = right + GAP + width <= wide ? right + GAP : left - GAP - width >= 0 ? left - GAP - width : null;
    const below = bottom + GAP + height <= high || top < high - bottom;
    const x = beside ?? Math.min(Math.max(GAP, left), wide - width - GAP);
    const y =
      beside !== null ? Math.min(Math.max(GAP, top), high - height - GAP) : below ? bottom + GAP : top - GAP - height;
    host.style.left = `${Math.max(GAP, x)}px`;
    host.style.top = `${Math.max(GAP, Math.min(y, high - height - GAP))}px`;
  }
  const close = () => host.remove();
  ends.addEventListener('abort', close, { once: true });
  document.addEventListener('scroll', place, { capture: true, passive: true, signal: ends });
  document.defaultView?.addEventListener('resize', place, { signal: ends });
  return { card, holds: (event) => event.target === host, focused: () => root.activeElement, place, close };
}

/** A sheet of ours needs no leave of the page's; where the browser keeps it from scripts like ours, a style element serves. */
function addLook(root: ShadowRoot, document: Document): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(LOOK);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = LOOK;
    root.append(style);
  }
}
