/** The figures of "Are we ready?". Each says of how many it speaks, and is unknown rather than 0 where too little was seen. */
import type { PostKey } from '../core/post';
import type { Index, Period, TalkHistory, Utterance } from './history';
import type { WorkClock } from './hours';

const DAY = 86_400_000;
export const COVERAGE_DAYS = 7;
const REGULAR_POSTS = 4;
const REGULAR_DAYS = 90;
const TOP = 10;

/** How many cases it takes before a figure says anything. */
export const NEEDS = {
  answers: 10,
  asked: 10,
  promises: 3,
  newcomers: 3,
  ours: 10,
  talk: 20,
  people: 12,
  regulars: 3,
} as const;

export interface Figure<Value> {
  /** null: not enough seen yet. */
  value: Value | null;
  /** Cases it counts, and how many it takes. */
  has: number;
  needs: number;
  /** The posts behind it, the telling ones first. */
  behind: PostKey[];
}

export interface Figures {
  response: Figure<{ median: number; p90: number; answered: number; asked: number }>;
  coverage: Figure<{ covered: number; asked: number }>;
  promises: Figure<{ kept: number; due: number }>;
  newcomers: Figure<{ answered: number; byUs: number; came: number }>;
  person: Figure<{ toPeople: number; broadcast: number }>;
  listening: Figure<{ heard: number; said: number }>;
  oneOfUs: Figure<{ account: string; theirs: number; answers: number }>;
  top: Figure<{ share: number; people: number; posts: number }>;
  regulars: Figure<{ lost: number; regulars: number; returned: number }>;
  hours: Figure<{ outside: number; asked: number; grid: HourCell[] }>;
}

/** An hour of the week: from Monday, 0:00 on. */
export interface HourCell {
  day: number;
  hour: number;
  posts: number;
  /** How many of them came while nobody was there. */
  outside: number;
}

function figure<Value>(has: number, needs: number, behind: readonly Utterance[], value: () => Value): Figure<Value> {
  return { value: has >= needs ? value() : null, has, needs, behind: behind.map(({ key }) => key) };
}

export function figuresOf(history: TalkHistory, index: Index, period: Period, clock: WorkClock): Figures {
  const within = history.utterances.filter(({ at }) => at >= period.from && at < period.to);
  const asked = within.filter(({ asks }) => asks);
  const ours = within.filter((one) => one.ours);
  const theirs = within.filter((one) => !one.ours);
  return {
    response: response(asked, index, clock),
    coverage: coverage(asked, index, period),
    promises: promises(history, period),
    newcomers: newcomers(theirs, index),
    person: personToPerson(ours, index),
    listening: figure(ours.length + theirs.length, NEEDS.talk, theirs, () => ({
      heard: theirs.length,
      said: ours.length,
    })),
    oneOfUs: oneOfUs(ours, index),
    top: topShare(theirs),
    regulars: regulars(theirs, index, period),
    hours: hours(asked, clock),
  };
}

/** First answer, within our hours, by one of us: the author is somebody else always. */
export function firstAnswer(post: Utterance, index: Index): Utterance | undefined {
  return index.answers.get(post.key)?.[0];
}

function response(asked: readonly Utterance[], index: Index, clock: WorkClock): Figures['response'] {
  const waits = asked.flatMap((post) => {
    const answer = firstAnswer(post, index);
    return answer ? [{ post, ms: clock.between(post.at, answer.at) }] : [];
  });
  waits.sort((a, b) => b.ms - a.ms);
  const behind = waits.map(({ post }) => post);
  return figure(waits.length, NEEDS.answers, behind, () => {
    const times = waits.map(({ ms }) => ms).reverse();
    return { median: quantile(times, 0.5), p90: quantile(times, 0.9), answered: waits.length, asked: asked.length };
  });
}

/** The smallest value that at least this share does not pass. `sorted` from small to large. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** Only those whose seven days are over, or that were answered before. */
function coverage(asked: readonly Utterance[], index: Index, { to }: Period): Figures['coverage'] {
  const isCovered = (post: Utterance) => {
    const answer = firstAnswer(post, index);
    return answer !== undefined && answer.at - post.at <= COVERAGE_DAYS * DAY;
  };
  const ripe = asked.filter((post) => isCovered(post) || post.at + COVERAGE_DAYS * DAY <= to);
  const missed = ripe.filter((post) => !isCovered(post));
  return figure(ripe.length, NEEDS.asked, [...missed, ...ripe.filter(isCovered)], () => ({
    covered: ripe.length - missed.length,
    asked: ripe.length,
  }));
}

function promises({ promises: all }: TalkHistory, { from, to }: Period): Figures['promises'] {
  const due = all.filter(
    ({ due, state }) => due !== null && due >= from && due < to && (state === 'open' || state === 'kept'),
  );
  const kept = due.filter(({ state, settledAt, due: day }) => state === 'kept' && (settledAt ?? 0) <= (day ?? 0));
  const late = due.filter((one) => !kept.includes(one));
  return {
    value: due.length >= NEEDS.promises ? { kept: kept.length, due: due.length } : null,
    has: due.length,
    needs: NEEDS.promises,
    behind: [...late, ...kept].map(({ post }) => post),
  };
}

/** Those whose first word ever seen falls into the period: did anybody answer it, and was it us? */
function newcomers(theirs: readonly Utterance[], index: Index): Figures['newcomers'] {
  const came = theirs.filter((post) => index.byAuthor.get(post.author)?.[0] === post);
  const byUs = came.filter(
    (post) => index.answers.has(post.key) || index.replies.get(post.key)?.some(({ ours }) => ours),
  );
  const answered = came.filter((post) => byUs.includes(post) || index.replies.has(post.key));
  const alone = came.filter((post) => !answered.includes(post));
  return figure(came.length, NEEDS.newcomers, [...alone, ...answered], () => ({
    answered: answered.length,
    byUs: byUs.length,
    came: came.length,
  }));
}

/** Answers to somebody, against what we put out and nobody replied to. What we put out and people talk about is neither. */
function personToPerson(ours: readonly Utterance[], index: Index): Figures['person'] {
  const answering = new Set([...index.answers.values()].flat().map(({ key }) => key));
  const toPeople = ours.filter((post) => answering.has(post.key));
  const broadcast = ours.filter(
    (post) => !answering.has(post.key) && post.parent === null && !index.replies.has(post.key),
  );
  return figure(toPeople.length + broadcast.length, NEEDS.ours, [...broadcast, ...toPeople], () => ({
    toPeople: toPeople.length,
    broadcast: broadcast.length,
  }));
}

function oneOfUs(ours: readonly Utterance[], index: Index): Figures['oneOfUs'] {
  const answering = new Set([...index.answers.values()].flat().map(({ key }) => key));
  const answers = ours.filter(({ key }) => answering.has(key));
  const [first] = counted(answers);
  return figure(
    answers.length,
    NEEDS.answers,
    answers.filter(({ author }) => author === first?.[0]),
    () => ({
      account: first?.[0] ?? '',
      theirs: first?.[1] ?? 0,
      answers: answers.length,
    }),
  );
}

/** Authors with how often they spoke, most first; equal ones by key, so that the same history gives the same figure. */
export function counted(posts: readonly Utterance[]): [author: string, posts: number][] {
  const counts = new Map<string, number>();
  for (const { author } of posts) counts.set(author, (counts.get(author) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** How much of the talk the ten who talk most make. */
function topShare(theirs: readonly Utterance[]): Figures['top'] {
  const people = counted(theirs);
  const top = people.slice(0, TOP);
  const names = new Set(top.map(([author]) => author));
  const enough = theirs.length >= NEEDS.talk ? people.length : 0;
  return figure(
    enough,
    NEEDS.people,
    theirs.filter(({ author }) => names.has(author)),
    () => ({
      share: top.reduce((sum, [, posts]) => sum + posts, 0) / theirs.length,
      people: people.length,
      posts: theirs.length,
    }),
  );
}

/** Regulars spoke four times in the 90 days before; lost: not once since. Returned: first word after 90 days of none. */
function regulars(theirs: readonly Utterance[], index: Index, { from, to }: Period): Figures['regulars'] {
  const before = from - REGULAR_DAYS * DAY;
  const lost: Utterance[] = [];
  const stayed: Utterance[] = [];
  let all = 0;
  for (const posts of index.byAuthor.values()) {
    if (posts[0]?.ours) continue;
    const earlier = posts.filter(({ at }) => at >= before && at < from);
    if (earlier.length < REGULAR_POSTS) continue;
    all++;
    const last = posts.findLast(({ at }) => at >= from && at < to);
    if (last) stayed.push(last);
    else lost.push(earlier.at(-1) as Utterance);
  }
  const returned = theirs.filter((post) => {
    const posts = index.byAuthor.get(post.author) ?? [];
    const previous = posts[posts.indexOf(post) - 1];
    return previous !== undefined && post.at - previous.at >= REGULAR_DAYS * DAY;
  });
  return figure(all, NEEDS.regulars, [...lost, ...returned, ...stayed], () => ({
    lost: lost.length,
    regulars: all,
    returned: new Set(returned.map(({ author }) => author)).size,
  }));
}

function hours(asked: readonly Utterance[], clock: WorkClock): Figures['hours'] {
  const grid: HourCell[] = Array.from({ length: 168 }, (_, i) => ({
    day: Math.floor(i / 24),
    hour: i % 24,
    posts: 0,
    outside: 0,
  }));
  const outside: Utterance[] = [];
  const inside: Utterance[] = [];
  for (const post of asked) {
    const { day, minute } = clock.place(post.at);
    const cell = grid[day * 24 + Math.floor(minute / 60)] as HourCell;
    cell.posts++;
    if (clock.isIn(post.at)) {
      inside.push(post);
      continue;
    }
    cell.outside++;
    outside.push(post);
  }
  return figure(asked.length, NEEDS.asked, [...outside, ...inside], () => ({
    outside: outside.length,
    asked: asked.length,
    grid,
  }));
}
