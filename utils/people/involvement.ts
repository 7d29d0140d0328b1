/**
 * How much of somebody there is in a community: what they do here, for how long, and with how many. After the Orbit model
 * (https://github.com/orbit-love/orbit-model): love, how present and how lately, times reach, how many people it touches. It
 * gives one of four words with its reasons; the product of the two is shown to nobody, and nobody is ranked by it.
 */

/** From the middle outwards. */
export type Involvement = 'heart' | 'regular' | 'part' | 'looksIn';

export interface Involved {
  level: Involvement;
  /** Weeks of the last `WEEKS` in which they spoke. */
  weeks: number;
  /** People they spoke with in that time, either way. */
  people: number;
  /** Of what they said, answers to somebody else. */
  answers: number;
  said: number;
}

/** Something they said: when, whom it answers (null: nobody), and who answered it. Accounts of their own are left out by the caller. */
export interface Spoke {
  at: number;
  to: string | null;
  answeredBy: readonly string[];
}

/** From the middle outwards, as they are offered to choose from. */
export const INVOLVEMENTS: readonly Involvement[] = ['heart', 'regular', 'part', 'looksIn'];

/** Of what somebody said in these weeks, the newest. */
export const LATELY = 300;
/** Weeks looked at. */
export const WEEKS = 12;
export const WEEK = 7 * 86_400_000;
/** A week counts half as much as the one four weeks later. */
const HALF_LIFE = 4;
/** Reach is full with so many people: beyond it nobody is known by name. */
const FULL_REACH = 31;
/** Least love × reach and least weeks of each word, the middle first. Chosen by hand on invented communities (tests). */
const LEAST: readonly { level: Involvement; product: number; weeks: number }[] = [
  { level: 'heart', product: 0.4, weeks: 6 },
  { level: 'regular', product: 0.15, weeks: 3 },
  { level: 'part', product: 0.03, weeks: 1 },
];

/** Null where they said nothing in these weeks: then there is nothing to say of it. */
export function involvementOf(spoke: readonly Spoke[], now: number): Involved | null {
  const recent = spoke.filter(({ at }) => at <= now && at > now - WEEKS * WEEK);
  if (recent.length === 0) return null;
  const weeks = new Set(recent.map(({ at }) => Math.floor((now - at) / WEEK)));
  const met = new Set<string>();
  let answers = 0;
  for (const { to, answeredBy } of recent) {
    if (to !== null) {
      answers++;
      met.add(to);
    }
    for (const one of answeredBy) met.add(one);
  }
  const weight = (week: number) => 0.5 ** (week / HALF_LIFE);
  let whole = 0;
  let here = 0;
  for (let week = 0; week < WEEKS; week++) {
    whole += weight(week);
    if (weeks.has(week)) here += weight(week);
  }
  const love = here / whole;
  const reach = Math.min(1, Math.log2(1 + met.size) / Math.log2(1 + FULL_REACH));
  const level = LEAST.find((least) => love * reach >= least.product && weeks.size >= least.weeks)?.level ?? 'looksIn';
  return { level, weeks: weeks.size, people: met.size, answers, said: recent.length };
}

/** Finds what it is said of. */
export function queryOf({ handle, name }: { handle: string | null; name: string }, now: number): string {
  const since = new Date(now - WEEKS * WEEK).toISOString().slice(0, 10);
  return `author:"${(handle ?? name).replaceAll('"', '')}" after:${since}`;
}
