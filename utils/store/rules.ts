/** The user's rules: kept, switched, tried on what is stored. What they do is in `ruling.ts`. */
import type { Rule } from '../core/desk';
import type { PostKey } from '../core/post';
import type { TertuliaDatabase } from './schema';

export type RuleDraft = Omit<Rule, 'id' | 'at' | 'on'> & { id?: string };

/** Longest name kept, in UTF-16 units. */
const LONGEST_NAME = 80;

/** The one that stands longest first: the first that decides a thing decides it. */
export async function allRules(db: TertuliaDatabase): Promise<Rule[]> {
  return (await db.rules.toArray()).sort((a, b) => a.at - b.at || a.id.localeCompare(b.id));
}

/** Keeps a rule, new or changed; it holds for what comes from now on. */
export async function saveRule(db: TertuliaDatabase, draft: RuleDraft, now = Date.now()): Promise<Rule> {
  return db.transaction('rw', db.rules, async () => {
    const before = draft.id === undefined ? undefined : await db.rules.get(draft.id);
    const tags = [...new Set((draft.tags ?? []).map((tag) => tag.trim()).filter(Boolean))];
    const rule: Rule = {
      id: before?.id ?? crypto.randomUUID(),
      name: draft.name.trim().slice(0, LONGEST_NAME),
      query: draft.query.trim(),
      ...(tags.length > 0 && { tags }),
      ...(draft.state && { state: draft.state }),
      ...(draft.assignee && { assignee: draft.assignee }),
      ...(draft.pin && { pin: true }),
      ...(draft.alert && { alert: true }),
      on: before?.on ?? true,
      at: now,
    };
    await db.rules.put(rule);
    return rule;
  });
}

/** Switched on it holds for what comes from now on, not for what came meanwhile. */
export async function switchRule(db: TertuliaDatabase, id: string, on: boolean, now = Date.now()): Promise<void> {
  await db.rules.update(id, on ? { on, at: now } : { on });
}

/** Takes a rule away and gives it back, for undo. What it did stays. */
export async function dropRule(db: TertuliaDatabase, id: string): Promise<Rule | undefined> {
  return db.transaction('rw', db.rules, async () => {
    const rule = await db.rules.get(id);
    await db.rules.delete(id);
    return rule;
  });
}

export async function restoreRule(db: TertuliaDatabase, rule: Rule): Promise<void> {
  await db.rules.put(rule);
}

/** How many posts a rule has touched so far. */
export async function touchedBy(db: TertuliaDatabase): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  await db.ruled.each(({ rules }) => {
    for (const id of rules) counts.set(id, (counts.get(id) ?? 0) + 1);
  });
  return counts;
}

/** Posts of which a word is to be said, by rule. */
export async function untold(db: TertuliaDatabase): Promise<{ keys: PostKey[]; rules: Rule[] }> {
  const rows = await db.ruled.where('tell').equals(1).toArray();
  const ids = new Set(rows.flatMap(({ rules }) => rules));
  const rules = (await allRules(db)).filter(({ id, alert }) => alert && ids.has(id));
  return { keys: rows.map(({ postKey }) => postKey), rules };
}

/** The word was said, or is not wanted any more. */
export async function told(db: TertuliaDatabase, keys: readonly PostKey[]): Promise<void> {
  await db.ruled
    .where('postKey')
    .anyOf([...keys])
    .modify((row) => {
      delete row.tell;
    });
}
