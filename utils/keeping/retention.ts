/**
 * Letting go of what is older than its site's setting keeps. Whatever has a note stays. A setting acts a day after what it
 * would let go of was first shown, so that nobody loses what they did not know would go.
 */
import { covers } from '../core/patterns';
import type { Post } from '../core/post';
import type { Settings, SiteSetting } from '../core/settings';
import { removeSome } from '../store/erase';
import type { TertuliaDatabase } from '../store/schema';
import { scrubbingIsOwed } from '../store/scrub-owed';

const POSTS_A_BATCH = 500;
const DAY = 86_400_000;
/** Less than a day, so that the next daily alarm acts. */
const NOTICE = 20 * 3_600_000;
const AGREED = 'cursor:retention';

/** `talk`: what others say among themselves. `ours`: what names us, what we said, and what was said in its conversation. */
export const RETENTION_KINDS = ['talk', 'ours'] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** What one setting lets go of on one site. */
export interface Letting {
  pattern: string;
  site: string;
  kind: RetentionKind;
  days: number;
  /** Posts older than this go. */
  before: number;
  posts: number;
  /** Older too, and kept for their notes. */
  noted: number;
  /** When it first acts; null once it has been shown long enough. */
  from: number | null;
}

type WithSites = Pick<Settings, 'sites'>;

/** How many days a kind is kept on a site; null = for ever. */
export function daysOf(setting: SiteSetting, kind: RetentionKind): number | null {
  return kind === 'ours' && setting.retentionOursDays !== undefined ? setting.retentionOursDays : setting.retentionDays;
}

/** What would go now. Walks what is old only. */
export async function planRetention(db: TertuliaDatabase, settings: WithSites, now = Date.now()): Promise<Letting[]> {
  const agreed = await readAgreed(db);
  const plan: Letting[] = [];
  for (const { site, setting } of await sitesOf(db, settings)) {
    for (const kind of RETENTION_KINDS) {
      const days = daysOf(setting, kind);
      if (days === null) continue;
      const before = now - days * DAY;
      let posts = 0;
      let noted = 0;
      for await (const old of pagesOf(db, site, before)) {
        const ofKind = await ofThisKind(db, old, kind);
        const left = await withoutNotes(db, ofKind);
        posts += left.length;
        noted += ofKind.length - left.length;
      }
      const since = agreed[signature(setting, kind)];
      const from = since === undefined ? now + NOTICE : since + NOTICE > now ? since + NOTICE : null;
      plan.push({ pattern: setting.pattern, site, kind, days, before, posts, noted, from });
    }
  }
  return plan;
}

export interface RetentionOptions {
  now?: number;
  signal?: AbortSignal;
}

/**
 * The alarm's work. A setting that would let go of something for the first time is only announced; gives how many posts
 * went, and how many are announced.
 */
export async function applyRetention(
  db: TertuliaDatabase,
  settings: WithSites,
  { now = Date.now(), signal }: RetentionOptions = {},
): Promise<{ removed: number; announced: number }> {
  const agreed = await readAgreed(db);
  const still: Record<string, number> = {};
  let removed = 0;
  let announced = 0;
  for (const { pattern, site, kind, before, posts } of await planRetention(db, settings, now)) {
    const setting = settings.sites.find((one) => one.pattern === pattern);
    if (!setting || signal?.aborted) continue;
    const sign = signature(setting, kind);
    const since = agreed[sign];
    if (since === undefined && posts === 0) continue;
    still[sign] = since ?? now;
    if ((still[sign] ?? now) + NOTICE > now) announced += posts;
    else if (posts > 0) removed += await letGo(db, site, kind, before, signal);
  }
  await db.meta.put({ name: AGREED, value: JSON.stringify(still) });
  if (removed > 0) await db.meta.put(scrubbingIsOwed);
  return { removed, announced };
}

async function letGo(
  db: TertuliaDatabase,
  site: string,
  kind: RetentionKind,
  before: number,
  signal: AbortSignal | undefined,
): Promise<number> {
  let removed = 0;
  for await (const old of pagesOf(db, site, before)) {
    if (signal?.aborted) break;
    const keys = old.map(({ key }) => key);
    // Chosen anew inside the transaction: a note may have been written since.
    removed += await removeSome(db, async () => {
      const held = await db.posts.where('key').anyOf(keys).toArray();
      return withoutNotes(db, await ofThisKind(db, held, kind));
    });
  }
  return removed;
}

/** Sites heard, with the setting that covers where they were heard. */
async function sitesOf(db: TertuliaDatabase, settings: WithSites): Promise<{ site: string; setting: SiteSetting }[]> {
  const health = await db.health.toArray();
  return health.flatMap(({ site, origin }) => {
    const setting = origin ? settings.sites.find(({ pattern }) => covers(pattern, `${origin}/`)) : undefined;
    return setting ? [{ site, setting }] : [];
  });
}

/** Old posts of a site in time order, a page at a time; what stays is passed over by time and key. */
async function* pagesOf(db: TertuliaDatabase, site: string, before: number): AsyncGenerator<Post[]> {
  let after = -Infinity;
  let seen = new Set<string>();
  for (;;) {
    const rows = await db.posts
      .where('[site+at]')
      .between([site, after], [site, before], true, false)
      .limit(POSTS_A_BATCH + seen.size)
      .toArray();
    const fresh = rows.filter(({ key }) => !seen.has(key));
    const last = fresh.at(-1);
    if (!last) return;
    seen = new Set([
      ...(last.at === after ? seen : []),
      ...fresh.filter(({ at }) => at === last.at).map(({ key }) => key),
    ]);
    after = last.at;
    yield fresh;
  }
}

/** Posts of conversations that concern us are of the kind `ours`, whoever wrote them: half of one would be no use. */
async function ofThisKind(db: TertuliaDatabase, posts: readonly Post[], kind: RetentionKind): Promise<Post[]> {
  const keys = [...new Set(posts.map(({ threadKey }) => threadKey))];
  const threads = await db.threads.bulkGet(keys);
  const concerning = new Set(threads.flatMap((thread) => (thread?.concernsUs === 1 ? [thread.key] : [])));
  return posts.filter(({ threadKey }) => concerning.has(threadKey) === (kind === 'ours'));
}

async function withoutNotes(db: TertuliaDatabase, posts: readonly Post[]): Promise<Post[]> {
  const targets = posts.map(({ key }) => `post:${key}`);
  const notes = await db.notes.where('target').anyOf(targets).toArray();
  // What a rule tagged nobody wrote: it keeps nothing.
  const noted = new Set(notes.flatMap(({ target, rule }) => (rule === undefined ? target : [])));
  return posts.filter(({ key }) => !noted.has(`post:${key}`));
}

/** Another number of days is another setting, and is shown anew. */
function signature(setting: SiteSetting, kind: RetentionKind): string {
  return `${setting.pattern} ${kind} ${daysOf(setting, kind)}`;
}

async function readAgreed(db: TertuliaDatabase): Promise<Record<string, number>> {
  const row = await db.meta.get(AGREED);
  const value: unknown = typeof row?.value === 'string' ? JSON.parse(row.value) : {};
  return value instanceof Object ? (value as Record<string, number>) : {};
}
