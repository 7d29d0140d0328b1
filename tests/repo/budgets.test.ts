/** What each bundle weighs, minified and gzipped, as the browser loads it. Reads the production build. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const build = join(import.meta.dirname, '../../.output/chrome-mv3');
const kB = (bytes: number) => Math.round(bytes / 102.4) / 10;
const sizeOf = (path: string) => kB(gzipSync(readFileSync(join(build, path)), { level: 9 }).length);

/** Scripts and styles an HTML page loads at once, preloads included. */
function pageFiles(page: string): string[] {
  const markup = readFileSync(join(build, page), 'utf8');
  return [...markup.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map((match) => match[1]!);
}

/** The popup paints first and then asks for its screen: what that takes is named in the start's own list. */
function popupFiles(): string[] {
  const files = pageFiles('popup.html');
  const asked = files
    .filter((file) => /\/popup-[^/]+\.js$/.test(file))
    .flatMap((file) => [
      ...readFileSync(join(build, file), 'utf8').matchAll(/"((?:chunks|assets)\/[^"]+\.(?:js|css))"/g),
    ])
    .map((match) => match[1]!);
  expect(
    asked.some((file) => /\/main-[^/]+\.js$/.test(file)),
    'the screen is asked for by the start',
  ).toBe(true);
  return [...new Set([...files, ...asked])];
}

/** gz kB. Content script: issue "The main job"; panel: docs/decisions (whole runtime core measured ≈ 55). */
const BUDGET = { capture: 25, marks: 15, background: 80, popup: 80, sidepanel: 150, options: 150, models: 400 };

describe.skipIf(!existsSync(build))('size budgets (need `npm run build`)', () => {
  const weigh: Record<keyof typeof BUDGET, () => number> = {
    capture: () => sizeOf('capture.js'),
    marks: () => sizeOf('marks.js'),
    background: () => sizeOf('background.js'),
    popup: () => popupFiles().reduce((sum, file) => sum + sizeOf(file), 0),
    sidepanel: () => pageFiles('sidepanel.html').reduce((sum, file) => sum + sizeOf(file), 0),
    options: () => pageFiles('options.html').reduce((sum, file) => sum + sizeOf(file), 0),
    models: () =>
      existsSync(join(build, 'models'))
        ? readdirSync(join(build, 'models')).reduce((sum, file) => sum + sizeOf(`models/${file}`), 0)
        : 0,
  };

  it.each(Object.entries(BUDGET))('%s stays within %d kB', (name, limit) => {
    const size = weigh[name as keyof typeof BUDGET]();
    console.log(`${name.padEnd(10)} ${size.toFixed(1).padStart(6)} kB gz of ${limit}`);
    expect(size).toBeLessThanOrEqual(limit);
  });
});
