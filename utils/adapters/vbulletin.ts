/** What the vBulletin 3 templates and the sites grown from them share: ids in `#post_message_N`, quote boxes, thread ids. */
import type { Page } from './contract';
import { attr, one, textOf } from './dom';
import { first, match, param } from './values';

/** The post a quote's link leads to: `showthread.php?p=5768621#post5768621`. */
export function quotedPost(quote: Element): string | null {
  const href = attr(quote, 'a[href*="#post"], a[href*="p="]', 'href');
  return match(href, /#post(\d+)/) ?? param(href, 'p');
}

/** The thread of a `showthread.php` page: from the address, else from the links a page opened by post id carries. */
export function vbulletinThread(page: Page): string | null {
  const inAddress = param(page.url.href, 't') ?? match(page.url.pathname, /showthread\.php\/(\d+)/);
  if (inAddress) return inAddress;
  const { document } = page;
  const written =
    attr(one(document, 'input[name="searchthreadid"], input[name="t"]'), '', 'value') ??
    match(
      attr(one(document, 'link[rel="canonical"]'), '', 'href') ??
        attr(one(document, 'a[href*="showthread.php?t="], a[href*="printthread.php?t="]'), '', 'href'),
      /(?:[?&]t=|showthread\.php\/)(\d+)/,
    );
  return written;
}

/** How many posts follow the first: the last number of a page link's title ("Results 181 to 210 of 711"). */
export function repliesInTitles(page: Page, selector: string): number | null {
  const title = attr(one(page.document, selector), '', 'title');
  const last = title
    ?.match(/\d[\d.,]*/g)
    ?.at(-1)
    ?.replace(/[.,]/g, '');
  return last ? Number(last) - 1 : null;
}

/** A heading, or the document's title without the forum's name at its end. */
export function titleOr(page: Page, selectors: string): string {
  return textOf(first(page.document, selectors)) || page.document.title.replace(/(?<!\s)\s+[-|–]\s[^-|–]*$/, '');
}
