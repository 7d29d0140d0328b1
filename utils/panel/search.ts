/** Search over everything, as one types: posts, people, notes. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { checkQuery, parseQuery, type Query } from '../core/query';
import type { QueryProblem } from '../core/query-ast';
import type { Found } from '../core/search';
import { onChanged } from '../store/changes';
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
/** What was written is found by itself; while very much is written, at most so often. */
const RENEW_MS = 1_000;

export function searchModel(panel: Pick<Panel, 'analysis' | 'db'>, begun: string, ends: AbortSignal): SearchModel {
  const text = signal(begun);
  const limit = signal(PAGE);
  const found = signal<Found | undefined>(undefined);
  const searching = signal(false);
  const failed = signal(false);
  const query = computed(() => parseQuery(asTyped(text.value)));
  let turn = 0;
  let seen = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let renewing: ReturnType<typeof setTimeout> | undefined;
  /** Moves when what was found may be other now. */
  const written = signal(0);

  const stop = effect(() => {
    const analysis = panel.analysis.value;
    const asked = asTyped(text.value);
    const count = limit.value;
    const isRenewed = written.value !== seen;
    seen = written.value;
    const mine = ++turn;
    clearTimeout(timer);
    if (!analysis) return;
    // Asked again by itself: nothing on the screen says so.
    if (!isRenewed) searching.value = true;
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
  const renew = (): void => {
    renewing ??= setTimeout(() => {
      renewing = undefined;
      written.value++;
    }, RENEW_MS);
  };
  onChanged(panel.db, 'posts', renew, ends);
  onChanged(panel.db, 'notes', renew, ends);
  ends.addEventListener(
    'abort',
    () => {
      stop();
      turn = -1;
      clearTimeout(timer);
      clearTimeout(renewing);
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
