/** Views of the desk: a tab, a filter and how rows stand together, which one comes back to by name. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { SavedView } from '../core/desk';
import { allViews, dropView, keepView, restoreView } from '../store/views';
import type { DeskModel } from './desk';
import { live } from './live';
import type { Panel } from './panel';

export interface Views {
  readonly all: ReadonlySignal<readonly SavedView[]>;
  /** The view that is being looked at: its tab, its filter word for word, its grouping. */
  readonly current: ReadonlySignal<SavedView | null>;
  /** Whether what is looked at could be kept: a filter that no view has. */
  readonly canKeep: ReadonlySignal<boolean>;
  /** The name is being asked for: of a new view, or of the current one. */
  readonly asking: ReadonlySignal<'new' | 'rename' | null>;
  ask(what: 'new' | 'rename' | null): void;
  open(view: SavedView): void;
  /** Keeps what is looked at under this name, or gives the current view this name. Undoable. */
  keep(name: string): Promise<void>;
  /** Undoable. */
  drop(view: SavedView): Promise<void>;
}

export function viewsModel(panel: Panel, desk: DeskModel, ends: AbortSignal): Views {
  const { db, undo, router } = panel;
  const kept = live(() => () => allViews(db), ends);
  const all = computed<readonly SavedView[]>(() => kept.value.value ?? []);
  const asking = signal<'new' | 'rename' | null>(null);
  const current = computed(() => {
    const query = desk.filter.value.trim();
    const by = desk.by.value;
    const isHere = (view: SavedView) =>
      view.tab === desk.tab.value && view.query === query && (view.by ?? 'conversation') === by;
    return all.value.find(isHere) ?? null;
  });
  return {
    all,
    current,
    canKeep: computed(
      () => desk.filter.value.trim() !== '' && desk.mistakes.value.length === 0 && current.value === null,
    ),
    asking,
    ask(what) {
      asking.value = what;
    },
    open(view) {
      asking.value = null;
      if (desk.tab.value !== view.tab) router.go({ screen: 'desk', tab: view.tab });
      if (current.value?.id === view.id) return desk.setFilter('');
      desk.setFilter(view.query);
      desk.groupBy(view.by ?? 'conversation');
    },
    async keep(name) {
      if (name.trim() === '') return;
      const renamed = asking.value === 'rename' ? current.value : null;
      const draft = renamed ? { ...renamed, name } : { name, ...lookedAt(desk) };
      await panel.keep(async () => {
        const { view, before } = await keepView(db, draft, Date.now());
        undo.did({ kind: 'view', did: renamed ? 'renamed' : 'kept', name: view.name }, () =>
          restoreView(db, view.id, before),
        );
      });
      asking.value = null;
    },
    async drop(view) {
      await panel.keep(async () => {
        await dropView(db, view.id);
        undo.did({ kind: 'view', did: 'dropped', name: view.name }, () => restoreView(db, view.id, view));
      });
    },
  };
}

function lookedAt(desk: DeskModel): Pick<SavedView, 'tab' | 'query' | 'by'> {
  const by = desk.by.value;
  return { tab: desk.tab.value, query: desk.filter.value.trim(), ...(by === 'person' && { by }) };
}
