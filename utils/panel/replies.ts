/** Ways to answer a post: asked of the worker, picked, put in the page. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { DraftSource, Suggestions } from '../core/draft';
import type { Post } from '../core/post';
import { getPosts } from '../store/posts';
import { rememberPut } from '../store/sent';
import { type ModelDraft, type ModelState, modelDraft } from './model';
import type { Panel } from './panel';
import type { PutState } from './put';
import { hrefOf } from './router';

export type DraftsState =
  | { kind: 'working' }
  | { kind: 'failed' }
  /** `hrefs`: where each past answer stands that a draft comes from. */
  | { kind: 'ready'; suggestions: Suggestions; hrefs: ReadonlyMap<string, string> };

/** Drafts shown at a time. */
const MOST = 3;

export interface Replies {
  readonly state: ReadonlySignal<DraftsState>;
  readonly picked: ReadonlySignal<number | null>;
  /** Most characters the site takes; null: not known. */
  readonly limit: ReadonlySignal<number | null>;
  /** A draft by a model, where one was set up. */
  readonly model: ModelDraft;
  readonly put: ReadonlySignal<{ draft: string; state: PutState } | null>;
  pick(number: number): void;
  putDraft(draft: string, text: string): Promise<void>;
  copy(text: string): Promise<void>;
  goToPage(): void;
  again(): void;
}

/** Drafts for the post in hand; none are asked for our own. */
export function repliesModel(panel: Panel, post: ReadonlySignal<Post | null>, ends: AbortSignal): Replies {
  const state = signal<DraftsState>({ kind: 'working' });
  const picked = signal<number | null>(null);
  const put = signal<Replies['put']['value']>(null);
  const asked = signal(0);
  // The row is renewed whenever the page is read again: words being written are not to be taken away by that.
  const inHand = computed(() => post.value?.key);
  const model = modelDraft(panel, post, ends);
  const limit = signal<number | null>(null);
  let current = 0;

  const stop = effect(() => {
    const analysis = panel.analysis.value;
    const key = inHand.value;
    asked.value;
    const turn = ++current;
    state.value = { kind: 'working' };
    picked.value = null;
    put.value = null;
    limit.value = null;
    if (!analysis || !key) return;
    const to = post.peek();
    if (to)
      panel.pages.limit?.(to).then(
        (most) => {
          if (turn === current) limit.value = most;
        },
        () => undefined,
      );
    analysis
      .suggest(key)
      .then(async (suggestions) => {
        const hrefs = await sourcesOf(panel, suggestions);
        if (turn === current) state.value = { kind: 'ready', suggestions, hrefs };
      })
      .catch(() => {
        if (turn === current && !ends.aborted) state.value = { kind: 'failed' };
      });
  });
  ends.addEventListener('abort', stop, { once: true });

  return {
    state: computed(() => withModel(state.value, model.state.value)),
    model,
    limit,
    picked,
    put,
    pick(number) {
      picked.value = number;
    },
    async putDraft(draft, text) {
      const to = post.peek();
      if (!to) return;
      const source = sourceOf(withModel(state.peek(), model.state.peek()), draft);
      put.value = { draft, state: { kind: 'busy' } };
      const result = await panel.pages.put(to, text).catch((): PutState => ({ kind: 'noTab' }));
      if (post.peek()?.key === to.key) put.value = { draft, state: result };
      if (result.kind !== 'inserted' || !source) return;
      // What becomes of it is known once our reply is heard.
      const { key, threadKey } = to;
      await rememberPut(panel.db, { post: key, threadKey, text, source, at: Date.now() }).catch(() => undefined);
    },
    async copy(text) {
      await navigator.clipboard.writeText(text);
      panel.undo.did({ kind: 'copied', what: 'draft' });
    },
    goToPage() {
      const to = post.peek();
      if (to) void panel.pages.show(to);
    },
    again() {
      asked.value++;
    },
  };
}

/** A model's draft stands last, and three is the most. */
function withModel(state: DraftsState, model: ModelState): DraftsState {
  if (state.kind !== 'ready' || model.kind !== 'drafted') return state;
  const drafts = [...state.suggestions.drafts.slice(0, MOST - 1), model.draft];
  return { ...state, suggestions: { ...state.suggestions, drafts } };
}

function sourceOf(state: DraftsState, draft: string): DraftSource | undefined {
  return state.kind === 'ready' ? state.suggestions.drafts.find(({ id }) => id === draft)?.source : undefined;
}

async function sourcesOf(panel: Panel, suggestions: Suggestions): Promise<Map<string, string>> {
  const keys = suggestions.drafts.flatMap(({ source }) => (source.kind === 'ownWords' ? [source.pair] : []));
  const posts = keys.length > 0 ? await getPosts(panel.db, keys) : [];
  return new Map(
    posts.map((post) => [post.key, hrefOf({ screen: 'thread', thread: post.threadKey, post: post.parentKey })]),
  );
}
