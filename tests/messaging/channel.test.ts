import { beforeEach, describe, expect, it, vi } from 'vitest';
import { heard } from '../core/sample';
import { batch } from '../store/fresh';

const sendMessage = vi.fn();
const sendToTabs = vi.fn();
const listeners = new Set<(...args: unknown[]) => unknown>();
const runtime = {
  id: 'us' as string | undefined,
  sendMessage,
  onMessage: {
    addListener: (listener: (...args: unknown[]) => unknown) => listeners.add(listener),
    removeListener: (listener: (...args: unknown[]) => unknown) => listeners.delete(listener),
  },
};
vi.mock('wxt/browser', () => ({ browser: { runtime, tabs: { sendMessage: sendToTabs } } }));
const { Invalidated, onToPage, sendFromPage, sendFromScreen, sendToTab, Undelivered } = await import(
  '../../utils/messaging/channel'
);

const sent = batch([heard('1')]);

beforeEach(() => {
  vi.useFakeTimers();
  sendMessage.mockReset();
  sendToTabs.mockReset();
  listeners.clear();
  runtime.id = 'us';
  return () => vi.useRealTimers();
});

/** The four things a sender sees when the background dies in the middle (measured in Chromium 156). */
const DEATHS: [string, () => Promise<unknown>][] = [
  [
    'a closed channel',
    () =>
      Promise.reject(
        new Error(
          'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
        ),
      ),
  ],
  [
    'a missing receiver',
    () => Promise.reject(new Error('Could not establish connection. Receiving end does not exist.')),
  ],
  ['a success without a value', () => Promise.resolve(undefined)],
  ['something that is no answer', () => Promise.resolve(true)],
];

describe('a capture counts as kept only by an explicit acknowledgement', () => {
  it('that names its keys', async () => {
    sendMessage.mockResolvedValue({ value: { ack: ['foro.example:1'] } });
    expect(await sendFromPage('captured', sent)).toEqual({ ack: ['foro.example:1'] });
    expect(sendMessage).toHaveBeenCalledWith({ tertulia: 'fromPage', type: 'captured', request: sent });
  });

  it.each([
    ...DEATHS,
    ['an answer without keys', () => Promise.resolve({ value: {} })],
    ['a failure', () => Promise.resolve({ fault: 'failed' })],
    ['a refusal', () => Promise.resolve({ fault: 'refused' })],
  ] as [string, () => Promise<unknown>][])('not by %s', async (_, answers) => {
    sendMessage.mockImplementation(answers);
    await expect(sendFromPage('captured', sent)).rejects.toBeInstanceOf(Undelivered);
    // The script itself sends again, with what the page says by then.
    expect(sendMessage).toHaveBeenCalledTimes(1);
  });
});

describe('other messages are tried again', () => {
  it.each(DEATHS)('after %s', async (_, answers) => {
    sendMessage.mockImplementationOnce(answers).mockImplementationOnce(answers);
    sendMessage.mockResolvedValue({ value: { listening: true } });
    const answer = sendFromPage('hello', { url: 'https://foro.example' });
    await vi.runAllTimersAsync();
    expect(await answer).toEqual({ listening: true });
    expect(sendMessage).toHaveBeenCalledTimes(3);
  });

  it('but not for ever, and not when refused', async () => {
    sendMessage.mockResolvedValue(undefined);
    const silent = sendFromScreen('pause', { pattern: 'x' });
    const caught = expect(silent).rejects.toMatchObject({ name: 'Undelivered', reason: 'silence' });
    await vi.runAllTimersAsync();
    await caught;
    expect(sendMessage).toHaveBeenCalledTimes(4);

    sendMessage.mockReset().mockResolvedValue({ fault: 'refused' });
    await expect(sendFromScreen('pause', { pattern: 'x' })).rejects.toMatchObject({ reason: 'refused' });
    expect(sendMessage).toHaveBeenCalledTimes(1);
  });
});

describe('after an update the old script is told so', () => {
  it.each([
    [
      'thrown at once',
      () => {
        throw new Error('Extension context invalidated.');
      },
    ],
    ['as a rejection', () => Promise.reject(new Error('Extension context invalidated.'))],
    [
      'by an id that is gone',
      () => {
        runtime.id = undefined;
        return Promise.reject(new Error('Port closed'));
      },
    ],
  ] as [string, () => Promise<unknown>][])('%s', async (_, answers) => {
    sendMessage.mockImplementation(answers);
    await expect(sendFromPage('captured', sent)).rejects.toBeInstanceOf(Invalidated);
    expect(sendMessage).toHaveBeenCalledTimes(1);
  });

  it('without sending, once it is known', async () => {
    runtime.id = undefined;
    await expect(sendFromPage('hello', { url: 'x' })).rejects.toBeInstanceOf(Invalidated);
    expect(sendMessage).not.toHaveBeenCalled();
  });
});

describe('to a page', () => {
  it.each([
    ['nobody listens', () => Promise.reject(new Error('Receiving end does not exist.'))],
    ['nobody has an answer', () => Promise.resolve(undefined)],
    ['the script failed', () => Promise.resolve({ fault: 'failed' })],
  ] as [string, () => Promise<unknown>][])('null where %s', async (_, answers) => {
    sendToTabs.mockImplementation(answers);
    expect(await sendToTab(4, 'reveal', { postKey: 'a' })).toBeNull();
  });

  it('the answer of the frame that has one', async () => {
    sendToTabs.mockResolvedValue({ value: { found: true } });
    expect(await sendToTab(4, 'reveal', { postKey: 'a' })).toEqual({ found: true });
  });

  const handlers = {
    glance: () => undefined,
    insert: async () => ({ inserted: true as const }),
    reveal: () => ({ found: true }),
    recheck: () => ({ asked: true as const }),
    limit: () => ({ limit: null }),
    stop: () => {
      throw new Error('no');
    },
  };
  function ask(
    type: string,
    sender: object = { id: 'us' },
    tertulia = 'toPage',
  ): { answer: unknown; returned: unknown } {
    let answer: unknown = 'none';
    const [listener] = listeners;
    const returned = listener?.({ tertulia, type, request: {} }, sender, (value: unknown) => {
      answer = value;
    });
    return { answer, returned };
  }

  it('answers at once, later, or leaves it to another frame', async () => {
    const life = new AbortController();
    onToPage(handlers, life.signal);
    expect(ask('reveal')).toEqual({ answer: { value: { found: true } }, returned: undefined });
    expect(ask('glance')).toEqual({ answer: 'none', returned: undefined });
    expect(ask('insert').returned).toBe(true);
    expect(ask('stop')).toEqual({ answer: { fault: 'failed' }, returned: undefined });
    for (const other of [
      ask('reveal', { id: 'other' }),
      ask('reveal', {}),
      ask('toString'),
      ask('reveal', { id: 'us' }, 'fromPage'),
    ]) {
      expect(other).toEqual({ answer: 'none', returned: undefined });
    }
    life.abort();
    expect(listeners.size).toBe(0);
  });
});
