/** Search over everything, as one types: posts, people, notes. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { checkQuery, parseQuery, type Query } from '../core/query';
import type { QueryProblem } from '../core/query-ast';
import type { Found } from '../core/search';
import { asTyped } from './as-typed';
import type { Panel } from './panel';

export interface SearchModel {
  readonly text: ReadonlySignal<string>;
  /** What was found last; undefined before anything was. */
  readonly found: ReadonlySignal<Found | undefined>;
  readonly query: ReadonlySignal<Query>;
  readonly mistakes: ReadonlySignal<readonly QueryProblem[]>;
  readonly searching: ReadonlySignal<boolean>;
  readonly failed: ReadonlySignal<boolean>;
  type(text: string): void;
  showMore(): void;
}

const PAGE = 30;
/** Between two looks while the index still grows. */
const AGAIN_MS = 500;

export function searchModel(panel: Pick<Panel, 'analysis'>, begun: string, ends: AbortSignal): SearchModel {
  const text = signal(begun);
  const limit = signal(PAGE);
  const found = signal<Found | undefined>(undefined);
  const searching = signal(false);
  const failed = signal(false);
  const query = computed(() => parseQuery(asTyped(text.value)));
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stop = effect(() => {
    const analysis = panel.analysis.value;
    const asked = asTyped(text.value);
    const count = limit.value;
    const mine = ++turn;
    clearTimeout(timer);
    if (!analysis) return;
    searching.value = true;
    const look = (): void => {
      analysis.search(asked, count).then(
        (answer) => {
          if (turn !== mine) return;
          found.value = answer;
          failed.value = false;
          const isWhole = answer.indexed >= answer.total;
          searching.value = !isWhole;
          if (!isWhole) timer = setTimeout(look, AGAIN_MS);
        },
        () => {
          if (turn !== mine) return;
          searching.value = false;
          failed.value = true;
        },
      );
    };
    look();
  });
  ends.addEventListener(
    'abort',
    () => {
      stop();
      turn = -1;
      clearTimeout(timer);
    },
    { once: true },
  );

  return {
    text,
    found,
    query,
    searching,
    failed,
    mistakes: computed(() => checkQuery(text.value)),
    type(typed) {
      limit.value = PAGE;
      text.value = typed;
    },
    showMore() {
      limit.value += PAGE * 2;
    },
  };
}
