/** What the desk says beside the words: what each conversation needs, and whom we hear for the first time. Asked after the first paint. */
import type { AccountKey, Post, PostKey, ThreadKey } from '../core/post';
import type { Reading } from '../core/reading';
import type { TertuliaDatabase } from '../store/db';
import { localDay } from '../store/exposure';
import { theirOthers } from './desk-page';
import { type ConversationGroup, type DeskRow, type GroupNeed, waitElsewhere, waitingPeople } from './desk-rows';
import type { DeskTab } from './router';

export interface DeskDetails {
  needs: Map<ThreadKey, GroupNeed>;
  firstHeard: Set<AccountKey>;
  /** The first row of each who waits in other conversations too, and in how many; undefined until that is known. */
  elsewhere: Map<PostKey, number> | undefined;
}

export const NO_DETAILS: DeskDetails = { needs: new Map(), firstHeard: new Set(), elsewhere: undefined };

/** Conversations looked into; those further down are said when one gets there. */
const LOOKED_INTO = 40;
/** Whoever has gone further down than this sees most of what somebody has there. */
const MOST_ROWS = 500;
/** Two people with harsh words among this many last posts are arguing. */
const LAST_POSTS = 12;
const HARSH = 0.5;
/** Everybody is heard for the first time during the first days on a site: then it says nothing. */
const SETTLING_DAYS = 3;
const DAY = 86_400_000;

/** `beyond`: the tab, where more stands on it than is shown. */
export async function deskDetails(
  db: TertuliaDatabase,
  groups: readonly ConversationGroup[],
  beyond: DeskTab | null,
): Promise<DeskDetails> {
  const near = groups.slice(0, LOOKED_INTO);
  const posts = near.flatMap((group) => group.rows.map((row) => row.post));
  const rows = groups.flatMap((group) => group.rows);
  const [answered, heated, firstHeard, others] = await Promise.all([
    answeredOf(db, posts),
    heatedOf(db, near),
    firstHeardOf(db, posts),
    beyond && rows.length <= MOST_ROWS ? theirOthers(db, beyond, rows) : [],
  ]);
  const needs = new Map<ThreadKey, GroupNeed>();
  for (const group of near) {
    const people = waitingPeople(group.rows).length;
    const nobody = group.rows.every((row) => !answered.has(row.post.key));
    needs.set(
      group.id,
      heated.has(group.id)
        ? { kind: 'heated' }
        : people > 1
          ? { kind: 'people', count: people }
          : nobody
            ? { kind: 'unanswered' }
            : null,
    );
  }
  return { needs, firstHeard, elsewhere: elsewhereOf(rows, others) };
}

function elsewhereOf(rows: readonly DeskRow[], others: readonly Post[]): Map<PostKey, number> {
  const personOf = new Map(rows.flatMap(({ person }) => person?.accounts.map((account) => [account, person]) ?? []));
  const below = others.map((post) => ({
    post,
    reading: null,
    state: null,
    person: personOf.get(post.authorKey) ?? null,
  }));
  return waitElsewhere([...rows, ...below]);
}

/** Which of these posts somebody has answered. */
async function answeredOf(db: TertuliaDatabase, posts: readonly Post[]): Promise<Set<PostKey>> {
  const keys = posts.map(({ key }) => key);
  const firsts = await Promise.all(keys.map((key) => db.posts.where('parentKey').equals(key).limit(1).primaryKeys()));
  return new Set(keys.filter((_, at) => firsts[at]?.length));
}

async function heatedOf(db: TertuliaDatabase, groups: readonly ConversationGroup[]): Promise<Set<ThreadKey>> {
  const heated = new Set<ThreadKey>();
  const found = await Promise.all(
    groups
      .filter((group) => !group.alone)
      .map(async (group) => {
        const keys = await db.posts.where('threadKey').equals(group.id).limit(200).primaryKeys();
        return { group, readings: await db.readings.bulkGet(keys) };
      }),
  );
  for (const { group, readings } of found) {
    const harsh = readings.filter((reading): reading is Reading => (reading?.intents.offence ?? 0) >= HARSH);
    if (harsh.length < 2) continue;
    const last = (await db.posts.bulkGet(harsh.map((reading) => reading.key)))
      .filter((post): post is Post => post !== undefined && !post.ours)
      .sort((a, b) => b.at - a.at)
      .slice(0, LAST_POSTS);
    if (new Set(last.map((post) => post.authorKey)).size > 1) heated.add(group.id);
  }
  return heated;
}

async function firstHeardOf(db: TertuliaDatabase, posts: readonly Post[]): Promise<Set<AccountKey>> {
  const sites = new Set(posts.map((post) => post.site));
  const listeningSince = new Map(
    await Promise.all(
      [...sites].map(async (site) => {
        const first = await db.exposure.where('[site+day]').between([site, ''], [site, '\uffff']).first();
        return [site, first?.day ?? '9999'] as const;
      }),
    ),
  );
  const settled = posts.filter(
    (post) => localDay(post.firstSeenAt - SETTLING_DAYS * DAY) >= (listeningSince.get(post.site) ?? '9999'),
  );
  const authors = [...new Set(settled.map((post) => post.authorKey))];
  const counts = await Promise.all(
    authors.map((author) => db.posts.where('authorKey').equals(author).limit(2).primaryKeys()),
  );
  const first = authors.filter((_, index) => counts[index]?.length === 1);
  // Where most are new to us, saying so of each says nothing.
  return new Set(first.length > 2 && first.length * 2 > authors.length ? [] : first);
}
