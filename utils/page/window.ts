/** A card of ours in the page that takes keys of its own: notes, a person, the list of keys. */
import { type Float, openFloat } from '../composing/float';
import { CARD_LOOK } from './look';

export interface PageCard extends Float {
  readonly open: boolean;
  readonly signal: AbortSignal;
  leave(): void;
}

export interface PageCardOptions {
  /** What it stands beside. */
  at: HTMLElement;
  label: string;
  ends: AbortSignal;
  /** True where the key was used. */
  onKey: (event: KeyboardEvent) => boolean;
  /** A card that came by itself goes when pointer and focus go, and takes no focus. */
  passing?: boolean;
}

const LEAVE_MS = 300;

export function openPageCard({ at, label, ends, onKey, passing = false }: PageCardOptions): PageCard {
  const life = new AbortController();
  const signal = AbortSignal.any([ends, life.signal]);
  const { ownerDocument: document } = at;
  const view = document.defaultView ?? window;
  const back = (at.getRootNode() as Document | ShadowRoot).activeElement ?? document.activeElement;
  const float = openFloat(at, label, signal);
  const style = document.createElement('style');
  addSheet(float.card, style);
  let rest: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(rest), { once: true });

  function leave(): void {
    if (signal.aborted) return;
    const isOurs = !passing || float.focused() !== null;
    life.abort();
    float.close();
    if (isOurs && back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
  }

  function key(event: KeyboardEvent): void {
    // A page may make keys of its own: only the human's count.
    if (!event.isTrusted) return;
    const within = float.holds(event);
    if (!within && !(passing && event.key === 'Escape')) return;
    // The page has shortcuts too, and must not act on keys that are not for it.
    event.stopImmediatePropagation();
    if (event.type !== 'keydown') return;
    if (event.key === 'Escape') {
      event.preventDefault();
      leave();
    } else if (onKey(event)) event.preventDefault();
  }
  for (const type of ['keydown', 'keyup', 'keypress'] as const)
    view.addEventListener(type, key, { capture: true, signal });
  view.addEventListener('pointerdown', (event) => float.holds(event) || leave(), { capture: true, signal });
  if (passing) {
    view.addEventListener(
      'pointermove',
      (event) => {
        const { left, right, top, bottom } = at.getBoundingClientRect();
        const near =
          event.clientX > left - 12 &&
          event.clientX < right + 12 &&
          event.clientY > top - 12 &&
          event.clientY < bottom + 12;
        // Whoever writes in it does not hold the pointer still.
        if (near || float.holds(event) || float.focused() || at.matches(':focus-visible')) {
          clearTimeout(rest);
          rest = undefined;
        } else rest ??= setTimeout(leave, LEAVE_MS);
      },
      { passive: true, signal },
    );
    // The focus is nowhere yet: where it goes is known in a moment.
    at.addEventListener('blur', () => setTimeout(() => float.focused() || leave()), { signal });
  } else float.card.focus({ preventScroll: true });

  return {
    ...float,
    leave,
    signal,
    get open() {
      return !signal.aborted;
    },
  };
}

/** What our cards need beyond those of the drafts. */
function addSheet(card: HTMLElement, style: HTMLStyleElement): void {
  const root = card.getRootNode() as ShadowRoot;
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CARD_LOOK);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    style.textContent = CARD_LOOK;
    root.append(style);
  }
}
