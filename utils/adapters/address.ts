/** Notices that a single-page application went elsewhere: the document stays, the address changes. */

interface NavigationLike extends EventTarget {
  readonly currentEntry: unknown;
}

/**
 * Calls `moved` after each change of address. Where the Navigation API is missing (Firefox), `popstate`, `hashchange` and
 * whoever calls `check` (each batch of changes to the page) notice it.
 */
export function watchAddress(view: Window, moved: (url: URL) => void, signal: AbortSignal): { check: () => void } {
  let last = view.location.href;
  const check = () => {
    const href = view.location.href;
    if (signal.aborted || href === last) return;
    last = href;
    moved(addressOf(view.document));
  };
  const navigation = (view as Window & { navigation?: NavigationLike }).navigation;
  navigation?.addEventListener('currententrychange', check, { signal });
  view.addEventListener('popstate', check, { signal });
  view.addEventListener('hashchange', check, { signal });
  return { check };
}

/** The document's address; for `about:srcdoc` and `about:blank` frames that of the page that wrote them. */
export function addressOf(document: Document): URL {
  const href = document.location?.href ?? document.URL;
  return new URL(
    /^https?:/.test(href) ? href : /^https?:/.test(document.baseURI) ? document.baseURI : 'https://local/',
  );
}
