/** A page that is watched: idle time and timers come when the test says so, and what is sent is kept. */
import { afterEach, beforeEach, vi } from 'vitest';
import { type Adapter, type RawPost, required } from '../../utils/adapters/contract';
import { attr, readText, textOf } from '../../utils/adapters/dom';
import type { Batch } from '../../utils/adapters/outbox';
import type { Idle } from '../../utils/adapters/slices';
import { type Watch, type WatchOptions, watch } from '../../utils/adapters/watch';
import type { HeardPost } from '../../utils/core/post';

export const adapter: Adapter = {
  id: 'test',
  name: 'Test',
  scope: 'site',
  matches: [],
  sampleUrls: [],
  verified: '2026-11-20',
  item: '.post',
  extract(item, page): RawPost {
    return {
      id: required(attr(item, '', 'data-id'), 'id'),
      author: { name: required(textOf(item, '.author'), 'author') },
      text: readText(item.querySelector('.text')),
      threadId: page.url.pathname,
      time: { shown: textOf(item, '.time') },
    };
  },
  threads: (page) => [{ id: page.url.pathname, title: page.document.title, expected: 5 }],
};

/** Idle time that comes when the test says so. */
function manualIdle(): Idle & { run(ms?: number): void; runAll(): void; waiting: boolean } {
  let next: ((deadline: number) => void) | null = null;
  return {
    request(run) {
      next = run;
    },
    cancel() {
      next = null;
    },
    run(ms = 8) {
      const run = next;
      next = null;
      run?.(performance.now() + ms);
    },
    runAll() {
      for (let i = 0; i < 1000 && next; i++) this.run(1000);
    },
    get waiting() {
      return next !== null;
    },
  };
}

export const html = (id: number | string, text = `words ${id}`, extra = '') =>
  `<div class="post" data-id="${id}"><b class="author">ana ${id}</b><i class="time">3 h</i><div class="text">${text}</div>${extra}</div>`;

export let life: AbortController;
export let idle: ReturnType<typeof manualIdle>;
export let batches: Batch[];
let answer: (batch: Batch) => Promise<string[]>;
export let watched: Watch;

export const sent = (): HeardPost[] => batches.flatMap((batch) => batch.posts);
export const ids = () => sent().map((post) => post.nativeId);

/** How the background answers from now on; at first it acknowledges all. */
export function answerWith(next: typeof answer): void {
  answer = next;
}

export function start(
  content: string,
  change: Partial<Adapter> = {},
  cap = 20_000,
  choose: WatchOptions['choose'] = () => ({ ...adapter, ...change }),
): void {
  document.body.innerHTML = `<main>${content}</main>`;
  watched = watch({
    document,
    choose,
    send: (batch) => {
      batches.push(structuredClone(batch));
      return answer(batch);
    },
    signal: life.signal,
    now: () => 1_700_000_000_000,
    idle,
    cap,
  });
}
export const main = () => document.querySelector('main') as HTMLElement;
export function add(markup: string): HTMLElement {
  const holder = document.createElement('section');
  holder.innerHTML = markup;
  main().append(holder);
  return holder;
}
/** Mutation records are delivered, idle work done, timers run. */
export async function settle(ms = 300): Promise<void> {
  await vi.advanceTimersByTimeAsync(1);
  idle.runAll();
  await vi.advanceTimersByTimeAsync(ms);
  idle.runAll();
}

/** Before and after each test of the file that calls it. */
export function watchPages(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
    life = new AbortController();
    idle = manualIdle();
    batches = [];
    answer = async (batch) => batch.posts.map((post) => post.key);
    history.replaceState(null, '', '/t/1');
  });
  afterEach(() => {
    life.abort();
    vi.useRealTimers();
    document.body.innerHTML = '';
  });
}
