/** Runs in the page of `capture.bench.mjs`: a conversation of any size, read by us, by a bare walk and by a peer. */
import Defuddle from 'defuddle';
import { adapterFor, adapters } from '../../utils/adapters/all';
import { createPage, harvest } from '../../utils/adapters/harvest';
import type { Idle } from '../../utils/adapters/slices';
import { watch } from '../../utils/adapters/watch';

const WORDS =
  'la cafetera nueva gotea por la junta desde ayer and the support page says nothing about it so I would rather ask here before I send it back gracias'.split(
    ' ',
  );
const NOW = Date.UTC(2026, 10, 20);

function words(seed: number, count: number): string {
  let text = '';
  for (let i = 0; i < count; i++) text += `${WORDS[(seed * 7 + i * 3 + (i % 5)) % WORDS.length]} `;
  return text;
}

/** Comments as WordPress writes them, every fifth an answer to the one before. */
function known(count: number, from = 0): string {
  let html = '';
  for (let i = from; i < from + count; i++) {
    const body = `<article class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn"><a href="https://site${i % 90}.example/">Vecina ${i % 90}</a></b> <span class="says">dice:</span></div><div class="comment-metadata"><a href="/post/#comment-${i}"><time datetime="2026-11-${String((i % 19) + 1).padStart(2, '0')}T10:${String(i % 60).padStart(2, '0')}:00+00:00">ayer</time></a></div></footer><div class="comment-content"><p>${words(i, 30)}<a href="/x">${i}</a> ${words(i + 1, 12)}</p><p>${words(i + 2, 14)}</p></div><div class="reply"><a class="comment-reply-link" data-postid="7" href="?replytocom=${i}#respond">Responder</a></div></article>`;
    html += `<li class="comment depth-1" id="comment-${i}">${body}</li>`;
  }
  return html;
}

/** The same talk in markup nobody wrote an adapter for. */
function unknown(count: number, from = 0): string {
  let html = '';
  for (let i = from; i < from + count; i++) {
    html += `<div class="row item-${i % 3}"><div class="head"><a class="who" href="/people/v${i % 90}">Vecina ${i % 90}</a><span class="when">${(i % 28) + 1} Nov 2026, 10:${String(i % 60).padStart(2, '0')}</span></div><div class="said"><p>${words(i, 30)}<a href="/x">${i}</a> ${words(i + 1, 12)}</p><p>${words(i + 2, 14)}</p></div><div class="tools"><a href="#r">Responder</a><a href="#s">Citar</a></div></div>`;
  }
  return html;
}

const KINDS = {
  known: (count: number, from?: number) => known(count, from),
  unknown: (count: number, from?: number) => unknown(count, from),
};
type Kind = keyof typeof KINDS;

function lay(kind: Kind, count: number): Element {
  const list = kind === 'known' ? 'ol' : 'div';
  document.body.innerHTML = `<h1 class="entry-title">La cafetera</h1><article class="post"><p>${words(1, 300)}</p></article><div id="comments" class="comments-area"><h2 class="comments-title">${count} comentarios</h2><${list} class="comment-list" id="list">${KINDS[kind](count)}</${list}></div>`;
  return document.querySelector('#list') as Element;
}

function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Every element of the list found by one query, its text read once: what no reader can do without. */
function bareWalk(list: Element): number {
  let length = 0;
  for (const element of list.querySelectorAll('*')) length += (element.textContent ?? '').length;
  return length;
}

interface Watched {
  total: number;
  longest: number;
  posts: number;
}

/** Watches a page until all is read, adding up every piece of our work: slices, observer callbacks, batches copied for sending. */
async function watchAll(expected: number, act: () => Promise<void> = async () => {}): Promise<Watched> {
  const result: Watched = { total: 0, longest: 0, posts: 0 };
  const note = (ms: number) => {
    result.total += ms;
    result.longest = Math.max(result.longest, ms);
  };
  const Real = window.MutationObserver;
  window.MutationObserver = class extends Real {
    constructor(callback: MutationCallback) {
      super((records, observer) => note(timed(() => callback(records, observer))));
    }
  };
  const idle: Idle = {
    request: (run) =>
      requestIdleCallback(
        (time) => note(timed(() => run(performance.now() + Math.min(8, Math.max(2, time.timeRemaining()))))),
        { timeout: 200 },
      ),
    cancel: () => {},
  };
  const life = new AbortController();
  const keys = new Set<string>();
  const started = performance.now();
  watch({
    document,
    choose: adapterFor,
    now: () => NOW,
    idle,
    signal: life.signal,
    send: async (batch) => {
      // What `runtime.sendMessage` does on the page's side: Chromium writes messages as JSON, and reads them where they arrive.
      note(timed(() => JSON.stringify(batch)));
      for (const post of batch.posts) keys.add(post.key);
      return batch.posts.map((post) => post.key);
    },
  });
  note(performance.now() - started);
  window.MutationObserver = Real;
  await act();
  const limit = performance.now() + 30_000;
  while (keys.size < expected && performance.now() < limit) await new Promise((done) => setTimeout(done, 50));
  await new Promise((done) => setTimeout(done, 400));
  life.abort();
  result.posts = keys.size;
  return result;
}

/** One run of one reader over a fresh page; the caller reads the thread's own clock around it. */
const readers = {
  bare: (list: Element) => bareWalk(list),
  peer: () => new Defuddle(document.cloneNode(true) as Document, { url: 'https://blog.example/post/' }).parse(),
};

let laid: Element | null = null;
function prepare(kind: Kind, count: number): void {
  laid = lay(kind, count);
}
/** Milliseconds of one run. */
function runReader(name: keyof typeof readers): number {
  return timed(() => readers[name](laid as Element));
}

/** Comments come in hundreds while the page changes 46,000 times elsewhere. */
async function storm(perRound: number): Promise<Watched> {
  const list = lay('known', 10);
  const ticker = document.createElement('div');
  document.body.append(ticker);
  return watchAll(10 + 100 * perRound, async () => {
    for (let round = 0; round < 100; round++) {
      const holder = document.createElement('template');
      holder.innerHTML = known(perRound, 1000 + round * perRound);
      list.append(holder.content);
      for (let i = 0; i < 460; i++) {
        const mark = document.createElement('i');
        mark.textContent = String(i);
        ticker.append(mark);
        if (i % 2) ticker.firstChild?.remove();
      }
      await new Promise((done) => setTimeout(done, 4));
    }
  });
}

/** Milliseconds per post of each adapter over its fixtures, best of several rounds (what the code costs, not the machine's other work). */
function perPost(fixtures: { id: string; html: string; url: string; now: string }[]): { id: string; ms: number }[] {
  const costs: { id: string; ms: number }[] = [];
  for (const { id, html, url, now } of fixtures) {
    const adapter = adapters.find((one) => one.id === id);
    if (!adapter) continue;
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const rounds: number[] = [];
    let posts = 0;
    for (let i = 0; i < 40; i++) {
      rounds.push(
        timed(() => {
          posts = harvest(adapter, createPage(parsed, new URL(url), Date.parse(now))).posts.length;
        }),
      );
    }
    if (posts) costs.push({ id, ms: median(rounds) / posts });
  }
  return costs;
}

Object.assign(window, { prepare, runReader, watchAll, storm, perPost });
