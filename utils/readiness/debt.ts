/** Who waits for us, by how long; now, or at any moment before. */
import type { Index, TalkHistory, Utterance } from './history';

const DAY = 86_400_000;
/** Days at which a wait becomes another. */
export const AGES = [1, 3, 7] as const;

export interface Debt {
  /** People, each by their oldest wait: under a day, under three, under seven, longer. */
  people: number;
  byAge: number[];
  /** Longest first. */
  waiting: Utterance[];
}

/** From what stands on the desk: what was put off or settled by hand does not wait. */
export function debtOf(waiting: readonly Utterance[], now: number): Debt {
  const oldest = new Map<string, Utterance>();
  for (const post of [...waiting].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1)))
    if (!oldest.has(post.author)) oldest.set(post.author, post);
  const byAge = AGES.map(() => 0).concat(0);
  for (const { at } of oldest.values()) {
    const age = (now - at) / DAY;
    const bucket = AGES.findIndex((days) => age < days);
    byAge[bucket < 0 ? AGES.length : bucket] = (byAge[bucket < 0 ? AGES.length : bucket] ?? 0) + 1;
  }
  return { people: oldest.size, byAge, waiting: [...oldest.values()] };
}

/** How many people had asked by then and had no answer yet, of those who asked in the thirty days before. */
export function peopleWaitingAt({ utterances }: TalkHistory, index: Index, then: number): number {
  const people = new Set<string>();
  for (const post of utterances) {
    if (!post.asks || post.at > then || post.at < then - 30 * DAY) continue;
    const answer = index.answers.get(post.key)?.[0];
    if (!answer || answer.at > then) people.add(post.author);
  }
  return people.size;
}
