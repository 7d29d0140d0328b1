/** Says a word of what a rule was asked to say: one notice for all that came since the last, never in quiet hours. */
import { isQuiet, NEWS_MS } from '../core/alerts';
import type { Rule } from '../core/desk';
import type { Post } from '../core/post';
import { DEFAULT_ALERTS } from '../core/settings';
import { told, untold } from '../store/rules';
import type { TertuliaDatabase } from '../store/schema';
import { readSettings } from '../store/settings';

export interface TellRulesDoors {
  mayNotify(): Promise<boolean>;
  /** One of the same id takes the place of the first. */
  notify(notice: { id: string; title: string; message: string }): Promise<void>;
  /** Words in the user's language. */
  words(rules: readonly Rule[], posts: readonly Post[]): Promise<{ title: string; message: string }>;
}

const PREFIX = 'rule:';

/** Where nothing may be said what waits is let go: who allows it next month wants no word of today. */
export async function tellRules(
  db: TertuliaDatabase,
  doors: TellRulesDoors,
  { now, minute }: { now: number; minute: number },
): Promise<void> {
  const { keys, rules } = await untold(db);
  if (keys.length === 0) return;
  const { alerts = DEFAULT_ALERTS } = await readSettings(db);
  if (!alerts.notify || rules.length === 0 || !(await doors.mayNotify())) return told(db, keys);
  if (isQuiet(alerts, minute)) return;
  const held = await db.posts.bulkGet(keys);
  const posts = held.filter((post) => post !== undefined).filter(({ firstSeenAt }) => firstSeenAt > now - NEWS_MS);
  // Shown first: who is stopped in between says it again, in the place of the first.
  if (posts.length > 0) await doors.notify({ id: noticeOf(posts), ...(await doors.words(rules, posts)) });
  await told(db, keys);
}

/** Of one post, its conversation; of several, the desk. */
function noticeOf(posts: readonly Post[]): string {
  const [first] = posts;
  return posts.length === 1 && first ? `${PREFIX}${first.threadKey}` : PREFIX;
}

/** The address in the panel that a notice speaks of; null for a notice of somebody else's. */
export function ruleAddressOf(notice: string): string | null {
  if (!notice.startsWith(PREFIX)) return null;
  const thread = notice.slice(PREFIX.length);
  return thread === '' ? '#/desk/open' : `#/thread/${encodeURIComponent(thread)}`;
}
