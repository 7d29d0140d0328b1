/** The parts of a post that the page itself names: schema.org as microdata or RDFa, and microformats2. */
import type { Outline } from './outline';

export interface Named {
  author: Element | null;
  name: Element | null;
  body: Element | null;
  time: Element | null;
  link: Element | null;
}

const AUTHOR = /(^|[\s:])(author|creator|reviewer)(\s|$)/;
const BODY = /(^|[\s:])(text|reviewBody|articleBody|commentText|content)(\s|$)/;
const SHORT = /(^|[\s:])(description|summary)(\s|$)/;
const TIME = /(^|[\s:])(datePublished|dateCreated|commentTime|uploadDate|created)(\s|$)/;
const URL = /(^|[\s:])url(\s|$)/;
const NAME = /(^|[\s:])name(\s|$)/;

/** Nearest the top wins; what is inside a name card or a quoted post is of that. */
export function namedParts({ elements, parents }: Outline): Named {
  const named: Named = { author: null, name: null, body: null, time: null, link: null };
  let short: Element | null = null;
  let title: Element | null = null;
  /** Index of the element whose inside is of somebody else. */
  const foreign: boolean[] = [false];
  for (let i = 1; i < elements.length; i++) {
    const element = elements[i] as Element;
    foreign[i] = foreign[parents[i] as number] as boolean;
    const property = element.getAttribute('itemprop') ?? element.getAttribute('property');
    const classes = element.getAttribute('class') ?? '';
    const inAuthor = named.author !== null && named.author !== element && named.author.contains(element);
    if (inAuthor) {
      if (!named.name && ((property && NAME.test(property)) || /(^|\s)p-name(\s|$)/.test(classes)))
        named.name = element;
      continue;
    }
    if (foreign[i]) continue;
    if (property && AUTHOR.test(property)) named.author ??= element;
    else if (/(^|\s)p-author(\s|$)/.test(classes)) named.author ??= element;
    else if (/(^|\s)(h-cite|h-card|h-entry)(\s|$)/.test(classes)) foreign[i] = true;
    else if ((property && BODY.test(property) && element.localName !== 'meta') || /(^|\s)e-content(\s|$)/.test(classes))
      named.body ??= element;
    else if (
      (property && SHORT.test(property) && element.localName !== 'meta') ||
      /(^|\s)p-summary(\s|$)/.test(classes)
    )
      short ??= element;
    else if ((property && TIME.test(property)) || /(^|\s)dt-published(\s|$)/.test(classes)) named.time ??= element;
    if (/(^|\s)p-name(\s|$)/.test(classes)) title ??= element;
    if (element.localName === 'a' && ((property && URL.test(property)) || /(^|\s)u-url(\s|$)/.test(classes)))
      named.link ??= element;
  }
  named.body ??= short ?? title;
  return named;
}
