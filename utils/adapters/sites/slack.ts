import { type Adapter, type Page, type RawPost, required } from '../contract';
import { all, attr, one, readText, textOf } from '../dom';
import { parseCount } from '../numbers';
import { match, present } from '../values';

/**
 * Slack on the web: a channel's messages, behind a login. `data-qa` names every part and `data-msg-ts` is the id, which is the
 * moment in seconds. Messages of one author in a row show the name once. What answers a message stands in the pane beside.
 */
const MESSAGE = '[data-qa="message_container"][data-msg-ts]';
const SENDER = '[data-qa="message_sender_name"], [data-qa="message_sender"] button, .c-message__sender_button';
const PANE = '[data-qa="threads_flexpane"], .p-threads_flexpane, .p-flexpane__inside_body';

const tsOf = (item: Element | null): string | null => match(item?.getAttribute('data-msg-ts'), /^(\d+\.\d+)$/);

/** The nearest name at or before a message of the same list. */
function senders(page: Page): Map<Element, Element> {
  return page.memo('slack', () => {
    const found = new Map<Element, Element>();
    const last = new Map<Element | null, Element>();
    for (const item of all(page.document, MESSAGE)) {
      const list = item.closest(`${PANE}, [role="list"], [data-qa="slack_kit_list"]`);
      const own = one(item, SENDER);
      if (own) last.set(list, own);
      const sender = last.get(list);
      if (sender) found.set(item, sender);
    }
    return found;
  });
}

function extract(item: Element, page: Page): RawPost {
  const ts = required(tsOf(item), 'id');
  const channel =
    item.getAttribute('data-msg-channel-id') ?? match(page.url.pathname, /\/client\/\w+\/(\w+)/) ?? 'slack';
  const sender = senders(page).get(item) ?? null;
  const link = one(item, 'a.c-timestamp[href], a[data-ts][href]');
  const href = link?.getAttribute('href') ?? null;
  const pane = item.closest(PANE);
  const head = tsOf(one(pane, MESSAGE));
  const root = match(href, /[?&]thread_ts=(\d+\.\d+)/) ?? (pane ? head : null);
  return {
    id: `${channel}/${ts}`,
    kind: root && root !== ts ? 'reply' : 'post',
    permalink: href ?? `/client/${match(page.url.pathname, /\/client\/(\w+)/) ?? ''}/${channel}`,
    threadId: `${channel}/${root ?? ts}`,
    parentId: root && root !== ts ? `${channel}/${root}` : null,
    author: {
      name: required(textOf(sender) || sender?.textContent?.trim(), 'author'),
      handle: attr(sender, '', 'data-message-sender'),
    },
    text: readText(one(item, '[data-qa="message-text"], .c-message_kit__blocks, .p-rich_text_block'), {
      skip: '.c-message__edited_label, [data-qa="message_edited_label"]',
    }),
    time: { machine: Number(ts) * 1000 },
    counts: present({ replies: parseCount(one(item, '[data-qa="reply_bar_count"]')?.textContent) }),
  };
}

/** The pane's own box answers what the pane shows, the other one writes to the channel. */
function composer(item: Element | null, page: Page): HTMLElement | null {
  const root = item?.closest(PANE) ?? one(page.document, PANE) ?? (item ? null : page.document);
  return one(
    root,
    '[data-qa="message_input"] [contenteditable="true"], .ql-editor[contenteditable="true"]',
  ) as HTMLElement | null;
}

export const adapter: Adapter = {
  id: 'slack',
  name: 'Slack',
  scope: 'site',
  matches: ['https://app.slack.com/*'],
  sampleUrls: ['https://app.slack.com/client/T0000001/C0000001'],
  verified: 'from source',
  source: 'public exporters and userscripts that key on data-qa (2022 to 2025)',
  item: MESSAGE,
  extract,
  composer,
  limit: 4000,
  isPrivate: true,
  authorAnchor: (item) => one(item, SENDER),
};
