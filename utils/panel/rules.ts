/** The settings of rules: written, tried on what is stored, switched, taken out. What they do is the store's. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Rule, Watch } from '../core/desk';
import type { Post, PostKey } from '../core/post';
import type { QueryProblem } from '../core/query-ast';
import { hasConsequence, readyRule, ruleProblems } from '../core/rules';
import type { Settings } from '../core/settings';
import { kindOfFault, type StoreErrorKind } from '../store/errors';
import { allTags } from '../store/notes';
import { allRules, dropRule, type RuleDraft, restoreRule, saveRule, switchRule, touchedBy } from '../store/rules';
import { applyRule, takeBackRule, touchesOf } from '../store/ruling';
import type { TertuliaDatabase } from '../store/schema';
import { allWatches } from '../store/watches';
import { live } from './live';
import { membersOf } from './members';
import type { Undo } from './undo';

export type { RuleDraft } from '../store/rules';

/** What a rule would have done to what is stored. */
export interface RuleTrial {
  problems: QueryProblem[];
  /** null: nothing to look for yet, or nothing to do with it. */
  found: { keys: PostKey[]; of: number; first: Post[] } | null;
}

export interface RulesModel {
  readonly rules: ReadonlySignal<readonly Rule[] | undefined>;
  /** How many posts each touched so far, by id. */
  readonly touched: ReadonlySignal<ReadonlyMap<string, number>>;
  /** Handles of those who are us. */
  readonly ours: ReadonlySignal<readonly string[]>;
  /** Tags in use, the most used first. */
  readonly tags: ReadonlySignal<readonly string[]>;
  readonly fault: ReadonlySignal<StoreErrorKind | null>;
  problems(query: string): QueryProblem[];
  tryOut(draft: RuleDraft, ends: AbortSignal): Promise<RuleTrial>;
  /** Keeps it; `keys`: stored posts it is applied to at once. Each a step to undo. */
  save(draft: RuleDraft, keys?: readonly PostKey[]): Promise<void>;
  turn(rule: Rule, on: boolean): Promise<void>;
  /** Undoable. What it did stays. */
  drop(rule: Rule): Promise<void>;
}

/** The newest posts a trial looks at: weeks of reading, and done in a moment. */
const LOOKED_AT = 10_000;
const A_TIME = 500;
/** Shown of what was found. */
const SHOWN = 8;

export function openRules(
  db: TertuliaDatabase,
  settings: ReadonlySignal<Settings | undefined>,
  undo: Undo,
  ends: AbortSignal,
): RulesModel {
  const fault = signal<StoreErrorKind | null>(null);
  const rules = live(() => () => allRules(db), ends);
  const touched = live(() => () => touchedBy(db), ends);
  const watches = live<Watch[]>(() => () => allWatches(db), ends);
  const tags = live(() => async () => (await allTags(db)).map(({ tag }) => tag), ends);
  const keep = async (work: () => Promise<unknown>) => {
    try {
      await work();
      fault.value = null;
    } catch (reason) {
      fault.value = kindOfFault(reason);
    }
  };
  const problems = (query: string) => ruleProblems(query, watches.value.value ?? []);
  return {
    rules: rules.value,
    touched: computed(() => touched.value.value ?? new Map()),
    ours: computed(() => (settings.value ? membersOf(settings.value) : [])),
    tags: computed(() => tags.value.value ?? []),
    fault,
    problems,
    tryOut: (draft, stop) => tryRule(db, draft, stop),
    save: (draft, keys = []) =>
      keep(async () => {
        const was = draft.id === undefined ? undefined : await db.rules.get(draft.id);
        const rule = await saveRule(db, draft);
        undo.did({ kind: 'written', what: 'rule', name: rule.name || rule.query }, async () => {
          await (was ? restoreRule(db, was) : dropRule(db, rule.id));
        });
        const before = keys.length > 0 ? await applyRule(db, rule, keys) : null;
        if (!before || before.postKeys.length === 0) return;
        undo.did({ kind: 'ruled', count: before.postKeys.length }, () => takeBackRule(db, before));
      }),
    turn: (rule, on) => keep(() => switchRule(db, rule.id, on)),
    drop: (rule) =>
      keep(async () => {
        await dropRule(db, rule.id);
        undo.did({ kind: 'removed', what: 'rule', name: rule.name || rule.query }, () => restoreRule(db, rule));
      }),
  };
}

/** What a rule would touch of what is stored, without touching it. */
export async function tryRule(db: TertuliaDatabase, draft: RuleDraft, ends: AbortSignal): Promise<RuleTrial> {
  const watches = await db.watches.toArray();
  const problems = ruleProblems(draft.query, watches);
  const { id = 'tried' } = draft;
  const ready = readyRule({ ...draft, id, on: true, at: 0 }, watches);
  if (!ready || !hasConsequence(draft)) return { problems, found: null };
  const found: NonNullable<RuleTrial['found']> = { keys: [], of: 0, first: [] };
  const now = Date.now();
  let before = Number.POSITIVE_INFINITY;
  /** Posts of the moment at which a page ended. */
  let seen = new Set<PostKey>();
  for (let size = A_TIME; found.of < LOOKED_AT && !ends.aborted; ) {
    const page = await db.posts.where('at').belowOrEqual(before).reverse().limit(size).toArray();
    const posts = page.filter(({ key }) => !seen.has(key));
    for (const { post } of await touchesOf(db, [ready], posts, now)) {
      found.keys.push(post.key);
      if (found.first.length < SHOWN) found.first.push(post);
    }
    found.of += posts.length;
    const last = page.at(-1);
    if (!last || page.length < size) break;
    // More of one moment than a page holds: a larger page gets past it.
    size = posts.length === 0 ? size * 2 : A_TIME;
    before = last.at;
    seen = new Set(page.filter(({ at }) => at === before).map(({ key }) => key));
  }
  return { problems, found };
}
