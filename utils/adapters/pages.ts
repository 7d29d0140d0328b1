/** The page object adapters read from, renewed as the page changes. */
import { createPage, type Look } from './harvest';
import { REST } from './looks';

export interface Pages {
  /**
   * The page of this look; a new one after changes, since its memos describe the page as it was. Where they are dear (a
   * table over thousands of rows), not after every change.
   */
  fresh(): Look;
  /** The page as last looked at, whatever changed since. */
  readonly last: Look;
  changed(): void;
  /** Another address. */
  turn(url: URL): Look;
}

export function createPages(document: Document, url: URL, now: () => number): Pages {
  let page = createPage(document, url, now());
  let madeAt = performance.now();
  let isStale = false;

  function renew(address: URL): Look {
    page = createPage(document, address, now());
    madeAt = performance.now();
    isStale = false;
    return page;
  }

  return {
    fresh: () => (isStale && performance.now() - madeAt >= page.spent * REST ? renew(page.url) : page),
    get last() {
      return page;
    },
    changed() {
      isStale = true;
    },
    turn: renew,
  };
}
