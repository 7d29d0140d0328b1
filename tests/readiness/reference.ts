/** The same figures worked out the slow and plain way, by people who never saw the other one. */
import type { OurHours } from '../../utils/core/settings';
import type { TalkHistory, Utterance } from '../../utils/readiness/history';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Minute by minute, asking the clock on the wall each time. */
export function slowBetween(hours: OurHours | null, from: number, to: number): number {
  if (!hours || hours.week.every((blocks) => blocks.length === 0)) return Math.max(0, to - from);
  let sum = 0;
  for (let at = from; at < to; at += MINUTE) if (slowIsIn(hours, at)) sum += MINUTE;
  return sum;
}

const formats = new Map<string, Intl.DateTimeFormat>();

export function slowPlace(zone: string, at: number): { day: number; minute: number } {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(zone, format);
  const [weekday, time] = format.format(at).replace(',', '').split(' ') as [string, string];
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  return { day: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(weekday), minute: hour * 60 + minute };
}

export function slowIsIn(hours: OurHours, at: number): boolean {
  const { day, minute } = slowPlace(hours.timeZone, at);
  return hours.week[day]!.some(([from, to]) => from <= minute && minute < to);
}

/** Which posts of ours answer a post, looking at everything each time. */
export function slowAnswers(all: readonly Utterance[], post: Utterance): Utterance[] {
  return all.filter((one) => one.ours && !post.ours && slowAnswered(all, one) === post.key);
}

function slowAnswered(all: readonly Utterance[], one: Utterance): string | null {
  const parent = all.find(({ key }) => key === one.parent);
  if (parent && parent.author !== one.author && parent.at <= one.at) return parent.key;
  if (one.parent !== null) return null;
  const before = all.slice(0, all.indexOf(one));
  const asked = before.filter((other) => other.asks && other.thread === one.thread);
  const isTaken = (other: Utterance) =>
    before.some((earlier) => earlier.ours && slowAnswered(all, earlier) === other.key);
  return asked.filter((other) => !isTaken(other)).at(-1)?.key ?? null;
}

export interface Slow {
  response: { median: number; p90: number; answered: number; asked: number };
  coverage: { covered: number; asked: number };
  newcomers: { answered: number; byUs: number; came: number };
  person: { toPeople: number; broadcast: number };
  listening: { heard: number; said: number };
  top: { people: number; posts: number; topPosts: number };
  regulars: { lost: number; regulars: number; returned: number };
  outside: number;
}

export function slowFigures({ utterances: all }: TalkHistory, from: number, to: number, hours: OurHours | null): Slow {
  const within = all.filter(({ at }) => from <= at && at < to);
  const asked = within.filter(({ asks }) => asks);
  const ours = within.filter((one) => one.ours);
  const theirs = within.filter((one) => !one.ours);
  const first = (post: Utterance) => slowAnswers(all, post)[0];
  const times = asked
    .filter((post) => first(post))
    .map((post) => slowBetween(hours, post.at, first(post)!.at))
    .sort((a, b) => a - b);
  const atShare = (share: number) => times.find((_, i) => (i + 1) / times.length >= share - 1e-12) ?? 0;
  const inTime = asked.filter((post) => first(post) && first(post)!.at - post.at <= 7 * DAY);
  const ripe = asked.filter((post) => inTime.includes(post) || post.at + 7 * DAY <= to);
  const replies = (post: Utterance) =>
    all.filter((one) => one.parent === post.key && one.author !== post.author && one.at >= post.at);
  const came = theirs.filter((post) => all.find(({ author }) => author === post.author) === post);
  const byUs = came.filter((post) => first(post) || replies(post).some((one) => one.ours));
  const answers = new Set(all.filter((post) => !post.ours).flatMap((post) => slowAnswers(all, post)));
  const authors = [...new Set(theirs.map(({ author }) => author))];
  const posts = (author: string) => theirs.filter((post) => post.author === author).length;
  const everyone = [...new Set(all.filter((one) => !one.ours).map(({ author }) => author))];
  const regulars = everyone.filter(
    (author) => all.filter((one) => one.author === author && one.at >= from - 90 * DAY && one.at < from).length >= 4,
  );
  return {
    response: { median: atShare(0.5), p90: atShare(0.9), answered: times.length, asked: asked.length },
    coverage: { covered: inTime.length, asked: ripe.length },
    newcomers: {
      answered: came.filter((post) => byUs.includes(post) || replies(post).length > 0).length,
      byUs: byUs.length,
      came: came.length,
    },
    person: {
      toPeople: ours.filter((post) => answers.has(post)).length,
      broadcast: ours.filter((post) => !answers.has(post) && post.parent === null && replies(post).length === 0).length,
    },
    listening: { heard: theirs.length, said: ours.length },
    top: {
      people: authors.length,
      posts: theirs.length,
      topPosts: authors
        .map(posts)
        .sort((a, b) => b - a)
        .slice(0, 10)
        .reduce((a, b) => a + b, 0),
    },
    regulars: {
      lost: regulars.filter((author) => posts(author) === 0).length,
      regulars: regulars.length,
      returned: authors.filter((author) =>
        theirs.some((post) => {
          if (post.author !== author) return false;
          const earlier = all.slice(0, all.indexOf(post)).filter((one) => one.author === author);
          return earlier.length > 0 && post.at - earlier.at(-1)!.at >= 90 * DAY;
        }),
      ).length,
    },
    outside: hours?.week.some((blocks) => blocks.length > 0)
      ? asked.filter((post) => !slowIsIn(hours, post.at)).length
      : 0,
  };
}

type OurWord = TalkHistory['promises'][number];

/** Promises whose day fell into the period and were neither taken back nor only proposed; and those kept by that day. */
export function slowPromises(all: readonly OurWord[], from: number, to: number): { due: OurWord[]; kept: OurWord[] } {
  const due: OurWord[] = [];
  const kept: OurWord[] = [];
  for (const one of all) {
    if (one.state === 'dropped' || one.state === 'proposed' || one.due === null) continue;
    if (one.due < from || one.due >= to) continue;
    due.push(one);
    if (one.state === 'kept' && (one.settledAt === null || one.settledAt <= one.due)) kept.push(one);
  }
  return { due, kept };
}

/** Who of us answers most, by asking of each post of ours whether it answers anything at all. */
export function slowOneOfUs({ utterances: all }: TalkHistory, from: number, to: number) {
  const answers = all.filter((one) => {
    if (!one.ours || one.at < from || one.at >= to) return false;
    const key = slowAnswered(all, one);
    return all.some((post) => post.key === key && !post.ours);
  });
  const accounts = [...new Set(answers.map(({ author }) => author))].sort();
  const count = (account: string) => answers.filter(({ author }) => author === account).length;
  let account = '';
  for (const one of accounts) if (account === '' || count(one) > count(account)) account = one;
  return {
    account,
    theirs: answers.filter(({ author }) => author === account).map(({ key }) => key),
    answers: answers.length,
  };
}
