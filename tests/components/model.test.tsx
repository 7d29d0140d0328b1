import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { FollowUpLine } from '../../components/replies/follow-up';
import { ModelAsk } from '../../components/replies/model-draft';
import { ModelSection } from '../../components/settings/model';
import type { OurPromise } from '../../utils/core/promise';
import type { ModelState } from '../../utils/panel/model';
import { openModelSettings } from '../../utils/panel/model-settings';
import { NO_MODEL } from '../../utils/replies/model/settings';
import { pressable, settled, show, type } from './show';

const NOW = new Date('2026-11-22T12:00').getTime();
const REQUEST = {
  messages: [
    { role: 'system' as const, content: 'You draft one reply.' },
    { role: 'user' as const, content: 'The message: <b>My lamp</b>' },
  ],
  lang: 'en',
  marker: 'm',
  tokens: 9,
  around: 2,
  examples: 1,
};

function line(state: ModelState) {
  const model = { state: signal(state), ask: vi.fn(), stop: vi.fn(), again: vi.fn() };
  return { page: show(<ModelAsk model={model} now={NOW} />), model };
}

describe('the line of consent', () => {
  it('says how much would go where, and shows all of it as plain words', () => {
    const { page, model } = line({ kind: 'ready', request: REQUEST, to: 'localhost:9' });
    expect(page.textContent).toContain(
      '8 words to localhost:9: their message, 2 posts before it, one answer of ours to others.',
    );
    expect([...page.querySelectorAll('.sent-words')].map((one) => one.textContent)).toEqual(
      REQUEST.messages.map(({ content }) => content),
    );
    expect(page.querySelector('.sent-words b')).toBeNull();
    expect(model.ask).not.toHaveBeenCalled();
    pressable(page, 'Send this and ask').click();
    expect(model.ask).toHaveBeenCalledTimes(1);
  });

  it('says of the browser’s own model that nothing leaves the machine', () => {
    const { page } = line({ kind: 'ready', request: REQUEST, to: null });
    expect(page.textContent).toContain('Nothing leaves this machine');
  });

  it('is not there where no model was set up, or one has answered', () => {
    expect(line({ kind: 'off' }).page.textContent).toBe('');
  });

  it('says that it waits, and can be stopped', () => {
    const { page, model } = line({ kind: 'asking', to: 'localhost:9', text: '', since: NOW - 20_000 });
    expect(page.textContent).toContain('Still waiting for localhost:9, 20 s by now.');
    pressable(page, 'Stop').click();
    expect(model.stop).toHaveBeenCalled();
  });

  it.each([
    'refused',
    'noAnswer',
    'stalled',
    'key',
    'notFound',
    'tooMany',
    'server',
    'notUnderstood',
    'tooLong',
    'elsewhere',
    'empty',
    'suspicious',
    'noPermission',
  ] as const)('has a sentence for %s, and a way to try again', (fault) => {
    const { page, model } = line({ kind: 'failed', fault, to: 'localhost:9', retryAt: null, request: REQUEST });
    expect(page.querySelector('[role=status]')?.textContent).toMatch(/\w.*[.?]$/);
    pressable(page, 'Try again').click();
    expect(model.ask).toHaveBeenCalledTimes(1);
  });
});

describe('a promise just made', () => {
  const promise: OurPromise = {
    id: 'p',
    reply: 'r',
    post: 'a',
    threadKey: 't',
    site: 's',
    authorKey: 's:leire',
    person: 'Leire Zubiri',
    words: 'We will <b>write</b> tomorrow.',
    lang: 'en',
    at: NOW,
    due: NOW,
    state: 'proposed',
    settledAt: null,
  };
  const model = {
    when: () => NOW + 86_400_000,
    takeOn: vi.fn(async () => undefined),
    drop: vi.fn(async () => undefined),
  };

  it('is asked about one at a time, in our own words', () => {
    const page = show(<FollowUpLine promises={[promise, { ...promise, id: 'q' }]} model={model} now={NOW} />);
    expect(page.textContent).toContain('You told Leire Zubiri: “We will <b>write</b> tomorrow.”');
    expect(page.textContent).toContain('and another one');
    pressable(page, 'Remind me').click();
    expect(model.takeOn).toHaveBeenCalledWith(promise);
    pressable(page, 'No promise').click();
    expect(model.drop).toHaveBeenCalledWith(promise);
  });

  it('is not there where nothing was promised', () => {
    expect(show(<FollowUpLine promises={[]} model={model} now={NOW} />).textContent).toBe('');
  });
});

describe('the settings of a model', () => {
  it('open to an address only where one is wanted, and say what is wrong with it', async () => {
    const write = vi.fn(async () => undefined);
    const model = openModelSettings(
      {
        read: async () => NO_MODEL,
        write,
        builtIn: async () => 'unavailable',
        askPermission: async () => false,
        ask: async () => '',
      },
      new AbortController().signal,
    );
    const page = show(<ModelSection model={model} />);
    await settled();
    expect(page.querySelectorAll('input[type=text]')).toHaveLength(0);
    const [, builtIn, endpoint] = page.querySelectorAll<HTMLInputElement>('input[type=radio]');
    expect(builtIn?.disabled).toBe(true);
    endpoint?.click();
    await settled();
    const [address] = page.querySelectorAll('input[type=text]');
    type(address ?? null, 'http://far.example');
    await settled();
    expect(page.textContent).toContain('Only https, or this very machine.');
    type(address ?? null, 'https://near.example/v1');
    await settled();
    expect(page.querySelector('input[type=password]')?.getAttribute('autocomplete')).toBe('off');
    pressable(page, 'Ask it one word').click();
    await settled();
    expect(page.textContent).toContain('was not allowed to speak to near.example');
    expect(write).toHaveBeenCalled();
  });
});
