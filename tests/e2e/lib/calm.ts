/** The desk of a seed once it stands: what is held is read anew when a screen opens, and rows come and go meanwhile. */
import type { Page } from 'playwright-core';
import { rows, until } from './browser.mjs';

const LOOKS = 5;

export async function calmDesk(page: Page): Promise<void> {
  await page.locator('article.row').first().waitFor();
  let last = '';
  let same = 0;
  await until(
    async () => {
      const posts = await rows(page, 'posts');
      const now = posts.map(({ key, desk, deskAt }) => `${key} ${desk} ${deskAt}`).join();
      const shown = (await page.locator('article.row .who').allTextContents()).join();
      same = `${now}${shown}` === last ? same + 1 : 0;
      last = `${now}${shown}`;
      await page.waitForTimeout(400);
      return same >= LOOKS && (await rows(page, 'readings')).length >= posts.length;
    },
    'the desk to stand',
    60_000,
  );
}
