/** When a page has enough of itself to do: what it was opened for comes before what we do with it. */

/** A page may load for ever: a picture that never comes, a stream that never ends. Then it is not waited for any longer, ms. */
const MOST_LOADING = 2_000;
/** And one may never have nothing to do, ms. */
const MOST_BUSY = 300;

/** Resolves once the page has loaded and has a moment, and in any case soon after; never once `signal` has aborted. */
export function atRest(document: Document, signal: AbortSignal): Promise<void> {
  const view = document.defaultView ?? window;
  return new Promise((resolve) => {
    let idle = 0;
    const moment = () => {
      clearTimeout(waiting);
      view.removeEventListener('load', moment);
      if (!signal.aborted) idle = view.requestIdleCallback(() => resolve(), { timeout: MOST_BUSY });
    };
    const waiting = setTimeout(moment, MOST_LOADING);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(waiting);
        if (idle) view.cancelIdleCallback(idle);
      },
      { once: true },
    );
    if (document.readyState === 'complete') moment();
    else view.addEventListener('load', moment, { once: true, signal });
  });
}
