/** "If … then …": what the user's rules make of a post. Pure: what is held comes in, what would change comes out. */
import type { Care, Rule, Ruled, StateRow, Watch } from './desk';
import type { Post } from './post';
import { asks, type Beside, checkQuery, isEmptyQuery, parseQuery, prepare, type Query } from './query';
import type { QueryProblem } from './query-ast';

/** A rule with its condition read. */
export interface ReadyRule {
  readonly rule: Rule;
  readonly query: Query;
}

/** What the user decided about a post, and what rules did before. */
export interface HeldOfPost {
  state: StateRow | undefined;
  care: Care | undefined;
  ruled: Ruled | undefined;
  tags: ReadonlySet<string>;
}

/** What rules change of one post. */
export interface Touch {
  post: Post;
  /** Ids of the rules that had something to do. */
  rules: string[];
  tags: { rule: string; tags: string[] }[];
  state?: StateRow;
  care?: Care;
  tell?: true;
}

type Watches = readonly Pick<Watch, 'name' | 'query'>[];

/** Mistakes in a condition, where they stand. */
export function ruleProblems(query: string, watches: Watches): QueryProblem[] {
  return checkQuery(query, { watches });
}

/** Whether it does anything at all. */
export function hasConsequence(rule: Pick<Rule, 'tags' | 'state' | 'assignee' | 'pin' | 'alert'>): boolean {
  return Boolean(rule.tags?.length || rule.state || rule.assignee || rule.pin || rule.alert);
}

/**
 * The rule with its condition read; null where it asks for nothing or has a mistake. A mistake is left out when a query is
 * read, and what is left may ask for everything: a search may guess, a rule may not.
 */
export function readyRule(rule: Rule, watches: Watches): ReadyRule | null {
  if (!hasConsequence(rule) || ruleProblems(rule.query, watches).length > 0) return null;
  const query = parseQuery(rule.query, { watches });
  return isEmptyQuery(query) ? null : { rule, query };
}

/** Whether a rule may touch a post by itself. */
export function isDue({ rule }: ReadyRule, post: Post): boolean {
  return rule.on && post.firstSeenAt >= rule.at;
}

/**
 * What these rules, in their order, change of a post; null where nothing. What the user decided by hand stays, the first rule
 * that decides a thing decides it, and no rule touches a post twice: a tag that was taken off stays off.
 */
export function touchOf(
  rules: readonly ReadyRule[],
  post: Post,
  beside: Beside,
  held: HeldOfPost,
  now: number,
): Touch | null {
  if (post.ours === 1 || post.sponsored) return null;
  const fresh = rules.filter(({ rule }) => !held.ruled?.rules.includes(rule.id));
  if (fresh.length === 0) return null;
  const prepared = prepare(post);
  const tagged = new Set(held.tags);
  const touch: Touch = { post, rules: [], tags: [] };
  for (const { rule, query } of fresh) {
    if (!asks(query, prepared, beside)) continue;
    const did = [addTags(touch, rule, tagged), setState(touch, rule, held, now), setCare(touch, rule, held, now)];
    if (rule.alert) touch.tell = true;
    if (rule.alert || did.includes(true)) touch.rules.push(rule.id);
  }
  return touch.rules.length > 0 ? touch : null;
}

function addTags(touch: Touch, rule: Rule, tagged: Set<string>): boolean {
  const tags = (rule.tags ?? []).filter((tag) => !tagged.has(tag));
  if (tags.length === 0) return false;
  for (const tag of tags) tagged.add(tag);
  touch.tags.push({ rule: rule.id, tags });
  return true;
}

function setState(touch: Touch, { id, state }: Rule, held: HeldOfPost, now: number): boolean {
  const { desk } = touch.post;
  if (!state || held.state || touch.state || desk === state) return false;
  // Done, or put off, can only be what waits: anything else would come onto the desk by it.
  if (state !== 'open' && desk === undefined) return false;
  touch.state = { postKey: touch.post.key, state, until: null, setAt: now, rule: id };
  return true;
}

function setCare(touch: Touch, rule: Rule, held: HeldOfPost, now: number): boolean {
  if (!rule.assignee && !rule.pin) return false;
  if (held.care && held.care.rule === undefined) return false;
  const before = touch.care ?? held.care;
  const assignee = before?.assignee ?? rule.assignee;
  const pinned = before?.pinned === 1 || rule.pin === true;
  if (before && before.assignee === assignee && (before.pinned === 1) === pinned) return false;
  touch.care = {
    postKey: touch.post.key,
    ...(assignee && { assignee }),
    ...(pinned && { pinned: 1 }),
    setAt: now,
    rule: rule.id,
  };
  return true;
}
