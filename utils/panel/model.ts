/** A draft by a model, where the user set one up: shown what would be sent, asked once a click, stopped at any moment. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Draft } from '../core/draft';
import type { Post } from '../core/post';
import { faultOf, ModelFault, type ModelFaultKind } from '../replies/model/endpoint';
import type { ModelRequest } from '../replies/model/prompt';
import { completionsUrl, type ModelSettings } from '../replies/model/settings';
import type { Panel } from './panel';

/** What the panel asks of the browser for a model. */
export interface ModelDoors {
  settings(): Promise<ModelSettings>;
  onSettings(changed: () => void, ends: AbortSignal): void;
  /** In the click. */
  askPermission(origin: string): Promise<boolean>;
  askBuiltIn(request: ModelRequest, signal: AbortSignal, onText: (text: string) => void): Promise<string>;
}

export type ModelState =
  /** No model was set up, or there is nothing to ask. */
  | { kind: 'off' }
  /** The post gives orders to machines: it is not shown to one. */
  | { kind: 'withheld' }
  | { kind: 'ready'; request: ModelRequest; to: string | null }
  | { kind: 'asking'; to: string | null; text: string; since: number }
  | { kind: 'drafted'; draft: Draft; to: string | null }
  | {
      kind: 'failed';
      fault: ModelFaultKind | 'noPermission';
      to: string | null;
      retryAt: number | null;
      request: ModelRequest;
    };

export interface ModelDraft {
  readonly state: ReadonlySignal<ModelState>;
  /** In the click: sends what `ready` shows, once. */
  ask(): void;
  stop(): void;
  /** Back to what would be sent. */
  again(): void;
}

export function modelDraft(panel: Panel, post: ReadonlySignal<Post | null>, ends: AbortSignal): ModelDraft {
  const doors = panel.models;
  const state = signal<ModelState>({ kind: 'off' });
  const changed = signal(0);
  let settings: ModelSettings | null = null;
  let asking: AbortController | null = null;
  let turn = 0;

  doors?.onSettings(() => changed.value++, ends);
  // By key: a row that is renewed must not call off what is being answered.
  const inHand = computed(() => post.value?.key);
  const stop = effect(() => {
    changed.value;
    const analysis = panel.analysis.value;
    const key = inHand.value;
    const mine = ++turn;
    asking?.abort();
    state.value = { kind: 'off' };
    if (!doors || !analysis || !key) return;
    const prepare = async () => {
      settings = await doors.settings();
      if (settings.use === 'off' || mine !== turn) return;
      const to = hostOf(settings);
      if (to === undefined) return;
      const request = await analysis.modelRequest(key);
      if (mine === turn) state.value = request ? { kind: 'ready', request, to } : { kind: 'withheld' };
    };
    // Without a model everything else works: what goes wrong here is no fault of the screen's.
    prepare().catch(() => undefined);
  });
  ends.addEventListener('abort', () => {
    stop();
    asking?.abort();
  }, { once: true }); // biome-ignore format: one step

  async function send(to: string | null, request: ModelRequest, allowed: Promise<boolean>): Promise<void> {
    const mine = turn;
    asking = new AbortController();
    const mySignal = asking.signal;
    const key = post.peek()?.key;
    const analysis = panel.analysis.peek();
    const used = settings;
    if (!doors || !key || !analysis || !used) return;
    const since = Date.now();
    state.value = { kind: 'asking', to, text: '', since };
    const onText = (text: string) => {
      if (mine === turn && state.peek().kind === 'asking') state.value = { kind: 'asking', to, text, since };
    };
    try {
      if (!(await allowed)) {
        state.value = { kind: 'failed', fault: 'noPermission', to, retryAt: null, request };
        return;
      }
      const answer =
        used.use === 'builtIn'
          ? await doors.askBuiltIn(request, mySignal, onText)
          : await analysis.modelAnswer(
              { endpoint: endpointOf(used), request },
              { signal: mySignal, onProgress: ({ text }) => onText(text ?? '') },
            );
      if (mySignal.aborted) throw new ModelFault('cancelled');
      const draft = await analysis.modelCheck({ postKey: key, request, answer, name: used.model || to || '' });
      if (mine === turn) state.value = { kind: 'drafted', draft, to };
    } catch (reason) {
      if (mine !== turn) return;
      const fault = mySignal.aborted ? new ModelFault('cancelled') : faultOf(String(reason));
      state.value =
        fault.kind === 'cancelled'
          ? { kind: 'ready', request, to }
          : {
              kind: 'failed',
              fault: fault.kind,
              to,
              retryAt: fault.retryAfter === null ? null : Date.now() + fault.retryAfter * 1000,
              request,
            };
    }
  }

  return {
    state,
    ask() {
      const now = state.peek();
      if ((now.kind !== 'ready' && now.kind !== 'failed') || !settings || !doors) return;
      const place = settings.use === 'endpoint' ? completionsUrl(settings.url) : null;
      // The browser's question must be the first thing the click does.
      const allowed = place && 'origin' in place ? doors.askPermission(place.origin) : Promise.resolve(true);
      void send(now.to, now.request, allowed);
    },
    stop() {
      asking?.abort();
    },
    again() {
      changed.value++;
    },
  };
}

/** Where it would be sent; null: nowhere, the browser's own model; undefined: the settings name no address. */
function hostOf(settings: ModelSettings): string | null | undefined {
  if (settings.use === 'builtIn') return null;
  const place = completionsUrl(settings.url);
  return 'host' in place ? place.host : undefined;
}

function endpointOf({ url, model, key, maxTokens }: ModelSettings) {
  const place = completionsUrl(url);
  if (!('url' in place)) throw new ModelFault('notFound');
  return { url: place.url, model, key, maxTokens };
}
