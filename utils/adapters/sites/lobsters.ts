import { type Adapter, type Page, type RawPost, type RawTime, required } from '../contract';
import { all, attr, one, readBody, textOf } from '../dom';
import { parseCount } from '../numbers';
import { match, present, QUOTE } from '../values';

/** Lobsters: a story and a tree of comments in nested lists. A title is what its submitter said. */
const STORY = 'li.story[data-shortid]';
const COMMENT = '.comment[id^="c_"][data-shortid]';
const USER = '.byline a[href^="/~"], .byline a[href^="/u/"]';

function storyOf(page: Page): { id: string | null; title: string } {
  return page.memo('lobsters', () => {
    const id = match(page.url.pathname, /^\/s\/(\w+)/);
    const story = id ? one(page.document, `${STORY}[data-shortid="${id}"]`) : null;
    return { id, title: textOf(story, '.link a') };
  });
}

/** The link with a name: the first one is a picture. */
function authorOf(item: Element): RawPost['author'] {
  const link = all(item, USER).find((each) => textOf(each));
  const name = textOf(required(link, 'author'));
  return { name, handle: name, href: link?.getAttribute('href') };
}

function timeOf(item: Element): RawTime {
  const stamp = one(item, '.byline time[datetime], .byline [title]');
  return { machine: stamp?.getAttribute('datetime') ?? stamp?.getAttribute('title'), shown: textOf(stamp) };
}

function readComment(item: Element, page: Page): RawPost | null {
  const body = required(one(item, '.comment_text'), 'text');
  if (one(body, ':scope > p > .na')) return null; // taken away: a note in its place
  const id = required(item.getAttribute('data-shortid'), 'id');
  const story = storyOf(page);
  const outer = item.closest('li.comments_subtree')?.parentElement?.closest('li.comments_subtree');
  const parent = outer ? attr(outer, COMMENT, 'data-shortid') : story.id;
  const onStory = all(item, '.byline a[href*="/s/"]').at(-1)?.getAttribute('href');
  return {
    id,
    kind: 'reply',
    permalink: attr(item, '.byline a[href*="/c/"], .byline a[href*="#c_"]', 'href') ?? `/c/${id}`,
    threadId: story.id ?? match(onStory, /\/s\/(\w+)/) ?? undefined,
    threadTitle: story.title,
    parentId: parent,
    author: authorOf(item),
    ...readBody(body, { quotes: QUOTE }),
    time: timeOf(item),
    counts: present({ likes: parseCount(textOf(item, '.voters .upvoter, .voters .score')) }),
  };
}

function readStory(item: Element, page: Page): RawPost {
  const id = required(item.getAttribute('data-shortid'), 'id');
  const title = required(textOf(item, '.link a'), 'text');
  const words = storyOf(page).id === id ? one(page.document, '.story_text') : null;
  const { text, quotes } = readBody(words, { quotes: QUOTE });
  return {
    id,
    kind: 'post',
    permalink: `/s/${id}`,
    threadTitle: title,
    parentId: null,
    author: authorOf(item),
    text: text ? `${title}\n\n${text}` : title,
    quotes,
    time: timeOf(item),
    counts: present({ likes: parseCount(textOf(item, '.voters .upvoter, .voters .score')), replies: repliesOf(item) }),
  };
}

/** The label says a number, or in words that there are none. */
function repliesOf(item: Element): number | undefined {
  const label = textOf(item, '.comments_label a');
  return label ? (parseCount(label) ?? 0) : undefined;
}

export const adapter: Adapter = {
  id: 'lobsters',
  name: 'Lobsters',
  scope: 'site',
  matches: ['https://lobste.rs/*'],
  sampleUrls: ['https://lobste.rs/s/abc123/a_title', 'https://lobste.rs/newest'],
  verified: 'from source',
  source: 'lobsters/lobsters app/views/comments/_threads.html.erb, app/views/stories/_listdetail.html.erb',
  item: `${STORY}, ${COMMENT}`,
  extract: (item, page) => (item.matches(COMMENT) ? readComment(item, page) : readStory(item, page)),
  threads: (page) =>
    all(page.document, STORY).map((item) => {
      const id = item.getAttribute('data-shortid') ?? '';
      return { id, title: textOf(item, '.link a'), href: `/s/${id}`, expected: repliesOf(item) ?? null };
    }),
  composer: (item, page) => {
    const below = item?.matches(COMMENT)
      ? one(item.closest('li.comments_subtree'), '.comment_form_container textarea[name="comment"]')
      : null;
    return (below ?? one(page.document, '.comment_form_container textarea[name="comment"]')) as HTMLElement | null;
  },
  authorAnchor: (item) => all(item, USER).find((each) => textOf(each)) ?? null,
};
