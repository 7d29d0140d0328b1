/** An invented community at the table, kept through the real store; and a panel that looks at it. */
import type { HeardPost, PostKey } from '../../utils/core/post';
import type { Evidence, Intent, Reading } from '../../utils/core/reading';
import { DEFAULT_SETTINGS } from '../../utils/core/settings';
import { openPanel, type Panel } from '../../utils/panel/panel';
import type { Pages } from '../../utils/panel/put';
import { openRouter } from '../../utils/panel/router';
import { keepBatch } from '../../utils/store/captures';
import { TertuliaDatabase } from '../../utils/store/schema';
import { changeSettings } from '../../utils/store/settings';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const SITE = 'pedaleo.example';

let made = 0;

/** A database nobody else uses. We are Marta; our brand is Farol. */
export async function freshTable(): Promise<TertuliaDatabase> {
  const db = new TertuliaDatabase(`table ${++made} ${Math.random()}`);
  await changeSettings(db, () => ({
    ...DEFAULT_SETTINGS,
    brands: ['Farol'],
    us: [{ site: null, handle: 'marta_farol' }],
    ourName: 'Marta',
  }));
  return db;
}

export interface Said {
  id: string;
  thread?: string;
  title?: string;
  parent?: string;
  name: string;
  handle?: string;
  text: string;
  lang?: string;
  /** Before now. */
  ago: number;
}

export function heardAt(said: Said, now = Date.now()): HeardPost {
  const thread = said.thread ?? 't1';
  return {
    key: `${SITE}:${said.id}`,
    site: SITE,
    nativeId: said.id,
    kind: said.parent ? 'reply' : 'post',
    url: `https://${SITE}/t/${thread}#${said.id}`,
    threadKey: `${SITE}:${thread}`,
    threadTitle: said.title ?? 'La luz se apaga en cuesta',
    parentKey: said.parent ? `${SITE}:${said.parent}` : null,
    author: { name: said.name, handle: said.handle ?? said.name.toLowerCase().replace(/ /g, '_'), url: null },
    text: said.text,
    lang: said.lang ?? 'es',
    postedAt: now - said.ago,
    postedAtSource: 'machine',
  };
}

export async function hear(db: TertuliaDatabase, said: Said[], claimed: number | null = null): Promise<PostKey[]> {
  const now = Date.now();
  const posts = said.map((one) => heardAt(one, now));
  const threads = [...new Map(posts.map((post) => [post.threadKey, post])).values()].map((post) => ({
    key: post.threadKey,
    url: post.url,
    title: post.threadTitle,
    claimed,
  }));
  return keepBatch(
    db,
    {
      site: SITE,
      pageUrl: `https://${SITE}/`,
      posts,
      threads,
      exposure: { posts: posts.length, authors: posts.length },
      health: {
        site: SITE,
        adapter: 'generic',
        at: now,
        onPage: posts.length,
        read: posts.length,
        missing: {},
        faults: 0,
      },
    },
    now,
  );
}

/** A reading whose evidence is given as the words themselves. */
export function readingOf(
  post: { key: string; text: string },
  words: [string, Evidence['for']][],
  over: Partial<Reading> = {},
): Reading {
  return {
    key: post.key,
    fingerprint: '',
    version: 'test',
    lang: 'es',
    tone: { label: 'neutral', confidence: 1, scores: { positive: 0, neutral: 1, negative: 0 } },
    intents: Object.fromEntries(words.map(([, name]) => [name, 1])) as Partial<Record<Intent, number>>,
    needsReply: { value: true, confidence: 1, reason: 'asks' },
    evidence: words.map(([passage, name]) => {
      const start = post.text.indexOf(passage);
      if (start < 0) throw new Error(`not in the text: ${passage}`);
      return { start, end: start + passage.length, for: name, weight: 1 };
    }),
    ...over,
  };
}

export interface Seat {
  panel: Panel;
  ends: AbortController;
  put: { key: PostKey; text: string }[];
}

/** A panel over the table, with pages that note what they were asked. */
export function sit(db: TertuliaDatabase, answer: Awaited<ReturnType<Pages['put']>> = { kind: 'inserted' }): Seat {
  const ends = new AbortController();
  const put: Seat['put'] = [];
  window.location.hash = '';
  const pages: Pages = {
    async put(post, text) {
      put.push({ key: post.key, text });
      return answer;
    },
    async show() {},
    openSettings() {},
  };
  return { panel: openPanel({ db, router: openRouter(window, ends.signal), pages }, ends.signal), ends, put };
}

/** Waits until it is so; the last failure is thrown after two seconds. */
export async function until(check: () => void | Promise<void>): Promise<void> {
  const end = Date.now() + 2_000;
  for (;;) {
    try {
      return await check();
    } catch (fault) {
      if (Date.now() > end) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/** The part of an analysis that no test of these asks: boxes in pages, and a model. */
export const noModel = {
  forPages: { drafts: () => undefined, expand: () => undefined },
  modelRequest: async () => null,
  modelAnswer: async () => '',
  modelCheck: () => Promise.reject(new Error('no model')),
  same: async () => [],
  involved: async () => ({}),
  ties: () => Promise.reject(new Error('no ties')),
  search: () => Promise.reject(new Error('no search')),
};
