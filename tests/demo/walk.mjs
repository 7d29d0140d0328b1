/** Reads the demo community as a person would: opens a page, scrolls to its end, goes to the next. */

/** Scrolls a page to its end in steps of most of a screen, so that a virtualised list shows all of itself. */
export async function readThrough(page) {
  let seen = -1;
  for (let step = 0; step < 200; step += 1) {
    const place = await page.evaluate(() => {
      window.scrollBy(0, window.innerHeight * 0.7);
      return Math.round(window.scrollY);
    });
    if (place === seen) return;
    seen = place;
    await page.waitForTimeout(60);
  }
}

/**
 * @param {import('playwright-core').BrowserContext} context
 * @param {{ host: string, name: string, urls: string[] }[]} sites
 * @param {(line: string) => void} [say]
 */
export async function walkSites(context, sites, say = () => {}) {
  const page = await context.newPage();
  for (const site of sites) {
    say(`  ${site.name}: ${site.urls.length} ${site.urls.length === 1 ? 'page' : 'pages'}`);
    for (const url of site.urls) {
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      await page.waitForTimeout(150);
      await readThrough(page);
      await page.waitForTimeout(150);
    }
  }
  return page;
}
