/** Which posts still have to be read. Who has listened for years has read all but the last few: only those are asked for. */
import type { PostKey } from '../../core/post';
import type { TertuliaDatabase } from '../../store/schema';

/** Newest posts whose readings are checked against what they rest on. */
const CHECKED = 500;
/** Posts may be kept a little later than they were heard, ms: as far back one looks again. */
const LATE_MS = 600_000;
/** All is counted now and again, ms, so that nothing a clock or another program has put out of order stays unread. */
const COUNT_AFTER_MS = 3_600_000;

/** How far reading has come: with which model, through what was heard until when, and when all was last counted. */
interface Caught {
  version: string;
  until: number;
  countedAt: number;
}
const CURSOR = 'cursor:read';

export interface Pending {
  /** Most pressing first: what was said to us, then the newest; then the newest that were read, to be checked. */
  keys: PostKey[];
  /** To be called once all of them were read. */
  done(): Promise<void>;
}

/** @param version of the model: readings of another are made again. */
export async function pendingOf(db: TertuliaDatabase, version: string, now: number): Promise<Pending> {
  const [caught, last] = await Promise.all([readCaught(db), db.posts.orderBy('firstSeenAt').last()]);
  const until = last?.firstSeenAt ?? 0;
  const goesOn = caught?.version === version && now >= caught.countedAt && now - caught.countedAt < COUNT_AFTER_MS;
  const keys = goesOn ? await heardSince(db, version, caught.until - LATE_MS) : await unread(db, version);
  return {
    keys,
    async done() {
      if (goesOn && until === caught.until) return;
      const value: Caught = { version, until, countedAt: goesOn ? caught.countedAt : now };
      await db.meta.put({ name: CURSOR, value: JSON.stringify(value) });
    },
  };
}

async function readCaught(db: TertuliaDatabase): Promise<Caught | null> {
  const row = await db.meta.get(CURSOR);
  return row?.name === CURSOR ? (JSON.parse(String(row.value)) as Caught) : null;
}

/** What came since, and what was read by another model or has been corrected. */
async function heardSince(db: TertuliaDatabase, version: string, since: number): Promise<PostKey[]> {
  const [heard, before, after, newest] = await Promise.all([
    db.posts.where('firstSeenAt').aboveOrEqual(since).primaryKeys(),
    db.readings.where('version').below(version).primaryKeys(),
    db.readings.where('version').above(version).primaryKeys(),
    db.posts.orderBy('at').reverse().limit(CHECKED).primaryKeys(),
  ]);
  const all = [...heard.reverse(), ...before, ...after];
  // Few are read in a moment, whatever their order.
  const mentions = all.length > CHECKED ? new Set(await mentionKeys(db)) : null;
  const ordered = mentions ? [...all.filter((key) => mentions.has(key)), ...all] : all;
  return [...new Set([...ordered, ...newest])];
}

/** All that has no reading of this version. Where nothing is behind only counting is needed, however many are held. */
async function unread(db: TertuliaDatabase, version: string): Promise<PostKey[]> {
  const isCurrent = db.readings.where('version').equals(version);
  const newest = db.posts.orderBy('at').reverse();
  const [posts, current] = await Promise.all([db.posts.count(), isCurrent.count()]);
  if (posts === current) return newest.limit(CHECKED).primaryKeys();
  const [mentions, all, read] = await Promise.all([mentionKeys(db), newest.primaryKeys(), isCurrent.primaryKeys()]);
  const done = new Set(read);
  const fresh = all.slice(0, CHECKED).filter((key) => done.has(key));
  return [...new Set([...mentions, ...all].filter((key) => !done.has(key)).concat(fresh))];
}

function mentionKeys(db: TertuliaDatabase): Promise<PostKey[]> {
  const mentions = db.posts.where('[mention+at]').between([1, Number.NEGATIVE_INFINITY], [1, Number.POSITIVE_INFINITY]);
  return mentions.reverse().primaryKeys() as Promise<PostKey[]>;
}
