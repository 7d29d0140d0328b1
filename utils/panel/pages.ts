/** The pages that are open, as the panel uses them: puts words in a reply box, shows a post where it was said. */

import { bringToFront, tabsNear } from '../browser/open-pages';
import { openOptions, openPage } from '../browser/tabs';
import type { Post } from '../core/post';
import { sendToTab } from '../messaging/channel';
import type { Pages, PutState } from './put';

export const openPages: Pages = {
  async put(post, text) {
    let best: PutState = { kind: 'noTab' };
    for (const tab of await tabsNear(post.url)) {
      const answer = await sendToTab(tab, 'insert', { postKey: post.key, text });
      if (answer?.inserted) return { kind: 'inserted' };
      // Nobody listens in that tab, or another conversation is open there: another may have it.
      if (answer && answer.reason !== 'notOnPage') best = { kind: answer.reason };
    }
    return best;
  },
  async limit(post) {
    // What is known of eighty sites weighs more than this screen's own code: it is asked for where somebody writes.
    const { adapters } = await import('../adapters/registry');
    const known = adapters.find(({ id }) => id === post.site)?.limit;
    if (known !== undefined) return known;
    for (const tab of await tabsNear(post.url)) {
      const answer = await sendToTab(tab, 'limit', { postKey: post.key });
      if (answer) return answer.limit;
    }
    return null;
  },
  async show(post: Post) {
    for (const tab of await tabsNear(post.url)) {
      const answer = await sendToTab(tab, 'reveal', { postKey: post.key });
      if (answer?.found) return bringToFront(tab);
    }
    if (/^https?:/.test(post.url)) await openPage(post.url);
  },
  openSettings: () => void openOptions('settings'),
};
