/** Acts on pages of the extension as a person would, by the words on the screen. */
import { setTimeout as wait } from 'node:timers/promises';
import { until } from '../../e2e/lib/browser.mjs';

/**
 * A page of the extension in a tab of its own. Firefox tells a driver nothing of its loading, so the wait is for words on it.
 * @param {import('./firefox.mjs').Opened} opened
 * @param {string} path
 */
export async function openOwn(opened, path) {
  const page = await opened.browser.newPage();
  const url = opened.url(path);
  void page.goto(url, { timeout: 1_000 }).catch(() => undefined);
  await until(
    () =>
      page
        .evaluate((wanted) => location.href.startsWith(wanted) && document.body.textContent.trim() !== '', url)
        .catch(() => false),
    `words on ${path}`,
  );
  return page;
}

/** The element that `find` gives in the page, as soon as there is one. `find` gets `document` and `word`. */
async function element(page, find, word, what) {
  return until(async () => {
    const handle = await page.evaluateHandle(find, word).catch(() => null);
    return handle?.asElement() ?? null;
  }, what);
}

/** Presses the button of that name, or of one that matches it from the start. */
export async function press(page, name) {
  const button = await element(
    page,
    (word) =>
      [...document.querySelectorAll('button, [role=menuitem], [role=button]')].find((one) => {
        const says = (one.getAttribute('aria-label') ?? one.textContent).trim();
        return says === word || says.startsWith(word) || one.textContent.trim().startsWith(word);
      }),
    name,
    `a button "${name}"`,
  );
  await button.evaluate((one) => one.scrollIntoView({ block: 'center' }));
  await button.click();
}

/** Types into the field with that label, or the only field that matches the selector, instead of what it held. */
export async function fill(page, name, text) {
  const field = await element(
    page,
    (word) => {
      const label = [...document.querySelectorAll('label')].find((one) => one.textContent.trim().startsWith(word));
      const named = [...document.querySelectorAll('input, textarea')].find(
        (one) => one.getAttribute('aria-label') === word || one.placeholder === word,
      );
      return label?.control ?? label?.querySelector('input, textarea') ?? named;
    },
    name,
    `a field "${name}"`,
  );
  await field.evaluate((one) => {
    one.focus();
    one.select();
  });
  await field.type(text);
}

/** The same page, with the one wait that walking needs and this driver has not. */
export function walker(page) {
  return Object.assign(page, { waitForTimeout: wait });
}
