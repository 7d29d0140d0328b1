/** Two panels and a popup change the same thing at once: no change of any is lost. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { servePage } from '../bench/bench-page.mjs';
import { openBrowser } from '../e2e/lib/browser.mjs';

const EACH = 333;
interface Windows {
  twoWindows: { edit(who: string, times: number): Promise<void>; brands(): Promise<string[]> };
}

it('14: three windows change the settings 999 times at once', async () => {
  const { url, close } = await servePage(join(import.meta.dirname, 'lib/two-windows.page.ts'));
  const opened = await openBrowser();
  try {
    const windows = await Promise.all(
      ['panel', 'another panel', 'popup'].map(async (name) => {
        const page = await opened.context.newPage();
        await page.goto(url);
        return { name, page };
      }),
    );
    await Promise.all(
      windows.map(({ name, page }) =>
        page.evaluate(([who, times]) => (window as unknown as Windows).twoWindows.edit(who, times), [
          name,
          EACH,
        ] as const),
      ),
    );
    const lists = await Promise.all(
      windows.map(({ page }) => page.evaluate(() => (window as unknown as Windows).twoWindows.brands())),
    );
    console.log(`three windows at once: emitted ${3 * EACH} / stored ${lists[0]?.length}`);
    for (const list of lists) {
      expect(list.length).toBe(3 * EACH);
      expect(new Set(list).size).toBe(3 * EACH);
    }
  } finally {
    await opened.close();
    close();
  }
});
