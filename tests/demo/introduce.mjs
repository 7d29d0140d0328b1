/** Tells Tertulia who we are, on its own welcome page, as a person would on the first day. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rows, until } from '../e2e/lib/browser.mjs';
import { root } from '../run/setup.mjs';

/**
 * The words of the screens, so that whoever drives them finds a button by its name in either language.
 * @param {'en' | 'es'} lang
 * @returns {(key: string, ...substitutions: (string | number)[]) => string}
 */
export function wordsOf(lang) {
  const table = JSON.parse(readFileSync(join(root, `public/_locales/${lang}/messages.json`), 'utf8'));
  return (key, ...substitutions) => {
    if (!table[key]) throw new Error(`no words for ${key}`);
    return table[key].message.replace(/\$(\d)/g, (_, n) => String(substitutions[Number(n) - 1] ?? ''));
  };
}

/**
 * @param {import('../e2e/lib/browser.mjs').Opened} opened
 * @param {{ brands: string[], accounts: string[], ourName: string }} us
 * @param {'en' | 'es'} [lang]
 */
export async function introduceUs(opened, us, lang = 'en') {
  const say = wordsOf(lang);
  const page = await opened.context.newPage();
  await page.goto(opened.url('options.html#welcome'));
  await page.getByLabel(say('usBrands')).fill(us.brands.join(', '));
  for (const account of us.accounts) {
    await page.getByRole('button', { name: say('usAnotherName') }).click();
    await page.getByLabel(say('usHandle')).fill(account);
    await page.getByRole('button', { name: say('usAdd'), exact: true }).click();
  }
  await page.getByRole('button', { name: say('welcomeStart') }).click();
  const kept = async () => (await rows(page, 'meta')).find((row) => row.name === 'settings')?.value;
  await until(
    async () => (await kept())?.us.length === us.accounts.length && (await kept()).welcomed,
    'the welcome page to keep who we are',
  );
  await page.close();
}
