/** What axe-core finds on a page of the extension, one line each; nothing found is an empty list. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Found = { violations: { id: string; nodes: { html: string }[] }[] };

/**
 * Evaluated as source: the pages' policy lets no script be added. What sticks to an edge is laid flat meanwhile:
 * a link half under the head is a matter of where one has scrolled to, and axe would call its target too small.
 */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return run(page, null);
}

/** The same screen in other colours: what depends on them, after `violations` looked at the rest. */
export function lookAgain(page: Page): Promise<string[]> {
  return run(page, ['color-contrast', 'link-in-text-block']);
}

function run(page: Page, rules: string[] | null): Promise<string[]> {
  return page.evaluate(async (only) => {
    const sticky = [...document.querySelectorAll<HTMLElement>('.head, .foot, .toasts, .bulk')];
    for (const one of sticky) one.style.position = 'static';
    const { axe: tool } = window as unknown as { axe: { run(options: object): Promise<Found> } };
    const found = await tool.run({
      runOnly: only ?? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    for (const one of sticky) one.style.position = '';
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }, rules);
}
