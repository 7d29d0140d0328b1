import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Analysis } from '../../utils/analysis/client';
import { askBuiltIn, builtInModel } from '../../utils/browser/language-model';
import type { Draft } from '../../utils/core/draft';
import type { ModelDoors } from '../../utils/panel/model';
import { openModelSettings, problemOf } from '../../utils/panel/model-settings';
import { openPanel, type Panel } from '../../utils/panel/panel';
import { openRouter } from '../../utils/panel/router';
import { type ThreadModel, threadModel } from '../../utils/panel/thread';
import type { ModelRequest } from '../../utils/replies/model/prompt';
import { type ModelSettings, NO_MODEL } from '../../utils/replies/model/settings';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { DAY, freshTable, hear, noModel, SITE, until } from './table';

const REQUEST: ModelRequest = {
  messages: [{ role: 'user', content: 'words' }],
  lang: 'es',
  marker: 'm',
  tokens: 2,
  around: 0,
  examples: 0,
};
const DRAFT: Draft = { id: 'm', text: 'Hola.', source: { kind: 'model', name: 'x' }, blanks: [], lang: 'es' };
const ENDPOINT: ModelSettings = { ...NO_MODEL, use: 'endpoint', url: 'localhost:9', model: 'x', key: 'k' };

let db: TertuliaDatabase;
let panel: Panel;
let ends: AbortController;
let thread: ThreadModel;
let settings: ModelSettings;
let changed: () => void;
let answer: (onText: (text: string) => void, signal: AbortSignal) => Promise<string>;
let asked: { to: string; endpoint?: unknown }[];
let allowed: boolean;

const doors: ModelDoors = {
  settings: async () => settings,
  onSettings: (call) => {
    changed = call;
  },
  askPermission: async (origin) => {
    asked.push({ to: `permission ${origin}` });
    return allowed;
  },
  askBuiltIn: async (_, signal, onText) => {
    asked.push({ to: 'builtIn' });
    return answer(onText, signal);
  },
};
const analysis = (): Analysis => ({
  ...noModel,
  topics: async () => [],
  read: async () => undefined,
  updateThemes: async () => undefined,
  recall: async () => undefined,
  suggest: async () => ({ advice: null, drafts: [1, 2, 3].map((n) => ({ ...DRAFT, id: `${n}`, text: `${n}` })) }),
  modelRequest: async () => REQUEST,
  modelAnswer: async ({ endpoint }, options) => {
    asked.push({ to: 'endpoint', endpoint });
    return answer((text) => options?.onProgress?.({ done: 0, total: 0, text }), options?.signal as AbortSignal);
  },
  modelCheck: async () => DRAFT,
  close: () => undefined,
});
const state = () => thread.replies.model.state.value;
const kind = (wanted: string) => until(() => expect(state().kind).toBe(wanted));

beforeEach(async () => {
  asked = [];
  allowed = true;
  settings = ENDPOINT;
  answer = async () => 'Hola.';
  db = await freshTable();
  await hear(db, [{ id: 'a', name: 'Leire Zubiri', text: 'Farol, ¿qué hago con la luz?', ago: DAY }]);
  ends = new AbortController();
  window.location.hash = '';
  const pages = {
    put: async () => ({ kind: 'inserted' as const }),
    show: async () => undefined,
    openSettings: () => undefined,
  };
  panel = openPanel({ db, router: openRouter(window, ends.signal), pages, models: doors }, ends.signal);
  thread = threadModel(panel, `${SITE}:t1`, `${SITE}:a`, ends.signal);
  await until(() => expect(thread.hand.value).not.toBeNull());
  panel.takeAnalysis(analysis());
});
afterEach(async () => {
  ends.abort();
  await db.delete();
});

describe('a draft by a model', () => {
  it('is not offered where none was set up, and is as soon as one is', async () => {
    settings = NO_MODEL;
    changed();
    await kind('off');
    settings = ENDPOINT;
    changed();
    await kind('ready');
    expect(state()).toMatchObject({ to: 'localhost:9', request: REQUEST });
    expect(asked).toEqual([]);
  });

  it('is asked for once a click, after the browser’s own question, and stands last of three', async () => {
    await kind('ready');
    thread.replies.model.ask();
    thread.replies.model.ask();
    await kind('drafted');
    expect(asked.map(({ to }) => to)).toEqual(['permission http://localhost/*', 'endpoint']);
    expect(asked[1]?.endpoint).toEqual({
      url: 'http://localhost:9/v1/chat/completions',
      model: 'x',
      key: 'k',
      maxTokens: 400,
    });
    const drafts = thread.replies.state.value;
    expect(drafts.kind === 'ready' && drafts.suggestions.drafts.map(({ id }) => id)).toEqual(['1', '2', 'm']);
  });

  it('shows its words as they come', async () => {
    let more: (text: string) => void = () => undefined;
    let done: (text: string) => void = () => undefined;
    answer = (onText) => {
      more = onText;
      return new Promise((resolve) => {
        done = resolve;
      });
    };
    await kind('ready');
    thread.replies.model.ask();
    await until(() => expect(asked).toHaveLength(2));
    more('Ho');
    expect(state()).toMatchObject({ kind: 'asking', text: 'Ho' });
    done('Hola.');
    await kind('drafted');
  });

  it('stopped, is as if it had not been asked', async () => {
    answer = (_, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('x'))));
    await kind('ready');
    thread.replies.model.ask();
    await until(() => expect(asked).toHaveLength(2));
    thread.replies.model.stop();
    await kind('ready');
  });

  it('not allowed, sends nothing', async () => {
    allowed = false;
    await kind('ready');
    thread.replies.model.ask();
    await kind('failed');
    expect(state()).toMatchObject({ fault: 'noPermission' });
    expect(asked.map(({ to }) => to)).toEqual(['permission http://localhost/*']);
  });

  it('refused with a wait, says until when; another click asks again', async () => {
    answer = () => Promise.reject(new Error('ModelFault: tooMany 60'));
    await kind('ready');
    thread.replies.model.ask();
    await kind('failed');
    const failed = state();
    expect(failed).toMatchObject({ fault: 'tooMany' });
    expect(failed.kind === 'failed' && failed.retryAt).toBeGreaterThan(Date.now() + 50_000);
    answer = async () => 'Hola.';
    thread.replies.model.ask();
    await kind('drafted');
  });

  it('by the browser’s own model needs no address and no permission', async () => {
    settings = { ...NO_MODEL, use: 'builtIn' };
    changed();
    await until(() => expect(state()).toMatchObject({ kind: 'ready', to: null }));
    thread.replies.model.ask();
    await kind('drafted');
    expect(asked.map(({ to }) => to)).toEqual(['builtIn']);
  });
});

describe('the browser’s own model', () => {
  const world = globalThis as { LanguageModel?: unknown };
  afterEach(() => {
    delete world.LanguageModel;
  });

  it('is unavailable where there is none, or where it fails to say', async () => {
    expect(await builtInModel()).toBe('unavailable');
    world.LanguageModel = { availability: () => Promise.reject(new Error('no')) };
    expect(await builtInModel()).toBe('unavailable');
    world.LanguageModel = { availability: async () => 'downloadable' };
    expect(await builtInModel('es')).toBe('downloadable');
  });

  it('gives its words as they come, and is let go', async () => {
    let gone = false;
    let made: { initialPrompts?: unknown } = {};
    world.LanguageModel = {
      availability: async () => 'available',
      create: async (options: object) => {
        made = options;
        return {
          promptStreaming: () =>
            new ReadableStream<string>({
              start(controller) {
                for (const piece of ['Ho', 'la']) controller.enqueue(piece);
                controller.close();
              },
            }),
          destroy: () => {
            gone = true;
          },
        };
      },
    };
    const seen: string[] = [];
    const { signal } = new AbortController();
    const text = await askBuiltIn({ system: 's', user: 'u', lang: 'es', signal, onText: (text) => seen.push(text) });
    expect([text, seen, gone]).toEqual(['Hola', ['Ho', 'Hola'], true]);
    expect(made.initialPrompts).toEqual([{ role: 'system', content: 's' }]);
  });
});

describe('its settings', () => {
  const open = (over: Partial<Parameters<typeof openModelSettings>[0]> = {}) => {
    const kept: ModelSettings[] = [];
    const model = openModelSettings(
      {
        read: async () => ENDPOINT,
        write: async (to) => void kept.push(to),
        builtIn: async () => 'available',
        askPermission: async () => true,
        ask: async () => 'ready',
        ...over,
      },
      new AbortController().signal,
    );
    return { model, kept };
  };

  it('are kept as they are typed', async () => {
    const { model, kept } = open();
    await until(() => expect(model.settings.value.url).toBe('localhost:9'));
    model.change({ url: 'https://models.example' });
    expect(kept.at(-1)).toMatchObject({ url: 'https://models.example', model: 'x' });
  });

  it.each([
    ['', null],
    ['localhost', null],
    ['http://far.example', 'notEncrypted'],
    ['%%', 'notAnAddress'],
  ])('%j: %s', (url, problem) => expect(problemOf(url)).toBe(problem));

  it('are tried with one question of ours', async () => {
    const sent: ModelRequest[] = [];
    const { model } = open({ ask: async (_, request) => `ready ${sent.push(request)}` });
    await until(() => expect(model.settings.value.url).toBe('localhost:9'));
    model.tryIt();
    model.tryIt();
    await until(() => expect(model.tried.value.kind).toBe('answered'));
    expect(sent).toHaveLength(1);
  });

  it('say why it did not answer', async () => {
    const { model } = open({ ask: () => Promise.reject(new Error('Error: ModelFault: key')) });
    await until(() => expect(model.settings.value.url).toBe('localhost:9'));
    model.tryIt();
    await until(() => expect(model.tried.value).toEqual({ kind: 'failed', fault: 'key' }));
  });
});
