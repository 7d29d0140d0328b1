import { digest } from '../../core/keys';
import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { all, one, readText, textOf } from '../dom';
import { parseCount } from '../numbers';
import { match } from '../values';

/**
 * Medium: responses to a story, in a pane beside it or on a page of their own. Each is a `pre` of words (the editor keeps line
 * breaks that way) under the name of who wrote it; classes are hashes. A response has an address of its own only where its
 * time links to it.
 */
const WORDS =
  '[role="dialog"] pre, .pw-responses-thread pre, [data-testid="responsesSection"] pre, [data-testid="response"] pre';
const PERSON = 'a[href*="/@"], a[href*=".medium.com/?source=post_page"], a[rel*="noopener"][href*="source=response"]';

const storyOf = (page: Page): string =>
  match(page.url.pathname, /-?([0-9a-f]{8,12})(?:\/responses\/?.*)?\/?$/) ?? page.url.pathname;
const titleOf = (page: Page): string =>
  page.memo(
    'medium',
    () => textOf(page.document.documentElement, '[data-testid="storyTitle"], h1') || page.document.title,
  );

/** The smallest box that holds these words alone, and who wrote them. */
function boxOf(words: Element): { box: Element; link: Element } | null {
  let box = words.parentElement;
  for (let i = 0; box && i < 10; i++, box = box.parentElement) {
    if (box.querySelectorAll('pre').length > 1) return null;
    const link = all(box, PERSON).find((each) => !words.contains(each) && textOf(each));
    if (link) return { box, link };
  }
  return null;
}

const bare = (href: string | null): string | null => href?.split('?')[0] ?? null;

function idOf(words: Element, box: Element, link: Element, page: Page): { id: string; href: string | null } {
  for (const each of all(box, 'a[href]')) {
    const href = bare(each.getAttribute('href'));
    const id = match(href, /-?([0-9a-f]{10,12})$/);
    if (id && id !== storyOf(page)) return { id, href };
  }
  return {
    id: `${storyOf(page)}/${digest(`${bare(link.getAttribute('href'))}\n${readText(words, { pre: true })}`)}`,
    href: null,
  };
}

/** Answers to a response are set in beside a line, in a box that follows the response's own. */
function answered(box: Element, page: Page): string | null {
  for (let each: Element | null = box; each && !each.matches('[role="dialog"], body'); each = each.parentElement) {
    const before: Element | null = each.previousElementSibling;
    const words =
      before && before.querySelectorAll('pre').length === 1 && each.parentElement?.childElementCount === 2
        ? one(before, 'pre')
        : null;
    const found = words && boxOf(words);
    if (words && found) return idOf(words, found.box, found.link, page).id;
  }
  return null;
}

function extract(words: Element, page: Page): RawPost {
  const { box, link } = required(boxOf(words), 'author');
  const { id, href } = idOf(words, box, link, page);
  const profile = bare(link.getAttribute('href'));
  const time = textOf(one(box, 'time, [data-testid="storyPublishDate"]')) || shownIn(box, words, link);
  return {
    id,
    kind: 'reply',
    permalink: href,
    threadId: storyOf(page),
    threadTitle: titleOf(page),
    parentId: answered(box, page),
    author: {
      name: textOf(link),
      handle: match(profile, /@([^/?#]+)/) ?? match(profile, /\/\/([\w-]+)\.medium\.com/),
      href: profile,
    },
    text: readText(words, { pre: true }),
    time: { shown: time },
  };
}

/** The line under the name: the first words between the name and the response. */
function shownIn(box: Element, words: Element, link: Element): string {
  const line = all(box, 'p, span').find(
    (each) =>
      !each.contains(link) &&
      !link.contains(each) &&
      !each.contains(words) &&
      (each.compareDocumentPosition(words) & 4) !== 0 &&
      /\d/.test(textOf(each)),
  );
  return textOf(line);
}

function threads(page: Page): RawThread[] {
  if (!one(page.document, WORDS)) return [];
  const shown = textOf(page.document.documentElement, '.pw-responses-count, [role="dialog"] h2');
  return [{ id: storyOf(page), title: titleOf(page), href: page.url.pathname, expected: parseCount(shown) ?? null }];
}

function composer(_item: Element | null, page: Page): HTMLElement | null {
  return one(
    page.document,
    '[role="dialog"] [contenteditable="true"], [data-slate-editor="true"]',
  ) as HTMLElement | null;
}

export const adapter: Adapter = {
  id: 'medium',
  name: 'Medium',
  scope: 'site',
  matches: ['https://medium.com/*', 'https://*.medium.com/*'],
  sampleUrls: ['https://medium.com/@cafeteria/la-d7-0a1b2c3d4e5f', 'https://cafeteria.medium.com/la-d7-0a1b2c3d4e5f'],
  verified: 'from source',
  source: 'public extractors and translators that read responses (2022 to 2025)',
  item: WORDS,
  extract,
  threads,
  composer,
  authorAnchor: (item) => boxOf(item)?.link ?? null,
};
