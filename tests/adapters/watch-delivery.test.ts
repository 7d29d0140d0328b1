import { describe, expect, it, vi } from 'vitest';
import {
  add,
  answerWith,
  batches,
  html,
  idle,
  ids,
  life,
  main,
  sent,
  settle,
  start,
  watched,
  watchPages,
} from './watched';

watchPages();

describe('delivery', () => {
  it('tries again, later each time, until the keys are named', async () => {
    let fails = 3;
    answerWith(async (batch) => {
      if (fails-- > 0) throw new Error('no receiver');
      return batch.posts.map((post) => post.key);
    });
    start(html(1));
    await settle();
    expect(watched.unsent).toBe(1);
    for (let i = 0; i < 40 && watched.unsent; i++) await settle(500);
    expect(watched.unsent).toBe(0);
    expect(ids()).toEqual(['1', '1', '1', '1']);
    expect(batches.at(-1)?.exposure).toEqual({ posts: 1, authors: 1 });
  });

  it('lets go of a batch that is refused whole, and sends what comes after it', async () => {
    let first = true;
    answerWith(async (batch) => {
      if (!first) return batch.posts.map((post) => post.key);
      first = false;
      throw Object.assign(new Error('message undelivered'), { reason: 'refused' });
    });
    start(html(1));
    await settle();
    await settle(60_000);
    expect(ids()).toEqual(['1']);
    expect(watched.unsent).toBe(0);
    main().insertAdjacentHTML('beforeend', html(2));
    await settle();
    expect(ids()).toEqual(['1', '2']);
    expect(watched.unsent).toBe(0);
  });

  it('looks again at a page that comes back from the cache, and sends only what is new on it', async () => {
    start(html(1));
    await settle();
    document.defaultView?.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await settle();
    expect(ids()).toEqual(['1']);
    main().insertAdjacentHTML('beforeend', html(2));
    document.defaultView?.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await settle();
    expect(ids()).toEqual(['1', '2']);
  });

  it('keeps what an answer does not name', async () => {
    let first = true;
    answerWith(async (batch) => {
      const keys = batch.posts.map((post) => post.key);
      if (!first) return keys;
      first = false;
      return keys.slice(0, 1);
    });
    start(html(1) + html(2));
    await settle();
    await settle(2000);
    expect(ids()).toEqual(['1', '2', '2']);
    expect(watched.unsent).toBe(0);
  });

  it('sends the newer wording of a post that changed on its way', async () => {
    const release: (() => void)[] = [];
    answerWith((batch) => new Promise((resolve) => release.push(() => resolve(batch.posts.map((post) => post.key)))));
    start(html(1));
    await settle();
    (document.querySelector('.text') as HTMLElement).textContent = 'newer';
    await settle();
    for (const go of release) go();
    await settle();
    for (const go of release) go();
    await settle();
    expect(sent().at(-1)?.text).toBe('newer');
    expect(watched.unsent).toBe(0);
  });

  it('sends within 250 ms, or 50 posts at once', async () => {
    start(Array.from({ length: 120 }, (_, i) => html(i)).join(''));
    await vi.advanceTimersByTimeAsync(1);
    idle.runAll();
    await vi.advanceTimersByTimeAsync(10);
    expect(batches.length).toBeGreaterThan(0);
    expect(Math.max(...batches.map((batch) => batch.posts.length))).toBe(50);
    await vi.advanceTimersByTimeAsync(250);
    expect(sent()).toHaveLength(120);
  });

  it('reads and sends all before the page goes', async () => {
    start(html(1));
    await settle();
    add(Array.from({ length: 10 }, (_, i) => html(i + 2)).join(''));
    await vi.advanceTimersByTimeAsync(0);
    await Promise.resolve();
    window.dispatchEvent(new Event('pagehide'));
    expect(sent()).toHaveLength(11);
  });

  it('stops wholly when told to', async () => {
    start(html(1));
    await settle();
    life.abort();
    add(html(2));
    await settle(5000);
    expect(ids()).toEqual(['1']);
  });
});
