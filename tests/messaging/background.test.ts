import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaptureBatch } from '../../utils/core/capture';
import { type Answer, isAnswer } from '../../utils/messaging/envelope';
import { classifySender, type RawSender } from '../../utils/messaging/sender';
import { heard } from '../core/sample';
import { batch } from '../store/fresh';

const ID = 'abcdefghijklmnop';
const OURS = `chrome-extension://${ID}`;
const PAGE = 'https://foro.example';

type Listener = (message: unknown, sender: RawSender, respond: (answer: unknown) => void) => true | undefined;
const listeners: Listener[] = [];
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'abcdefghijklmnop',
      getURL: () => 'chrome-extension://abcdefghijklmnop/',
      onMessage: { addListener: (listener: Listener) => listeners.push(listener) },
    },
  },
}));
const { onFromPage, onFromScreen } = await import('../../utils/messaging/channel-background');

/** As the browsers send them (Chromium 156, Firefox 153): a page of ours in a tab has a tab, a content script the page's origin. */
const SENDERS: Record<string, RawSender> = {
  panel: { id: ID, origin: OURS },
  'options page in a tab': { id: ID, origin: OURS, tab: { id: 3 }, frameId: 0 },
  'content script': { id: ID, origin: PAGE, tab: { id: 4 }, frameId: 0 },
  'content script in a frame': { id: ID, origin: PAGE, tab: { id: 4 }, frameId: 7 },
  'content script in a sandboxed frame': { id: ID, origin: 'null', tab: { id: 4 }, frameId: 8 },
  'content script that claims our id in its address': { id: ID, origin: `${PAGE}#${OURS}`, tab: { id: 4 } },
  'content script without a tab': { id: ID, origin: PAGE },
  'no origin': { id: ID, tab: { id: 4 } },
  'another extension': { id: 'other', origin: 'chrome-extension://other' },
  'another extension with our origin': { id: 'other', origin: OURS },
  nobody: {},
};

describe('who sent it', () => {
  it.each([
    ['panel', 'screen'],
    ['options page in a tab', 'screen'],
    ['content script', 'page'],
    ['content script in a frame', 'page'],
    ['content script in a sandboxed frame', 'stranger'],
    ['content script that claims our id in its address', 'stranger'],
    ['content script without a tab', 'stranger'],
    ['no origin', 'stranger'],
    ['another extension', 'stranger'],
    ['another extension with our origin', 'stranger'],
    ['nobody', 'stranger'],
  ])('%s: %s', (name, kind) => {
    expect(classifySender(SENDERS[name], { id: ID, origin: OURS }).kind).toBe(kind);
  });

  it('undefined ids are never equal', () => {
    const us = { id: undefined as unknown as string, origin: OURS };
    expect(classifySender({ origin: OURS }, us).kind).toBe('stranger');
  });
});

const hello = vi.fn(async () => ({ listening: true }));
const captured = vi.fn(async (batch: CaptureBatch) => ({ ack: batch.posts.map(({ key }) => key) }));
const boxes = {
  shortcuts: vi.fn(async () => ({ shortcuts: ['gracias'] })),
  drafts: vi.fn(async () => ({ to: null, suggestions: { drafts: [], advice: null } })),
  expand: vi.fn(async () => ({ draft: null, to: null })),
  put: vi.fn(async () => ({ ok: true })),
};
const forMarks = {
  marksHere: vi.fn(async () => ({ on: true, keys: {}, single: true })),
  marks: vi.fn(async () => ({ people: {}, posts: {} })),
  card: vi.fn(async ({ account }: { account: string }) => ({
    account,
    id: account,
    mark: { name: 'Leire', times: 0, lastAt: null, tags: [], note: null, promise: null },
    exchanges: [],
    notes: [],
    ties: [],
    tones: [],
  })),
  notes: vi.fn(async () => ({ notes: [], tags: [] })),
  note: vi.fn(async () => ({ ok: true })),
};
const screen = {
  listen: vi.fn(async () => ({ ok: true })),
  pause: vi.fn(async () => ({ ok: true })),
  captureOnce: vi.fn(async () => ({ ok: true })),
  analysed: vi.fn(async () => ({ ok: true })),
  awake: vi.fn(async () => ({ ok: true })),
};
const refused = vi.fn();
/** `noticias` has an adapter of its own. */
const isHome = (site: string, origin: string): boolean => site === 'noticias' && origin === 'https://news.example';

beforeEach(() => {
  listeners.length = 0;
  for (const handler of [
    hello,
    captured,
    refused,
    ...Object.values(boxes),
    ...Object.values(forMarks),
    ...Object.values(screen),
  ])
    handler.mockClear();
  onFromPage({ hello, captured, ...boxes, ...forMarks }, isHome, refused);
  onFromScreen(screen, refused);
});

/** Sends as the browser would; undefined where nobody answered. */
async function send(message: unknown, sender: RawSender): Promise<Answer | undefined> {
  let answer: unknown;
  let pending = false;
  const answered = new Promise<void>((resolve) => {
    for (const listener of listeners) {
      const later = listener(message, sender, (value) => {
        answer = value;
        resolve();
      });
      pending ||= later === true;
    }
    if (!pending) resolve();
  });
  await answered;
  return isAnswer(answer) ? answer : undefined;
}

const page = SENDERS['content script'] as RawSender;
const panel = SENDERS.panel as RawSender;
const fromPage = (type: string, request: unknown) => ({ tertulia: 'fromPage', type, request });
const fromScreen = (type: string, request: unknown) => ({ tertulia: 'fromScreen', type, request });

describe('obeyed or refused', () => {
  const good = batch([heard('1')]);
  it('a capture script is heard, with the origin the browser gives', async () => {
    expect(await send(fromPage('hello', { url: 'https://elsewhere.example' }), page)).toEqual({
      value: { listening: true },
    });
    expect(hello).toHaveBeenCalledWith(expect.anything(), { kind: 'page', origin: PAGE, tabId: 4, frameId: 0 });
    expect(await send(fromPage('captured', good), page)).toEqual({ value: { ack: ['foro.example:1'] } });
    expect(refused).not.toHaveBeenCalled();
  });

  it('a screen is heard', async () => {
    expect(await send(fromScreen('listen', { pattern: 'https://foro.example/*' }), panel)).toEqual({
      value: { ok: true },
    });
  });

  it.each(Object.keys(SENDERS))('screen-only messages from: %s', async (name) => {
    const allowed = classifySender(SENDERS[name], { id: ID, origin: OURS }).kind === 'screen';
    for (const type of ['listen', 'pause', 'captureOnce']) {
      const answer = await send(fromScreen(type, { pattern: 'https://*/*', tabId: 1 }), SENDERS[name] as RawSender);
      expect(answer).toEqual(allowed ? { value: { ok: true } } : { fault: 'refused' });
    }
    const calls = Object.values(screen).reduce((sum, handler) => sum + handler.mock.calls.length, 0);
    expect(calls).toBe(allowed ? 3 : 0);
    expect(refused).toHaveBeenCalledTimes(allowed ? 0 : 3);
  });

  it.each(Object.keys(SENDERS))('captures from: %s', async (name) => {
    const allowed = classifySender(SENDERS[name], { id: ID, origin: OURS }).kind === 'page';
    await send(fromPage('captured', good), SENDERS[name] as RawSender);
    expect(captured).toHaveBeenCalledTimes(allowed ? 1 : 0);
    expect(refused).toHaveBeenCalledTimes(allowed ? 0 : 1);
  });

  it.each([
    [fromPage('captured', null), 'malformed'],
    [fromPage('captured', { ...good, site: 'otro.example' }), 'malformed'],
    [fromPage('nothing', {}), 'unknownType'],
    [fromPage('constructor', {}), 'unknownType'],
    [fromPage('hello', { url: 3 }), 'malformed'],
    [fromScreen('listen', { pattern: 'x' }), 'notAllowed'],
  ])('%j', async (message, why) => {
    expect(await send(message, page)).toEqual({ fault: 'refused' });
    expect(refused).toHaveBeenCalledWith(why, 1);
    expect(captured).not.toHaveBeenCalled();
  });

  it('a box of a page is answered for posts of its own site alone', async () => {
    const keys = ['foro.example:1', 'otro.example:2', 'noticias:3', 'x'];
    await send(fromPage('drafts', { keys, sure: true, lang: 'es' }), page);
    expect(boxes.drafts).toHaveBeenCalledWith({ keys: ['foro.example:1'], sure: true, lang: 'es' }, expect.anything());
    expect(await send(fromPage('put', { postKey: 'otro.example:2', draft: 'd', text: 't' }), page)).toEqual({
      fault: 'refused',
    });
    expect(boxes.put).not.toHaveBeenCalled();
  });

  it.each([
    [{ keys: 'all', sure: true, lang: null }],
    [{ keys: Array.from({ length: 400 }, (_, i) => `foro.example:${i}`), sure: true, lang: null }],
    [{ keys: [], sure: 1, lang: null }],
    [{ keys: [], sure: true, lang: null, more: 1 }],
    [null],
  ])('no question about a box: %j', async (request) => {
    expect(await send(fromPage('drafts', request), page)).toEqual({ fault: 'refused' });
    expect(await send(fromPage('expand', request), page)).toEqual({ fault: 'refused' });
    expect(boxes.drafts).not.toHaveBeenCalled();
  });

  it.each([
    [null],
    [3],
    ['hello'],
    [[]],
    [{}],
    [{ type: 'captured' }],
    [{ tertulia: 'toPage', type: 'insert' }],
    [{ tertulia: 'fromPage' }],
  ])('what is no message of ours gets no answer: %j', async (message) => {
    expect(await send(message, page)).toBeUndefined();
    expect(refused).not.toHaveBeenCalled();
  });

  it('a handler that fails says so, and does not throw', async () => {
    captured.mockRejectedValueOnce(new Error('disk full'));
    expect(await send(fromPage('captured', good), page)).toEqual({ fault: 'failed' });
  });
});

it('a thousand messages of whatever shape: none throws, none that is wrong is taken', async () => {
  const shape = fc.oneof(
    fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withTypedArray: true,
      maxDepth: 4,
    }),
    fc.record({
      site: fc.string(),
      pageUrl: fc.webUrl(),
      posts: fc.array(fc.anything(), { maxLength: 5 }),
      threads: fc.anything(),
      exposure: fc.anything(),
      health: fc.anything(),
    }),
    fc.record({ url: fc.anything() }),
  );
  const sender = fc.oneof(fc.constantFrom(...Object.values(SENDERS)), fc.anything() as fc.Arbitrary<RawSender>);
  const kind = fc.constantFrom('fromPage', 'fromScreen', 'toPage', 'x');
  const type = fc.oneof(fc.constantFrom('captured', 'hello', 'listen', 'pause', '__proto__', 'toString'), fc.string());
  await fc.assert(
    fc.asyncProperty(kind, type, shape, sender, async (tertulia, type, request, from) => {
      await send({ tertulia, type, request }, from);
      for (const [batch] of captured.mock.calls) {
        for (const post of batch.posts) expect(post.key.startsWith(`${batch.site}:`)).toBe(true);
      }
    }),
    { numRuns: 1_000 },
  );
});

describe('people and notes of a page', () => {
  const own = SENDERS['content script'] as RawSender;
  const ask = (type: string, request: unknown) => send({ tertulia: 'fromPage', type, request }, own);

  it('are answered for its own site only', async () => {
    const host = new URL((own as { origin: string }).origin).host.replace(/^www\./, '');
    await ask('marks', { accounts: [`${host}:leire`, 'other.example:marta'], posts: [`${host}:1`, 'noticias:2'] });
    expect(forMarks.marks).toHaveBeenCalledWith(
      { accounts: [`${host}:leire`], posts: [`${host}:1`] },
      expect.anything(),
    );
    expect(await ask('card', { account: 'other.example:marta' })).toEqual({ fault: 'refused' });
    expect(await ask('notes', { key: 'other.example:1' })).toEqual({ fault: 'refused' });
    expect(await ask('note', { kind: 'person', key: 'other.example:marta', text: 'x', tags: [] })).toEqual({
      fault: 'refused',
    });
    expect(forMarks.card).not.toHaveBeenCalled();
    expect(forMarks.note).not.toHaveBeenCalled();
  });

  it('are refused where they are malformed', async () => {
    for (const request of [
      {},
      { kind: 'theme', key: 'a', text: '', tags: [] },
      { kind: 'post', key: 'a', text: 3, tags: [] },
    ])
      expect(await ask('note', request)).toEqual({ fault: 'refused' });
  });
});
