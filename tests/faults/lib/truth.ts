/**
 * What was said on the pages and what the extension held, written down outside the browser: neither a dying browser nor a
 * lying store can change it.
 */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { note } from '../../bench/lib/report.mjs';
import { type Opened, rows, until } from '../../e2e/lib/browser.mjs';

/** More rounds of every fault: the nightly run. */
export const HEAVY = Boolean(process.env.HEAVY);

/** Rounds of a fault: a few on every change, many at night. */
export const rounds = (light: number, heavy: number): number => (HEAVY ? heavy : light);

/** A page of the extension that shows nothing and starts nothing: from it the store is read as another program would. */
export async function probe(opened: Opened): Promise<Page> {
  const page = await opened.context.newPage();
  await page.goto(opened.url('manifest.json'));
  return page;
}

/** Numbers of the talking page's posts that are stored, in order. A number twice would be a post kept twice. */
export async function stored(page: Page): Promise<number[]> {
  const posts: { text: string }[] = await rows(page, 'posts');
  return posts.map((post) => Number(/number (\d+)/.exec(post.text)?.[1])).sort((a, b) => a - b);
}

export interface Emitted {
  n: number;
  at: number;
}
/** What the talking page has put on itself so far. */
export const emitted = (page: Page): Promise<Emitted[]> =>
  page.evaluate(() => (window as unknown as { emitted: Emitted[] }).emitted);

export async function saidAll(page: Page, posts: number, timeout = 60_000): Promise<void> {
  await until(async () => (await emitted(page)).length >= posts, 'the page to finish talking', timeout);
}

/**
 * Writes down, outside the browser, every key a reader of the store has seen. A reader's transaction begins after the
 * writer's has been committed, so that whatever is seen was acknowledged or could have been.
 */
export async function witness(page: Page): Promise<Set<string>> {
  const seen = new Set<string>();
  await page.exposeFunction('witnessed', (keys: string[]) => {
    for (const key of keys) seen.add(key);
  });
  await page.evaluate(async () => {
    const { witnessed } = window as unknown as { witnessed(keys: string[]): Promise<void> };
    const asked = indexedDB.open('tertulia');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    const look = async (): Promise<void> => {
      const request = db.transaction('posts').objectStore('posts').getAllKeys();
      const keys = await new Promise<IDBValidKey[]>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
      await witnessed(keys as string[]);
      setTimeout(look, 60);
    };
    void look();
  });
  return seen;
}

export interface Account {
  emitted: number;
  acknowledged: number;
  stored: readonly unknown[];
}

/** One line a fault: what was said, what was acknowledged, what is there, what is there twice. Doubles are a failure. */
export function account(fault: string, { emitted: said, acknowledged, stored: held }: Account): void {
  const doubled = held.length - new Set(held).size;
  const verdict = doubled === 0 && held.length >= acknowledged ? 'pass' : 'FAIL';
  note({
    what: fault,
    ours: `emitted ${said} / acknowledged ${acknowledged} / stored ${held.length} / doubled ${doubled} ${verdict}`,
  });
  expect(doubled, `${fault}: posts kept twice`).toBe(0);
}

/** 1, 2, … n. */
export const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

/** Numbers that look random and are the same in every run; the seed is printed by who uses it. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
