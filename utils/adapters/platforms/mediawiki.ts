import { type Adapter, type Page, type RawPost, type RawThread, required } from '../contract';
import { all, attr, one, readText, textOf } from '../dom';
import { parentsByDepth } from '../tree';
import { match, outermost, param } from '../values';

/**
 * MediaWiki talk pages: a comment has no element of its own. It is the lines up to a signature, which ends with a time and a
 * zone in brackets ("08:00 5 oct 2026 (UTC)") after a link to the user; indentation (`dl`, `ul`) says what it answers.
 * Where DiscussionTools runs, it leaves an anchor at each comment, which gives the id and the permalink.
 */
const CONTENT = '.mw-parser-output';
const LISTS = 'dl, ul, ol';
const QUOTES = 'blockquote, .inline-quote-talk, .talkquote';
const SKIP = `${LISTS}, ${QUOTES}, .ext-discussiontools-init-replylink-buttons`;
/** A clock, a year and a zone: the shape of a signature's time in every language. */
const SIGNED = /(?<![\d.:])\d{1,2}[:.]\d{2}(?!\d)[^()]{3,45}\((?:[A-Z]{2,5}|UTC[+−-]?\d*)\)(?=\s*$)/;

interface Said {
  id: string;
  lines: Element[];
  signer: Signer | null;
  stamp: string;
  anchor: string | null;
  section: Section;
}

/** The first link of a signature, and whose page it leads to. */
interface Signer {
  link: Element;
  user: string;
}

interface Section {
  id: string;
  title: string;
}

interface Talk {
  said: Map<Element, Said>;
  parents: Map<string, string | null>;
  sections: Section[];
}

const titleOf = (page: Page): string =>
  param(page.url.href, 'title') ?? decodeURIComponent(page.url.pathname.replace(/^.*\//, ''));

/** The name in a link to somebody's page, talk page or contributions: what follows the namespace, whatever it is called. */
function userIn(link: Element): string | null {
  const href = link.getAttribute('href') ?? '';
  const target = param(href, 'title') ?? match(href, /\/([^/?#]+:[^?#]+)/);
  if (!target) return null;
  const decoded = target.includes('%') ? safeDecode(target) : target;
  return match(decoded, /^[^:]+:(?:[^/]+\/)?(.+)$/)?.replaceAll('_', ' ') ?? null;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The links of a line itself, not of the lines indented below it. */
function ownLinks(line: Element): Element[] {
  return all(line, 'a[href]').filter(
    (link) => link.closest(`${LISTS}, p`)?.contains(line) !== false || link.closest('dd, li, p') === line,
  );
}

/** The signature's author: the first of the run of links to one user that comes last in the line. */
function signerOf(line: Element): Signer | null {
  let found: Signer | null = null;
  for (const link of ownLinks(line).reverse()) {
    const user = userIn(link);
    if (!user) {
      if (found) break;
      continue;
    }
    if (found && user.toLowerCase() !== found.user.toLowerCase()) break;
    found = { link, user };
  }
  return found;
}

function depthOf(line: Element, content: Element): number {
  let depth = 0;
  for (let up = line.parentElement; up && up !== content; up = up.parentElement) if (up.matches(LISTS)) depth++;
  return depth;
}

/** Where the comment that ends in this line begins: a signature may stand in the last item of a list inside it. */
function ownerOf(line: Element, pending: Element[]): Element {
  const list = line.parentElement;
  const isListed = pending.some((each) => each.parentElement === list && list?.matches('ul, ol'));
  const lead = isListed ? pending.find((each) => each === list?.previousElementSibling) : undefined;
  return pending.find((each) => each.contains(line)) ?? lead ?? line;
}

/** The words of a line without those indented below it, and without what it quotes. */
function wordsOf(line: Element): string {
  return readText(line, { skip: SKIP });
}

function talk(page: Page): Talk {
  return page.memo('mediawiki', () => {
    const said = new Map<Element, Said>();
    const sections: Section[] = [];
    const order: { id: string; depth: number; section: Section }[] = [];
    const taken = new Map<string, number>();
    const title = titleOf(page);
    let section: Section = { id: title, title: textOf(one(page.document, '#firstHeading')) };
    let pending: Element[] = [];
    const content = one(page.document, `#mw-content-text ${CONTENT}`) ?? one(page.document, CONTENT);
    for (const line of all(content, 'h2, p, dd, li, blockquote')) {
      if (line.closest('table, .toc, .navbox, .mw-editsection, #toc')) continue;
      if (line.localName === 'h2') {
        const headline = one(line, '.mw-headline') ?? line;
        const id = headline.id || line.id;
        section = { id: id ? `${title}#${id}` : title, title: textOf(headline) };
        sections.push(section);
        pending = [];
        continue;
      }
      // A paragraph inside an item is part of that item's words.
      if (line.parentElement?.closest('dd, li, blockquote') && !line.matches('dd, li')) continue;
      const words = wordsOf(line);
      const stamp = SIGNED.exec(words)?.[0];
      if (!stamp || !content) {
        if (words) pending.push(line);
        continue;
      }
      const signer = signerOf(line);
      const depth = depthOf(ownerOf(line, pending), content);
      const lines = [...pending.filter((each) => depthOf(each, content) >= depth), line];
      const anchor = lines.map((each) => attr(each, '[data-mw-comment-start][id]', 'id')).find(Boolean) ?? null;
      const plain = `${title}/c-${signer?.user.replaceAll(' ', '_')}-${stamp.replace(/[^\p{L}\d]/gu, '')}`;
      const count = (taken.get(plain) ?? 0) + 1;
      taken.set(plain, count);
      const id = anchor ?? (count > 1 ? `${plain}-${count}` : plain);
      said.set(line, { id, lines, signer, stamp, anchor, section });
      order.push({ id, depth, section });
      pending = [];
    }
    const parents = new Map<string, string | null>();
    for (const each of sections.length ? sections : [section]) {
      const inside = order.filter((one) => one.section === each);
      for (const [id, parent] of parentsByDepth(inside, null)) parents.set(id, parent);
    }
    return { said, parents, sections };
  });
}

/** Zones wikis of one country sign in; the rest sign in UTC. */
const ZONES: Record<string, string> = {
  CET: '+0100',
  CEST: '+0200',
  EET: '+0200',
  EEST: '+0300',
  WEST: '+0100',
  BST: '+0100',
  IST: '+0530',
  JST: '+0900',
  MSK: '+0300',
  EST: '-0500',
  EDT: '-0400',
  PST: '-0800',
  PDT: '-0700',
};

/** The signature's time with its zone beside the clock, where a time's zone is looked for. */
function zoned(stamp: string): string {
  const name = match(stamp, /\(([^()]+)\)/) ?? 'UTC';
  const zone = ZONES[name] ?? match(name, /^UTC([+-]\d{4})$/) ?? 'UTC';
  return stamp.replace(/\s*\([^()]*\)/, '').replace(/^(\d{1,2})[:.](\d{2})/, `$1:$2 ${zone}`);
}

/** The words up to the signature, without the dash that leads it in. */
function textIn({ lines, stamp }: Said, author: Element): string {
  const words = lines
    .filter((line) => !line.matches(QUOTES))
    .map(wordsOf)
    .join('\n');
  const end = words.lastIndexOf(stamp);
  const start = words.lastIndexOf(textOf(author), end);
  return words
    .slice(0, start < 0 ? end : start)
    .replace(/[\s\u2013\u2014~-]+$/, '')
    .trim();
}

function quotesIn(lines: Element[]): RawPost['quotes'] {
  return lines
    .flatMap((line) => (line.matches(QUOTES) ? [line] : outermost(line, QUOTES)))
    .map((quote) => ({ text: readText(quote) }));
}

function read(element: Element, page: Page): RawPost | null {
  const { said, parents } = talk(page);
  const comment = said.get(element);
  if (!comment) return null;
  const { id, lines, stamp, anchor, section } = comment;
  const { link, user } = required(comment.signer, 'author');
  const parent = parents.get(id) ?? null;
  const utc = match(anchor, /-(\d{14})(?:-|$)/);
  return {
    id,
    kind: parent ? 'reply' : 'post',
    permalink: anchor ? `#${anchor}` : null,
    threadId: section.id,
    threadTitle: section.title,
    parentId: parent,
    parentInferred: parent ? true : undefined,
    author: {
      name: textOf(link) || user,
      handle: user,
      href: link.getAttribute('href')?.replace(/&(?:amp;)?(?:action=edit|redlink=1)/g, ''),
    },
    text: textIn(comment, link),
    quotes: quotesIn(lines),
    time: {
      machine: utc?.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z'),
      shown: zoned(stamp),
    },
  };
}

function threads(page: Page): RawThread[] {
  return talk(page).sections.map(({ id, title }) => ({
    id,
    title,
    href: `#${id.slice(id.indexOf('#') + 1)}`,
    expected: null,
  }));
}

export const adapter: Adapter = {
  id: 'mediawiki',
  name: 'MediaWiki',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://wiki.example/index.php?title=Discusión:Café'],
  verified: '2026-11-22',
  item: `${CONTENT} p, ${CONTENT} dd, ${CONTENT} li`,
  *items(page) {
    const { said } = talk(page);
    yield;
    return [...said.keys()];
  },
  detect: ({ document }) => one(document, `body.ns-talk ${CONTENT}, ${CONTENT} [data-mw-comment-start]`) !== null,
  extract: read,
  threads,
  composer: (_item, page) =>
    one(
      page.document,
      '.ext-discussiontools-ui-replyWidget textarea, .ext-discussiontools-ui-replyWidget [contenteditable="true"]',
    ) as HTMLElement | null,
};
