/** The palette: go to a screen or a person, find what was said, do something. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { fold } from '../core/normalize';
import type { Post } from '../core/post';
import { asks, isEmptyQuery, parseQuery, prepare, type Query } from '../core/query';
import { asTyped } from './as-typed';
import type { Panel } from './panel';
import { type Acquaintance, acquaintances } from './people';
import type { Route } from './router';

export type PaletteAct = 'search' | 'keys' | 'settings' | 'note' | 'export' | 'steps' | 'group';

export type PaletteResult =
  | { kind: 'person'; id: string; person: Acquaintance }
  | { kind: 'screen'; id: string; screen: 'desk' | 'themes' | 'people' | 'ready' }
  | { kind: 'act'; id: string; act: PaletteAct }
  | { kind: 'post'; id: string; post: Post };

export interface Palette {
  readonly text: ReadonlySignal<string>;
  readonly results: ReadonlySignal<readonly PaletteResult[]>;
  readonly picked: ReadonlySignal<number>;
  readonly searching: ReadonlySignal<boolean>;
  type(text: string): void;
  move(by: number): void;
  /** Where a result leads; null where it is something to do. */
  routeOf(result: PaletteResult): Route | null;
}

const SCREENS = ['desk', 'themes', 'people', 'ready'] as const;
const MOST_PEOPLE = 4;
const MOST_POSTS = 6;
/** While there is no index: posts looked through, newest first, a slice at a time so that typing stays smooth. */
const LOOKED_THROUGH = 5_000;
const SLICE = 500;
const TYPING_MS = 120;
/** Between two looks while the index still grows. */
const AGAIN_MS = 500;

const NOTHING = { posts: [], indexed: 0, total: 0 };

export interface PaletteOptions {
  /** The words of screens and acts, in the language spoken: a palette is searched by what it shows. */
  wordOf: (what: (typeof SCREENS)[number] | PaletteAct) => string;
  /** Acts that make sense here. */
  acts: readonly PaletteAct[];
}

export function paletteModel(panel: Panel, options: PaletteOptions, ends: AbortSignal): Palette {
  const { db } = panel;
  const text = signal('');
  const picked = signal(0);
  const people = signal<readonly Acquaintance[]>([]);
  const posts = signal<readonly Post[]>([]);
  const searching = signal(false);
  void acquaintances(db)
    .then((all) => {
      people.value = all;
    })
    .catch(() => undefined);

  let turn = 0;
  let again: ReturnType<typeof setTimeout> | undefined;
  const search = effect(() => {
    const asked = text.value.trim();
    const mine = ++turn;
    clearTimeout(again);
    if (asked.length < 2) {
      posts.value = [];
      searching.value = false;
      return;
    }
    searching.value = true;
    const timer = setTimeout(() => void find(asked, mine), TYPING_MS);
    return () => clearTimeout(timer);
  });
  ends.addEventListener(
    'abort',
    () => {
      search();
      clearTimeout(again);
      turn = -1;
    },
    { once: true },
  );

  async function find(asked: string, mine: number): Promise<void> {
    const query = parseQuery(asTyped(asked));
    const indexed = isEmptyQuery(query)
      ? NOTHING
      : await panel.analysis
          .peek()
          ?.search(asTyped(asked), MOST_POSTS)
          .catch(() => undefined);
    const found = indexed?.posts ?? (await lately(query, () => turn !== mine));
    if (turn !== mine) return;
    posts.value = found;
    searching.value = indexed !== undefined && found.length < MOST_POSTS && indexed.indexed < indexed.total;
    if (searching.value) again = setTimeout(() => void find(asked, mine), AGAIN_MS);
  }

  async function lately(query: Query, isOver: () => boolean): Promise<Post[]> {
    const found: Post[] = [];
    let before = Number.POSITIVE_INFINITY;
    for (let looked = 0; looked < LOOKED_THROUGH && found.length < MOST_POSTS; looked += SLICE) {
      const slice = await db.posts.where('at').below(before).reverse().limit(SLICE).toArray();
      if (isOver()) break;
      found.push(...slice.filter((post) => asks(query, prepare(post))));
      before = slice.at(-1)?.at ?? 0;
      if (slice.length < SLICE) break;
    }
    return found.slice(0, MOST_POSTS);
  }

  const results = computed<PaletteResult[]>(() => {
    const begun = fold(text.value.trim());
    const begins = (name: string, word: string) =>
      fold(name)
        .split(' ')
        .some((part) => part.startsWith(word));
    const words = begun.split(/\s+/);
    const has = (name: string) => fold(name).includes(begun) || words.every((word) => begins(name, word));
    const met = begun === '' ? [] : people.value.filter((person) => begins(person.name, begun)).slice(0, MOST_PEOPLE);
    // What is meant by its name comes before looking for the words of it in what people said.
    const fitting = options.acts.filter((act) => has(options.wordOf(act)));
    const looks = options.acts.filter((act) => act === 'search');
    const acts = begun === '' ? fitting : [...fitting.filter((act) => act !== 'search'), ...looks];
    return [
      ...met.map((person) => ({ kind: 'person' as const, id: `person ${person.id}`, person })),
      ...SCREENS.filter((screen) => has(options.wordOf(screen))).map((screen) => ({
        kind: 'screen' as const,
        id: `screen ${screen}`,
        screen,
      })),
      ...acts.map((act) => ({ kind: 'act' as const, id: `act ${act}`, act })),
      ...posts.value.map((post) => ({ kind: 'post' as const, id: `post ${post.key}`, post })),
    ];
  });

  return {
    text,
    results,
    picked,
    searching,
    type(typed) {
      text.value = typed;
      picked.value = 0;
    },
    move(by) {
      const count = results.value.length;
      if (count > 0) picked.value = (picked.value + by + count) % count;
    },
    routeOf(result) {
      switch (result.kind) {
        case 'person':
          return { screen: 'person', id: result.person.id };
        case 'screen':
          if (result.screen === 'desk') return { screen: 'desk', tab: 'open' };
          return result.screen === 'ready' ? { screen: 'ready', part: null } : { screen: result.screen };
        case 'post':
          return { screen: 'thread', thread: result.post.threadKey, post: result.post.key };
        case 'act':
          return result.act === 'search' ? { screen: 'search', query: text.value.trim() } : null;
      }
    },
  };
}
