/** Small values out of links and ids, and small ways through the document. No words are matched. */
import { all, one } from './dom';

/** The mark every editor gives a passage of somebody else's, where the site has no box of its own for it. */
export const QUOTE = 'blockquote';

/** A parameter of a link as written, relative or absolute; null where the link does not carry it. */
export function param(href: string | null | undefined, name: string): string | null {
  if (!href) return null;
  const start = href.indexOf('?');
  if (start < 0) return null;
  const end = href.indexOf('#', start);
  return new URLSearchParams(href.slice(start + 1, end < 0 ? undefined : end)).get(name);
}

/** The first group of `pattern` in a link or id; null where it does not match. */
export function match(text: string | null | undefined, pattern: RegExp): string | null {
  return (text && pattern.exec(text)?.[1]) || null;
}

/** An object with the defined members only, or nothing at all when there are none. */
export function present<T extends Record<string, number | undefined>>(
  values: T,
): { [K in keyof T]?: number } | undefined {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined);
  return kept.length ? (Object.fromEntries(kept) as { [K in keyof T]?: number }) : undefined;
}

/** Matches inside `body` that no other match inside it holds: a quote within a quote belongs to the outer one. */
export function outermost(body: Element, selector: string): Element[] {
  return all(body, selector).filter((box) => {
    const outer = box.parentElement?.closest(selector);
    return !outer || outer === body || !body.contains(outer);
  });
}

/** Answers counted in the page's own description for search engines. */
export function answersInData(document: Document): number | null {
  for (const script of all(document, 'script[type="application/ld+json"]')) {
    const said = match(script.textContent, /"(?:commentCount|answerCount)"\s*:\s*"?(\d+)/);
    const counted = match(
      script.textContent,
      /CommentAction"[^{}]{0,80}"userInteractionCount"\s*:\s*"?(\d+)|"userInteractionCount"\s*:\s*"?\d+"?[^{}]{0,80}CommentAction/,
    );
    const count = said ?? counted;
    if (count) return Number(count);
  }
  return null;
}

/**
 * Words of a line of boxes that only look like blocks: X wraps each mention in a `div` laid out inline. Line breaks are the
 * ones in the source; emoji are the `alt` of their picture.
 */
export function inlineText(element: Element | null): string {
  if (!element) return '';
  const parts: string[] = [];
  // 1 elements | 4 text
  const walker = element.ownerDocument.createTreeWalker(element, 5);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === 3) parts.push(node.nodeValue ?? '');
    else if ((node as Element).localName === 'img') parts.push((node as Element).getAttribute('alt') ?? '');
  }
  return parts.join('');
}

/** The first match of the first selector that matches at all: lists are in order of preference, not of the document. */
export function first(item: ParentNode | null, selectors: string): Element | null {
  if (!selectors.includes('|')) return one(item, selectors);
  for (const selector of selectors.split('|')) {
    const found = one(item, selector.trim());
    if (found) return found;
  }
  return null;
}

/** Where the links inside lead, as written. */
export function hrefs(root: ParentNode | null, selector = 'a[href]'): (string | null)[] {
  return all(root, selector).map((link) => link.getAttribute('href'));
}
