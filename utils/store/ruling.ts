/** Rules at work: on posts just read, and on what is stored when the user asks for it. One transaction decides and writes. */
import type { Care, Note, Rule, Ruled, StateRow } from '../core/desk';
import type { Post, PostKey } from '../core/post';
import { asks, asksBeside, prepare } from '../core/query';
import type { Reading } from '../core/reading';
import { isDue, type ReadyRule, readyRule, type Touch, touchOf } from '../core/rules';
import { countRemoved } from './ledger';
import { notesForMany } from './notes';
import { allRules } from './rules';
import type { TertuliaDatabase } from './schema';
import { settleTurns, turnTables } from './turns';

/** Every table that ruling reads or writes. */
export function rulingTables(db: TertuliaDatabase) {
  return [...turnTables(db), db.notes, db.rules, db.ruled, db.cares, db.watches];
}

/** What was there before a rule was applied by hand: enough to take it back. */
export interface BeforeRule {
  postKeys: PostKey[];
  states: (StateRow | undefined)[];
  cares: (Care | undefined)[];
  ruled: (Ruled | undefined)[];
  /** Notes that were made. */
  notes: string[];
}

/** Lets the rules that are on touch posts that were just read. Gives how many were touched. */
export async function rulePosts(db: TertuliaDatabase, keys: readonly PostKey[], now: number): Promise<number> {
  if ((await db.rules.count()) === 0 || keys.length === 0) return 0;
  return db.transaction('rw', rulingTables(db), async () => {
    const [rules, watches] = await Promise.all([allRules(db), db.watches.toArray()]);
    const ready = rules.filter(({ on }) => on).flatMap((rule) => readyRule(rule, watches) ?? []);
    if (ready.length === 0) return 0;
    const oldest = Math.min(...ready.map(({ rule }) => rule.at));
    const posts = (await db.posts.bulkGet([...keys])).filter((post) => post !== undefined);
    const touches = await touchesOf(
      db,
      ready,
      posts.filter(({ firstSeenAt }) => firstSeenAt >= oldest),
      now,
      isDue,
    );
    await write(db, touches, now);
    return touches.length;
  });
}

/** Applies one rule to posts the user chose, whenever they were seen. No word is said of them. */
export async function applyRule(
  db: TertuliaDatabase,
  rule: Rule,
  keys: readonly PostKey[],
  now = Date.now(),
): Promise<BeforeRule> {
  return db.transaction('rw', rulingTables(db), async () => {
    const ready = readyRule(rule, await db.watches.toArray());
    const posts = (await db.posts.bulkGet([...keys])).filter((post) => post !== undefined);
    const found = ready ? await touchesOf(db, [ready], posts, now) : [];
    const touches = found.map(({ tell: _quiet, ...touch }): Touch => touch);
    const postKeys = touches.map(({ post }) => post.key);
    const [states, cares, ruled] = await Promise.all([
      db.states.bulkGet(postKeys),
      db.cares.bulkGet(postKeys),
      db.ruled.bulkGet(postKeys),
    ]);
    const notes = await write(db, touches, now);
    return { postKeys, states, cares, ruled, notes };
  });
}

/** Undo of `applyRule`. */
export async function takeBackRule(db: TertuliaDatabase, before: BeforeRule, now = Date.now()): Promise<void> {
  const { postKeys, states, cares, ruled, notes } = before;
  await db.transaction('rw', rulingTables(db), async () => {
    const here = (await db.notes.bulkGet(notes)).filter((note) => note !== undefined);
    await Promise.all([
      db.notes.bulkDelete(notes),
      putBack(db.states, postKeys, states),
      putBack(db.cares, postKeys, cares),
      putBack(db.ruled, postKeys, ruled),
    ]);
    await countRemoved(db, 'notes', here.length);
    await settle(db, await db.posts.bulkGet(postKeys), now);
  });
}

interface Rows<Row> {
  bulkDelete(keys: string[]): PromiseLike<unknown>;
  bulkPut(rows: Row[]): PromiseLike<unknown>;
}

async function putBack<Row>(table: Rows<Row>, keys: readonly string[], rows: readonly (Row | undefined)[]) {
  await table.bulkDelete([...keys]);
  await table.bulkPut(rows.filter((row) => row !== undefined));
}

/** What these rules change of these posts, without writing: a trial is this and no more. */
export async function touchesOf(
  db: TertuliaDatabase,
  rules: readonly ReadyRule[],
  all: readonly Post[],
  now: number,
  may: (rule: ReadyRule, post: Post) => boolean = () => true,
): Promise<Touch[]> {
  const { posts, readings } = await likely(db, rules, all);
  if (posts.length === 0) return [];
  const keys = posts.map(({ key }) => key);
  const [states, cares, ruled, notes] = await Promise.all([
    db.states.bulkGet(keys),
    db.cares.bulkGet(keys),
    db.ruled.bulkGet(keys),
    notesForMany(
      db,
      keys.map((key) => `post:${key}` as const),
    ),
  ]);
  return posts.flatMap((post, i) => {
    const own = notes.get(`post:${post.key}`) ?? [];
    const beside = besideOf(readings[i], own, cares[i]);
    const held = {
      state: states[i],
      care: cares[i],
      ruled: ruled[i],
      tags: new Set(own.flatMap(({ tags }) => tags)),
    };
    const due = rules.filter((rule) => may(rule, post));
    return touchOf(due, post, beside, held, now) ?? [];
  });
}

/** Posts that some rule may ask for, by what they are alone: most are not, and of them nothing more is looked up. */
async function likely(db: TertuliaDatabase, rules: readonly ReadyRule[], posts: readonly Post[]) {
  const needs = rules.map(({ query }) => asksBeside(query));
  const found = needs.some(({ reading }) => reading) ? await db.readings.bulkGet(posts.map(({ key }) => key)) : [];
  const kept = posts.flatMap((post, i) => {
    const prepared = prepare(post);
    const fits = rules.some(({ query }, rule) => needs[rule]?.decided || asks(query, prepared, { reading: found[i] }));
    return fits ? [{ post, reading: found[i] }] : [];
  });
  return { posts: kept.map(({ post }) => post), readings: kept.map(({ reading }) => reading) };
}

function besideOf(reading: Reading | undefined, notes: readonly Note[], care: Care | undefined) {
  return { reading, hasNote: notes.length > 0, assignee: care?.assignee };
}

/** Gives the ids of the notes that were made. */
async function write(db: TertuliaDatabase, touches: readonly Touch[], now: number): Promise<string[]> {
  if (touches.length === 0) return [];
  const before = await db.ruled.bulkGet(touches.map(({ post }) => post.key));
  const ruled = touches.map(({ post, rules, tell }, i): Ruled => {
    const old = before[i];
    return {
      postKey: post.key,
      rules: [...(old?.rules ?? []), ...rules],
      at: now,
      ...((tell || old?.tell) && { tell: 1 }),
    };
  });
  const notes = touches.flatMap(({ post, tags }) =>
    tags.map(
      (one): Note => ({
        id: crypto.randomUUID(),
        target: `post:${post.key}`,
        text: '',
        tags: one.tags,
        rule: one.rule,
        createdAt: now,
        updatedAt: now,
      }),
    ),
  );
  const stated = touches.filter(({ state }) => state !== undefined);
  await Promise.all([
    db.ruled.bulkPut(ruled),
    db.notes.bulkPut(notes),
    db.states.bulkPut(stated.flatMap(({ state }) => state ?? [])),
    db.cares.bulkPut(touches.flatMap(({ care }) => care ?? [])),
  ]);
  await settle(
    db,
    stated.map(({ post }) => post),
    now,
  );
  return notes.map(({ id }) => id);
}

async function settle(db: TertuliaDatabase, posts: readonly (Post | undefined)[], now: number): Promise<void> {
  const here = posts.filter((post) => post !== undefined);
  await settleTurns(
    db,
    here.map(({ threadKey }) => threadKey),
    now,
    here,
  );
}
