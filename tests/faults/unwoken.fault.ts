/** What the silent death of capture looks like from outside: the browser knows the extension and can no longer start its worker. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openBrowser, until } from '../e2e/lib/browser.mjs';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

it('a worker that can no longer be started: the panel says that nothing is heard, and one click brings it back', async () => {
  const first = await openBrowser();
  undo.push(() => rmSync(first.profile, { recursive: true, force: true }));
  const door = await first.context.newPage();
  await door.goto(first.url('sidepanel.html#/desk'));
  // The browser's own note of the worker reaches the disk.
  await door.waitForTimeout(2_500);
  await first.close({ keep: true });
  const scripts = join(first.profile, 'Default/Service Worker/ScriptCache');
  expect(existsSync(scripts), 'where this Chromium keeps the scripts of workers').toBe(true);
  rmSync(scripts, { recursive: true });

  const again = await openBrowser({ profile: first.profile, id: first.id });
  undo.push(() => again.close({ keep: true }));
  const panel = await again.context.newPage();
  await panel.goto(first.url('sidepanel.html#/desk'));
  const problem = panel.locator('.problem');
  await problem.waitFor({ timeout: 40_000 });
  expect(await problem.textContent()).toMatch(/nothing new is heard/i);
  expect(again.context.serviceWorkers()).toHaveLength(0);

  // The extension starts anew, and takes this page with it.
  await problem
    .getByRole('button')
    .click({ noWaitAfter: true })
    .catch(() => undefined);
  await until(async () => again.context.serviceWorkers().length === 1, 'a worker', 20_000);
  const after = await again.context.newPage();
  await after.goto(first.url('sidepanel.html#/desk'));
  await after.waitForTimeout(14_000);
  expect(await after.locator('.problem').count()).toBe(0);
});
