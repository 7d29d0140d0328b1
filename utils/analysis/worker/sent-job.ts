/**
 * Looks at what we sent since the last time: ties each reply to what it answers and to the draft it came from, spots its
 * promises, and sees which older promises it kept. Runs with the reading, so that whoever reads also follows up.
 */
import type { AnsweredPair } from '../../core/draft';
import type { AccountKey, Post, PostKey } from '../../core/post';
import type { OurPromise, PutDraft } from '../../core/promise';
import { draftOf, printOf, promisesOf, settledBy } from '../../replies/sent';
import type { TertuliaDatabase } from '../../store/schema';
import { keepLooked, type Looked, ourReplies, promisesIn } from '../../store/sent';

const DAY = 86_400_000;
/** Older replies are neither linked nor searched for promises: their time has passed. */
const LOOKED_BACK = 30 * DAY;
/** Replies a run looks at: the newest. A first visit to a site where we have spoken for years must not hold up the reading. */
const MOST = 1_000;

export async function lookAtSent(db: TertuliaDatabase, { now }: { now: number }): Promise<number> {
  const replies = (await ourReplies(db, now - LOOKED_BACK)).slice(-MOST);
  const posts = await db.posts.bulkGet(replies.map(({ key }) => key));
  const fresh = replies.flatMap(({ sent }, i) => {
    const post = posts[i];
    return post && sent?.print !== printOf(post) ? [post] : [];
  });
  if (fresh.length > 0) {
    const puts = new Map((await db.putDrafts.toArray()).map((put) => [put.id, put]));
    for (const reply of fresh.sort((a, b) => a.at - b.at)) {
      const looked = await look(db, reply, [...puts.values()], now);
      if (looked.put) puts.delete(looked.put.id);
      await keepLooked(db, looked, now);
    }
  }
  await dropOldPuts(db, now);
  await settlePromises(db, posts.filter((post) => post !== undefined)); // biome-ignore format: one step
  return fresh.length;
}

async function look(db: TertuliaDatabase, reply: Post, puts: readonly PutDraft[], now: number): Promise<Looked> {
  const [before, said] = await Promise.all([
    db.sent.get(reply.key),
    reply.parentKey ? db.posts.get(reply.parentKey) : undefined,
  ]);
  const became = draftOf(reply, puts);
  const draft = became
    ? { text: became.put.text, source: became.put.source, at: became.put.at, kept: became.kept }
    : before?.draft;
  const parent = said?.ours === 0 ? said : undefined;
  const byDraft = became
    ? await db.posts.get(became.put.post)
    : before?.answers && (await db.posts.get(before.answers));
  const answered = parent ?? (byDraft || undefined);
  return {
    sent: {
      key: reply.key,
      print: printOf(reply),
      answers: answered?.key ?? null,
      at: reply.at,
      ...(draft && { draft }),
    },
    put: became?.put ?? null,
    promises: answered ? promisesOf(reply, answered, now) : [],
    pair: answered && !parent ? pairOf(reply, answered) : null,
    heardAt: reply.firstSeenAt,
  };
}

function pairOf(reply: Post, answered: Post): AnsweredPair {
  return {
    id: reply.key,
    at: reply.at,
    person: answered.author.name,
    message: answered.text,
    reply: reply.text,
    lang: reply.lang ?? answered.lang,
    outcome: null,
  };
}

/** A draft that became nothing is forgotten. */
async function dropOldPuts(db: TertuliaDatabase, now: number): Promise<void> {
  await db.putDrafts.where('at').below(now - LOOKED_BACK).delete(); // biome-ignore format: one step
}

/** Promises that a later word of ours kept, or whose case was put to Done after they were taken on. */
async function settlePromises(db: TertuliaDatabase, ours: readonly Post[]): Promise<void> {
  const promises = [...(await promisesIn(db, 'open')), ...(await promisesIn(db, 'proposed'))];
  if (promises.length === 0) return;
  const states = await db.states.bulkGet(promises.map(({ post }) => post));
  const addressee = await addressees(db, promises, ours);
  const settled = promises.flatMap((promise, i) => {
    const state = states[i];
    if (promise.state === 'open' && state?.state === 'done' && state.setAt >= (promise.settledAt ?? 0)) {
      return { ...promise, state: 'kept' as const, settledAt: state.setAt };
    }
    const toThem = ours.filter(
      ({ key, threadKey }) => threadKey === promise.threadKey && addressee.get(key) === promise.authorKey,
    );
    return settledBy(promise, toThem) ?? [];
  });
  await db.transaction('rw', db.promises, async () => {
    for (const one of settled) {
      // Decided on meanwhile, in another window: that stays.
      const held = await db.promises.get(one.id);
      if (held?.state === 'open' || held?.state === 'proposed') await db.promises.put(one);
    }
  });
}

/** Our replies in conversations that hold promises → whom each answers. */
async function addressees(
  db: TertuliaDatabase,
  promises: readonly OurPromise[],
  ours: readonly Post[],
): Promise<Map<PostKey, AccountKey>> {
  const threads = new Set(promises.map(({ threadKey }) => threadKey));
  const replies = ours.filter(({ threadKey }) => threads.has(threadKey));
  const sent = await db.sent.bulkGet(replies.map(({ key }) => key));
  const answered = await db.posts.bulkGet(sent.map((one) => one?.answers ?? ''));
  return new Map(
    replies.flatMap(({ key }, i) => {
      const to = answered[i];
      return to ? [[key, to.authorKey] as const] : [];
    }),
  );
}
