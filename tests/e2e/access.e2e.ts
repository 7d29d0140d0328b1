/** Every screen for everyone: light, dark and forced colours, without motion, narrow and four times as large. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookAgain, violations } from './lib/axe';
import { cutOff, moving } from './lib/reach';
import { nameOf, openTour, type Tour } from './lib/tour';

const PANEL = { width: 400, height: 800 };
/** As narrow as a page may be asked to go, and 1280 × 1024 at 400 %. */
const NARROW = { width: 320, height: 640 };
const LARGE = { width: 320, height: 256 };

let tour: Tour;

beforeAll(async () => {
  tour = await openTour(PANEL);
}, 150_000);
afterAll(() => tour?.close());

const told = (where: string, lines: string[]) => lines.map((line) => `${where} ${line}`);

/** A screen once, in every colour and width. */
async function lookAt(page: Page): Promise<string[]> {
  // Without motion: a colour on its way from one to the other is none of them.
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
  const all = [...told('light', await violations(page)), ...told('less motion', await moving(page))];
  await page.emulateMedia({ colorScheme: 'dark' });
  all.push(...told('dark', await lookAgain(page)));
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  all.push(...told('forced colours', await lookAgain(page)));
  await page.emulateMedia({ forcedColors: 'none' });
  // The popup is as wide as it says, whatever window asks.
  if (page.url().includes('popup.html')) return all;
  await page.setViewportSize(NARROW);
  all.push(...told('320 px', await cutOff(page)));
  await page.setViewportSize(LARGE);
  all.push(...told('400 %', await cutOff(page)));
  await page.setViewportSize(PANEL);
  return all;
}

it.each([
  ['English', 'en', 'ltr'],
  ['Spanish', 'es', 'ltr'],
  ['right to left', 'en', 'rtl'],
] as const)(
  'axe finds nothing and nothing is lost: %s',
  async (_, lang, dir) => {
    const all: string[] = [];
    for (const screen of tour.screens) {
      all.push(...told(nameOf(screen), await lookAt(await tour.show(screen, lang, dir))));
    }
    expect(all).toEqual([]);
  },
  240_000,
);
