/** The model's part of the settings: off, the browser's own, or an endpoint of the user's. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { BuiltIn } from '../browser/language-model';
import { faultOf, type ModelFaultKind } from '../replies/model/endpoint';
import type { ModelRequest } from '../replies/model/prompt';
import { completionsUrl, type EndpointProblem, type ModelSettings, NO_MODEL } from '../replies/model/settings';

export type Tried =
  | { kind: 'no' }
  | { kind: 'trying' }
  | { kind: 'answered' }
  | { kind: 'failed'; fault: ModelFaultKind | 'noPermission' };

export interface ModelSettingsDoors {
  read(): Promise<ModelSettings>;
  write(settings: ModelSettings): Promise<void>;
  builtIn(): Promise<BuiltIn>;
  /** In the click. */
  askPermission(origin: string): Promise<boolean>;
  /** One short question of ours, with nothing of anybody's in it. */
  ask(
    endpoint: { url: string; model: string; key: string; maxTokens: number },
    request: ModelRequest,
    signal: AbortSignal,
  ): Promise<string>;
}

export interface ModelSettingsModel {
  readonly settings: ReadonlySignal<ModelSettings>;
  /** Whether this browser has a model of its own; null until it has said. */
  readonly builtIn: ReadonlySignal<BuiltIn | null>;
  readonly tried: ReadonlySignal<Tried>;
  change(to: Partial<ModelSettings>): void;
  /** In the click: asks for that address alone, then asks the model one word. */
  tryIt(): void;
  stop(): void;
}

/** What is wrong with the address, or null; an empty one is not yet wrong. */
export function problemOf(url: string): EndpointProblem | null {
  if (url.trim() === '') return null;
  const place = completionsUrl(url);
  return 'problem' in place ? place.problem : null;
}

const TRIAL: ModelRequest = {
  messages: [{ role: 'user', content: 'Answer with the word: ready' }],
  lang: 'en',
  marker: '',
  tokens: 10,
  around: 0,
  examples: 0,
};

export function openModelSettings(doors: ModelSettingsDoors, ends: AbortSignal): ModelSettingsModel {
  const settings = signal(NO_MODEL);
  const builtIn = signal<BuiltIn | null>(null);
  const tried = signal<Tried>({ kind: 'no' });
  let trial: AbortController | null = null;
  let touched = false;
  void doors.read().then((kept) => {
    if (!touched) settings.value = kept;
  });
  void doors.builtIn().then((said) => {
    builtIn.value = said;
  });
  ends.addEventListener('abort', () => trial?.abort(), { once: true });

  async function run(allowed: Promise<boolean>, url: string, signal: AbortSignal): Promise<Tried> {
    if (!(await allowed)) return { kind: 'failed', fault: 'noPermission' };
    const { model, key } = settings.value;
    try {
      await doors.ask({ url, model, key, maxTokens: 50 }, TRIAL, signal);
      return { kind: 'answered' };
    } catch (reason) {
      const { kind } = faultOf(String(reason));
      // A model that says nothing to this has still been reached.
      if (kind === 'empty') return { kind: 'answered' };
      return signal.aborted || kind === 'cancelled' ? { kind: 'no' } : { kind: 'failed', fault: kind };
    }
  }

  return {
    settings,
    builtIn,
    tried,
    change(to) {
      touched = true;
      settings.value = { ...settings.value, ...to };
      tried.value = { kind: 'no' };
      void doors.write(settings.value).catch(() => undefined);
    },
    tryIt() {
      const place = completionsUrl(settings.value.url);
      if (!('url' in place) || tried.value.kind === 'trying') return;
      const allowed = doors.askPermission(place.origin);
      trial = new AbortController();
      tried.value = { kind: 'trying' };
      const { signal } = trial;
      void run(allowed, place.url, signal).then((result) => {
        tried.value = result;
      });
    },
    stop() {
      trial?.abort();
    },
  };
}
