import { type Adapter, type Page, type RawPost, required } from '../contract';
import { all, attr, one, readText, textOf } from '../dom';
import { match } from '../values';

/**
 * Discord on the web: a channel's messages, behind a login. Ids name message and channel and carry the time. Messages of one
 * author in a row show the name once; the others point to it.
 */
const MESSAGE = 'li[id^="chat-messages-"]';

interface Named {
  channel: string;
  id: string;
}

function namedBy(item: Element): Named | null {
  const found = /^chat-messages-(\d+)-(\d+)$/.exec(item.id);
  return found ? { channel: found[1] as string, id: found[2] as string } : null;
}

const byId = (root: ParentNode, id: string): Element | null => one(root, `[id="${id}"]`);

/** The name of a message, or the one its label points to. */
function nameOf(item: Element, id: string, page: Page): string {
  const own = byId(item, `message-username-${id}`);
  if (own) return textOf(own, '[class*="username"]') || textOf(own);
  const pointed = match(
    attr(item, '[aria-labelledby*="message-username-"]', 'aria-labelledby'),
    /(message-username-\d+)/,
  );
  const there = pointed ? byId(page.document, pointed) : null;
  return textOf(there, '[class*="username"]') || textOf(there);
}

function extract(item: Element, page: Page): RawPost | null {
  const { channel, id } = required(namedBy(item), 'id');
  const body = byId(item, `message-content-${id}`);
  const accessories = byId(item, `message-accessories-${id}`);
  if (!body && !accessories) return null; // somebody joined, something was pinned
  const context = byId(item, `message-reply-context-${id}`);
  const above = one(context, '[id^="message-content-"]');
  const parent = match(above?.id, /^message-content-(\d+)$/);
  const guild = match(page.url.pathname, /^\/channels\/([^/]+)/) ?? '@me';
  const edited = attr(body, 'time[datetime]', 'datetime');
  return {
    id,
    kind: parent ? 'reply' : 'post',
    permalink: `/channels/${guild}/${channel}/${id}`,
    threadId: channel,
    threadTitle: textOf(page.document.documentElement, 'section[aria-label] h1, h1'),
    parentId: parent,
    author: { name: required(nameOf(item, id, page), 'author') },
    text: readText(body, { skip: 'time, [class*="edited"], [class*="timestamp"]', pre: true }),
    quotes: above
      ? [{ author: textOf(context, '[class*="username"]').replace(/^@/, ''), text: readText(above) }]
      : undefined,
    time: {
      machine: all(item, 'time[datetime]')
        .find((each) => !body?.contains(each))
        ?.getAttribute('datetime'),
      id: { scheme: 'discord', value: id },
    },
    editedTime: edited ? { machine: edited } : undefined,
  };
}

function composer(_item: Element | null, page: Page): HTMLElement | null {
  return one(page.document, 'form [role="textbox"][contenteditable="true"]') as HTMLElement | null;
}

export const adapter: Adapter = {
  id: 'discord',
  name: 'Discord',
  scope: 'site',
  matches: ['https://discord.com/*'],
  sampleUrls: ['https://discord.com/channels/100000000000000001/100000000000000002'],
  verified: 'from source',
  source: 'public themes and userscripts that key on element ids (2022 to 2026)',
  item: MESSAGE,
  extract,
  composer,
  limit: 2000,
  isPrivate: true,
  authorAnchor: (item) => one(item, '[id^="message-username-"]'),
};
