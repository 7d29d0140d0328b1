import { type Adapter, type Page, type RawPost, type RawProfile, type RawThread, required } from '../contract';
import { all, attr, one, readBody, readText, textOf } from '../dom';
import { hrefs, match } from '../values';

/**
 * Discourse on any host: the browser's view (`article[data-post-id]`) and the one for crawlers and browsers without
 * scripts (`.crawler-post`). Both number the posts of a topic, so a post is `topic/number` in either.
 */
const POST = 'article[data-post-id]:not(.small-action)';
const ITEM = `${POST}, .crawler-post`;
const QUOTE = 'aside.quote, blockquote';
const SKIP = 'aside.onebox, .lightbox-wrapper .meta, .quote-controls, .cooked-selection-barrier';

/**
 * Where the posts are: the page, or before its application has drawn them the crawlers' view that the server sends along
 * in `<noscript>`, which a browser with scripts keeps as text. Parsed here it stays inert: nothing in it runs or loads.
 */
function views(page: Page): ParentNode[] {
  return page.memo('discourse views', () => {
    const { document } = page;
    return one(document, ITEM) ? [document] : [document, ...all(document, 'noscript[data-path]').map(inert)];
  });
}

const parsed = new WeakMap<Element, Document>();
function inert(noscript: Element): Document {
  const known = parsed.get(noscript);
  if (known) return known;
  const view = new DOMParser().parseFromString(noscript.textContent ?? '', 'text/html');
  parsed.set(noscript, view);
  return view;
}

interface Topic {
  id: string;
  /** Address of the topic, to which a post's number is added. */
  path: string;
  title: string;
  /** Names and avatars of the posts on the page, in order: who "in reply to" means. */
  posts: { number: string; id: string | null; names: string[] }[];
  /** Post number → number of the post it answers, where replies are unfolded. */
  answers: Map<string, string>;
}

function topic(page: Page): Topic {
  return page.memo('discourse', () => {
    const { document, url } = page;
    const address = match(url.pathname, /^(.*\/t\/(?:[^/]+\/)?\d+)(?:\/|$)/);
    const canonical = match(
      attr(document.documentElement, 'link[rel="canonical"]', 'href'),
      /^([^?#]*\/t\/(?:[^/]+\/)?\d+)/,
    );
    const path = address ?? canonical ?? url.pathname;
    const id = match(path, /(\d+)$/) ?? path;
    const items = views(page).flatMap((view) => all(view, ITEM));
    const posts = items.map((item) => ({
      number: numberOf(item) ?? '',
      id: item.getAttribute('data-post-id'),
      names: [...namesOf(item)].filter(Boolean),
    }));
    const numbers = new Map(posts.map((post) => [post.id, post.number]));
    const answers = new Map<string, string>();
    for (const item of items) {
      const number = numberOf(item) ?? '';
      const above = all(item, '.embedded-posts.top > [data-post-id], .embedded-posts.top .reply[data-post-id]').at(-1);
      const parent = above && numbers.get(above.getAttribute('data-post-id'));
      if (parent) answers.set(number, parent);
      for (const below of all(item, '.embedded-posts.bottom [data-post-id]')) {
        const answer = numbers.get(below.getAttribute('data-post-id'));
        if (answer) answers.set(answer, number);
      }
    }
    return { id, path, title: titleOf(document), posts, answers };
  });
}

function titleOf(document: Document): string {
  return (
    textOf(one(document, '#topic-title h1 .fancy-title, #topic-title h1 a, .header-title .topic-link')) ||
    attr(document.documentElement, 'meta[itemprop="headline"], meta[property="og:title"]', 'content') ||
    document.title
  );
}

function numberOf(item: Element): string | null {
  return (
    match(item.id, /^post_(\d+)$/) ??
    match(attr(item.closest('[data-post-number]'), '', 'data-post-number'), /^(\d+)$/) ??
    match(textOf(item, '[itemprop="position"]'), /(\d+)/)
  );
}

function namesOf(item: Element): Set<string> {
  return new Set([
    attr(item, '.main-avatar[data-user-card], .names [data-user-card]', 'data-user-card') ?? '',
    ...all(item, '.topic-meta-data .names a, .creator [itemprop="name"]').map((each) => textOf(each)),
  ]);
}

/** Who is answered: what is unfolded, else the person in the "in reply to" tab, else the post quoted. */
function parentOf(item: Element, number: string, page: Page): Pick<RawPost, 'parentId' | 'parentInferred'> {
  const { id, posts, answers } = topic(page);
  const stated = answers.get(number);
  if (stated) return { parentId: `${id}/${stated}` };
  const tab = one(item, '.reply-to-tab');
  if (tab) {
    const names = [textOf(tab, 'span:last-of-type'), textOf(tab), attr(tab, 'img', 'title')].filter(
      Boolean,
    ) as string[];
    const here = posts.findIndex((post) => post.number === number);
    const before = posts.slice(0, here).findLast((post) => post.names.some((name) => names.includes(name)));
    if (before) return { parentId: `${id}/${before.number}`, parentInferred: true };
  }
  const quote = one(item, '.cooked > aside.quote[data-post], .post > aside.quote[data-post]');
  const quoted = quote?.getAttribute('data-post');
  const elsewhere = quote?.getAttribute('data-topic');
  if (quoted && quoted !== number && (!elsewhere || elsewhere === id)) {
    return { parentId: `${id}/${quoted}`, parentInferred: true };
  }
  return { parentId: null };
}

function timeOf(item: Element): RawPost['time'] {
  const browser = attr(item, '.topic-meta-data .post-date .relative-date', 'data-time');
  const crawler =
    attr(item, 'meta[itemprop="datePublished"]', 'content') ??
    attr(item, '.post-time:not([itemprop="dateModified"])', 'datetime') ??
    attr(item, '.post-time', 'datetime');
  return { machine: browser ?? crawler };
}

function editedOf(item: Element): RawPost['editedTime'] {
  const modified =
    attr(item, '[itemprop="dateModified"]', 'datetime') ?? attr(item, '[itemprop="dateModified"]', 'content');
  return modified && modified !== timeOf(item)?.machine ? { machine: modified } : undefined;
}

function read(item: Element, page: Page): RawPost | null {
  if (item.closest('.post-hidden, .post--hidden, .embedded-posts')) return null;
  const number = required(numberOf(item), 'id');
  const { id, path, title } = topic(page);
  const link = one(item, '.topic-meta-data .names a[href], .creator a[href], .topic-avatar a[href]');
  const handle = attr(item, '[data-user-card]', 'data-user-card') ?? match(link?.getAttribute('href'), /\/u\/([^/]+)/);
  const name =
    textOf(item, '.names .full-name') || textOf(item, '.names .first') || textOf(item, '.creator [itemprop="name"]');
  const body = required(one(item, '.regular > .cooked, .contents > .cooked, .cooked, .post'), 'text');
  const likes =
    attr(item, '.like-count, .reactions-counter', 'data-count') ?? textOf(item, '.like-count, .reactions-counter');
  return {
    id: `${id}/${number}`,
    kind: number === '1' ? 'post' : 'reply',
    permalink: number === '1' ? path : `${path}/${number}`,
    threadId: id,
    threadTitle: title,
    ...parentOf(item, number, page),
    author: { name: name || required(handle, 'author'), handle, href: link?.getAttribute('href') },
    ...readBody(body, { quotes: QUOTE, quoteAuthor: '.title', skip: SKIP }),
    time: timeOf(item),
    editedTime: editedOf(item),
    counts: /^\d+$/.test(likes) ? { likes: Number(likes) } : undefined,
    mentions: mentionsOf(body),
  };
}

function mentionsOf(body: Element): string[] | undefined {
  const handles = all(body, 'a.mention').map((link) => textOf(link).replace(/^@/, ''));
  return handles.length ? handles : undefined;
}

/** "3 / 45" beside the stream: the last number is how many posts there are. */
function threads(page: Page): RawThread[] {
  const { id, path, title, posts } = topic(page);
  if (!posts.length) return [];
  const shown = textOf(one(page.document, '.timeline-replies, #topic-progress .nums')).match(/\d+/g)?.at(-1);
  return [{ id, title, href: path, expected: shown ? Number(shown) - 1 : null }];
}

/** `/u/name` and what is below it: the head of a person's pages. */
function profile({ document, url }: Page): RawProfile | null {
  const [, base = '', handle] = /^(.*)\/u\/([^/]+)(?:\/|$)/.exec(url.pathname) ?? [];
  const head = one(document, '.user-main .user-profile-names');
  if (!handle || textOf(head, '.username').split(' ')[0]?.toLowerCase() !== handle.toLowerCase()) return null;
  const bio = one(document, '.user-main .bio');
  return {
    name: textOf(head, '.full-name') || handle,
    handle,
    href: `${base}/u/${handle}`,
    bio: readText(bio),
    links: [...hrefs(bio), ...hrefs(document, '.user-main .user-profile-website a[href]')],
    alt: attr(document.documentElement, '.user-main .user-profile-avatar img', 'alt'),
  };
}

/** One composer for all: it names the post it answers, or the topic. */
function composer(item: Element | null, page: Page): HTMLElement | null {
  const box = one(page.document, '#reply-control .d-editor-input');
  const answers = match(
    attr(one(page.document, '#reply-control .post-link, #reply-control .reply-details a[href*="/t/"]'), '', 'href'),
    /\/t\/(?:[^/]+\/)?\d+\/(\d+)/,
  );
  return box && (!item || !answers || answers === numberOf(item)) ? (box as HTMLElement) : null;
}

export const adapter: Adapter = {
  id: 'discourse',
  name: 'Discourse',
  scope: 'platform',
  matches: [],
  sampleUrls: ['https://foro.example/t/una-pregunta/123/4'],
  verified: '2020-03-01',
  item: ITEM,
  roots: views,
  detect: ({ document }) =>
    one(document, 'meta[name="generator"][content^="Discourse"], #data-discourse-setup') !== null,
  extract: read,
  threads,
  profile,
  composer,
  authorAnchor: (item) => one(item, '.topic-meta-data .names a, .creator a'),
};
