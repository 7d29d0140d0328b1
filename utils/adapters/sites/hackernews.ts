import { type Adapter, type Page, type RawPost, type RawProfile, required } from '../contract';
import { all, attr, one, readText, textOf } from '../dom';
import { parseCount } from '../numbers';
import { parentsByDepth } from '../tree';
import { hrefs, param, present } from '../values';

/**
 * Hacker News: one table, comments indented by the width of a spacer. A story is two rows (title; author and time), a
 * comment is one. Story lists are heard too: a title is what its submitter said.
 */
const ITEM = 'tr.athing[id]';

/** Pixels of one level of indentation, where the markup gives a width and not an `indent`. */
const STEP = 40;

interface Layout {
  /** The item the page is about: a story, or a comment opened by its own link. */
  head: Element | null;
  storyId: string | null;
  title: string;
  parents: Map<string, string | null>;
}

function isComment(row: Element): boolean {
  return row.classList.contains('comtr') || one(row, '.commtext, .comment') !== null;
}

function depthOf(row: Element): number {
  const indent = attr(row, 'td.ind', 'indent');
  return indent === null ? Math.round(Number(attr(row, 'td.ind img', 'width') ?? 0) / STEP) : Number(indent);
}

function layout(page: Page): Layout {
  return page.memo('hackernews', () => {
    const head = one(page.document, '.fatitem tr.athing[id]');
    const rows = all(page.document, '.comment-tree tr.athing[id], tr.athing.comtr[id]').filter((row) => row !== head);
    const parents = parentsByDepth(
      rows.map((row) => ({ id: row.id, depth: depthOf(row) })),
      head?.id ?? null,
    );
    const onStory = one(head, '.onstory a, .storyon a');
    const storyId = head && isComment(head) ? param(onStory?.getAttribute('href'), 'id') : (head?.id ?? null);
    const title = head && !isComment(head) ? textOf(head, '.titleline > a, a.storylink') : textOf(onStory);
    return { head, storyId, title, parents };
  });
}

/** `title="2024-05-01T10:00:00 1714557600"`; before 2023 the date alone, in UTC without saying so. */
function machineTime(age: Element | null): string | null {
  const [date, epoch] = (age?.getAttribute('title') ?? '').split(' ');
  return epoch || (date ? `${date}Z` : null);
}

function readComment(row: Element, page: Page): RawPost | null {
  const user = one(row, '.hnuser');
  if (!user) return null; // a deleted or flagged stub names nobody
  const { storyId, title, parents } = layout(page);
  const onStory = one(row, '.onstory a, .storyon a');
  const age = one(row, '.age');
  const stated = param(attr(row, '.par a', 'href') ?? attr(row, '.navs a[href^="item?id="]', 'href'), 'id');
  const walked = parents.get(row.id) ?? null;
  return {
    id: row.id,
    kind: 'reply',
    permalink: attr(row, '.age a', 'href') ?? `item?id=${row.id}`,
    threadId: param(onStory?.getAttribute('href'), 'id') ?? storyId ?? undefined,
    threadTitle: textOf(onStory) || title,
    parentId: stated ?? walked,
    author: { name: textOf(user), handle: textOf(user), href: user.getAttribute('href') },
    text: readText(required(one(row, '.commtext') ?? one(row, '.comment'), 'text'), { skip: '.reply' }),
    time: { machine: machineTime(age), shown: textOf(age) },
  };
}

function readStory(row: Element): RawPost | null {
  const second = row.nextElementSibling;
  const user = one(second, '.hnuser');
  if (!user) return null; // a job advert has no author
  const title = textOf(required(one(row, '.titleline > a, a.storylink'), 'text'));
  const words = readText(one(row.closest('.fatitem'), '.toptext'));
  const age = one(second, '.age');
  return {
    id: row.id,
    kind: 'post',
    permalink: `item?id=${row.id}`,
    threadTitle: title,
    author: { name: textOf(user), handle: textOf(user), href: user.getAttribute('href') },
    text: words ? `${title}\n\n${words}` : title,
    time: { machine: machineTime(age), shown: textOf(age) },
    counts: present({ likes: parseCount(textOf(second, '.score')), replies: repliesOf(row) }),
  };
}

/** The last link to the item in the second row says how many comments there are; "discuss" says none. */
function repliesOf(row: Element): number | undefined {
  const links = all(row.nextElementSibling, `a[href$="item?id=${row.id}"]`);
  const last = links.filter((link) => !link.closest('.age')).at(-1);
  return last ? (parseCount(textOf(last)) ?? 0) : undefined;
}

/** `user?id=name`: rows of user, created, karma and, where they wrote something, what is about them. */
function profile({ document, url }: Page): RawProfile | null {
  const handle = url.pathname === '/user' ? url.searchParams.get('id') : null;
  const row = all(document, 'td > a.hnuser')
    .find((user) => textOf(user) === handle)
    ?.closest('tr');
  const about = row?.nextElementSibling?.nextElementSibling?.nextElementSibling?.children[1] ?? null;
  // One's own page has a form there.
  if (!handle || !about || one(about, 'textarea, input')) return null;
  return { name: handle, handle, href: `user?id=${handle}`, bio: readText(about), links: hrefs(about) };
}

export const adapter: Adapter = {
  id: 'hackernews',
  name: 'Hacker News',
  scope: 'site',
  matches: ['https://news.ycombinator.com/*'],
  sampleUrls: ['https://news.ycombinator.com/item?id=100', 'https://news.ycombinator.com/newest'],
  verified: '2018-04-24',
  item: ITEM,
  extract: (row, page) => (isComment(row) ? readComment(row, page) : readStory(row)),
  threads: (page) =>
    all(page.document, ITEM)
      .filter((row) => !isComment(row) && one(row.nextElementSibling, '.hnuser'))
      .map((row) => ({
        id: row.id,
        title: textOf(row, '.titleline > a, a.storylink'),
        href: `item?id=${row.id}`,
        expected: repliesOf(row) ?? null,
      })),
  profile,
  composer: (item, page) => {
    const box = one(page.document, 'form[action="comment"] textarea[name="text"]');
    const answers = attr(box?.closest('form') ?? null, 'input[name="parent"]', 'value');
    return box && (!item || !answers || item.id === answers) ? (box as HTMLElement) : null;
  },
  authorAnchor: (row) => one(isComment(row) ? row : row.nextElementSibling, '.hnuser'),
};
