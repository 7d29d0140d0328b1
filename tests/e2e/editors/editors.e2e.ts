/** Drafts land in real editors exactly as written, and in the editors' own state. Nothing is pressed, clicked or sent. */
import { expect, it } from 'vitest';
import { findBrowser } from '../../run/browser.mjs';
import { run } from './run.mjs';

it('puts drafts into every editor as written', async () => {
  const results = await run({ chromiumPath: findBrowser() ?? '/usr/bin/chromium' });
  expect(results.length).toBeGreaterThan(40);
  expect(results.filter(({ ok }) => !ok)).toEqual([]);
}, 180_000);
