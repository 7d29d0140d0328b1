/** What the exchanges of a community say of its relations: newcomers, welcomers, relations that cool. Each with its reason. */

/** A post as far as relations need it. */
export interface Said {
  key: string;
  parent: string | null;
  author: string;
  at: number;
  ours: boolean;
}

export interface Newcomer {
  account: string;
  post: string;
  at: number;
}

export interface Cooling {
  account: string;
  /** The last word between us. */
  lastAt: number;
  /** The usual time from one word to the next. */
  usual: number;
  times: number;
  /** Days the user set; absent where it cooled against its own past. */
  rhythm?: number;
}

export interface Relations {
  /** First words without an answer, the newest first. */
  unanswered: Newcomer[];
  /** Who answered how many first words of others. */
  welcomers: Map<string, number>;
  /** Whom we spoke with more than is now so. */
  cooling: Cooling[];
  /** Words from us to them and from them to us. */
  withUs: Map<string, { theirs: number; ours: number }>;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A first post may wait so long. */
export const WELCOME_AFTER = 4 * HOUR;
/** Older ones are history. */
const STILL_NEW = 30 * DAY;
/** Words needed before one can say that a relation has a pace. */
const ENOUGH = 4;

export function relationsOf(
  said: readonly Said[],
  now: number,
  rhythms: ReadonlyMap<string, number> = new Map(),
): Relations {
  const byKey = new Map(said.map((post) => [post.key, post]));
  const order = [...said].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  const firsts = new Map<string, Said>();
  const answers = new Map<string, Said>();
  const withUs: Relations['withUs'] = new Map();
  const words = new Map<string, number[]>();
  const met = (account: string, at: number, who: 'theirs' | 'ours') => {
    const both = withUs.get(account) ?? { theirs: 0, ours: 0 };
    both[who]++;
    withUs.set(account, both);
    const times = words.get(account);
    if (times) times.push(at);
    else words.set(account, [at]);
  };
  for (const post of order) {
    if (!post.ours && !firsts.has(post.author)) firsts.set(post.author, post);
    const parent = post.parent === null ? undefined : byKey.get(post.parent);
    if (!parent || parent.author === post.author) continue;
    if (!answers.has(parent.key)) answers.set(parent.key, post);
    if (post.ours && !parent.ours) met(parent.author, post.at, 'ours');
    if (!post.ours && parent.ours) met(post.author, post.at, 'theirs');
  }
  const unanswered: Newcomer[] = [];
  const welcomers = new Map<string, number>();
  for (const [account, first] of firsts) {
    const answer = answers.get(first.key);
    if (!answer) {
      const waits = now - first.at;
      if (waits >= WELCOME_AFTER && waits < STILL_NEW) unanswered.push({ account, post: first.key, at: first.at });
    } else if (!answer.ours) welcomers.set(answer.author, (welcomers.get(answer.author) ?? 0) + 1);
  }
  unanswered.sort((a, b) => b.at - a.at);
  return { unanswered, welcomers, cooling: coolingOf(words, now, rhythms), withUs };
}

/**
 * Against their own past: silence more than three times as long as is usual, and two weeks at least. Where the user set a
 * rhythm that alone decides, and those come first.
 */
function coolingOf(
  words: ReadonlyMap<string, readonly number[]>,
  now: number,
  rhythms: ReadonlyMap<string, number>,
): Cooling[] {
  const found: Cooling[] = [];
  for (const [account, times] of words) {
    const gaps = times.slice(1).map((at, i) => at - times[i]!);
    gaps.sort((a, b) => a - b);
    const usual = Math.max(DAY, gaps[Math.floor(gaps.length / 2)] ?? 0);
    const lastAt = times[times.length - 1]!;
    const one = { account, lastAt, usual, times: times.length };
    const rhythm = rhythms.get(account);
    if (rhythm !== undefined) {
      if (now - lastAt > rhythm * DAY) found.push({ ...one, rhythm });
    } else if (times.length >= ENOUGH && now - lastAt > Math.max(3 * usual, 14 * DAY)) found.push(one);
  }
  const isSet = ({ rhythm }: Cooling) => Number(rhythm !== undefined);
  return found.sort((a, b) => isSet(b) - isSet(a) || b.times - a.times || b.lastAt - a.lastAt);
}
