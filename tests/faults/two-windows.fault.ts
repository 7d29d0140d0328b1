/** Two panels and a popup change the same thing at once: no change of any is lost. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { expect, it } from 'vitest';
import { openBrowser } from '../e2e/lib/browser.mjs';

const EACH = 333;
interface Windows {
  twoWindows: { edit(who: string, times: number): Promise<void>; brands(): Promise<string[]> };
}

it('14: three windows change the settings 999 times at once', async () => {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'lib/two-windows.page.ts'), formats: ['iife'], name: 'page' },
    },
  })) as Rollup.RollupOutput[];
  const code = built[0]?.output[0].code ?? '';
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? code : '<!doctype html><script src="/page.js"></script>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
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
    server.close();
  }
});
