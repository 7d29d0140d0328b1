/**
 * Focus that is never lost. Whoever goes by key presses "Remove" and the button goes with what it removed: the browser then
 * leaves the focus nowhere, and a screen reader begins the page anew. Here it goes on to what came into its place.
 */

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled], [type=hidden], [tabindex="-1"]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex="0"]';

/** What was done may still give the focus to something itself: a row that is drawn on the second frame. */
const PATIENCE_MS = 120;

/** Where something stood: its ancestors, the nearest first, and which child of each led to it. */
type Place = readonly { parent: Element; index: number }[];

/** Watches a document from now on. A screen that gives the focus to something itself is left to do so. */
export function keepFocus(page: Document, signal: AbortSignal): void {
  let last: HTMLElement | null = null;
  let place: Place = [];
  /** The last that was shut while it had the focus, as a button is while it works. */
  let shut: HTMLElement | null = null;
  let acted = false;
  const isLost = () => last !== null && page.activeElement === page.body;
  const giveBack = () => {
    if (signal.aborted || !isLost() || !last) return;
    if (!last.isConnected) inPlace(place)?.focus();
    else if (shut === last && !last.matches(':disabled')) last.focus();
  };
  const watch = new MutationObserver(() => {
    if (last?.matches(':disabled')) shut = last;
    // A list that draws only what is in sight takes away what was scrolled past: nobody wants to be brought back.
    if (acted && isLost()) setTimeout(giveBack, PATIENCE_MS);
  });
  watch.observe(page.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  signal.addEventListener('abort', () => watch.disconnect(), { once: true });

  const options = { signal, capture: true, passive: true };
  const act = () => {
    acted = true;
  };
  page.addEventListener('keydown', act, options);
  page.addEventListener('click', act, options);
  const scroll = () => {
    acted = false;
  };
  page.addEventListener('wheel', scroll, options);
  page.addEventListener('touchmove', scroll, options);
  page.addEventListener(
    'focusin',
    ({ target }) => {
      if (!(target instanceof HTMLElement)) return;
      last = target;
      place = placeOf(target);
      shut = null;
    },
    options,
  );
}

function placeOf(element: Element): Place {
  const place: { parent: Element; index: number }[] = [];
  for (let child = element; child.parentElement; child = child.parentElement) {
    const parent = child.parentElement;
    place.push({ parent, index: Array.prototype.indexOf.call(parent.children, child) });
  }
  return place;
}

/** What stands there now (all was drawn anew, or the next moved up), or comes next, or is the last before it. */
function inPlace(place: Place): HTMLElement | null {
  for (const [level, { parent, index }] of place.entries()) {
    if (!parent.isConnected) continue;
    const same = place
      .slice(0, level + 1)
      .reduceRight<Element | undefined>((at, step) => at?.children[step.index], parent);
    if (same?.matches(FOCUSABLE)) return same as HTMLElement;
    const all = [...parent.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((one) => one.checkVisibility());
    // One child where there were several: a form has come in the place of a row.
    const here = parent.children[index] ?? (parent.children.length === 1 ? parent.children[0] : undefined);
    const isFromHere = (one: Element) =>
      here !== undefined &&
      (here.contains(one) || (here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
    const next = all.find(isFromHere) ?? all.at(-1);
    if (next) return next;
  }
  return null;
}
