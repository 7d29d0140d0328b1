/** A conversation as it is rehearsed: in its order, with what we answered hidden until one has answered oneself. */
import type { Post } from '../core/post';
import type { Rehearsal, RehearsedAnswer } from '../core/rehearsal';
import type { Crisis } from './crises/crisis';

export interface Line {
  id: string;
  name: string;
  text: string;
  at: number;
  /** Whom it replies to, by name. */
  to: string | null;
}

/** What is shown next; `asks`: it waits for an answer of ours. */
export interface Step {
  line: Line;
  asks: boolean;
  real: RehearsedAnswer['real'];
  next: string | null;
}

export interface Script {
  title: string;
  source: Rehearsal['source'];
  lines: Step[];
}

/** Conversations of at least so many posts, at least one of them answered by us, are worth it. */
const SHORTEST = 4;

/** A thread as a script; null where it holds nothing to rehearse. */
export function scriptOfThread(title: string, posts: readonly Post[]): Script | null {
  const sorted = [...posts].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  const [opening] = sorted;
  if (!opening || sorted.length < SHORTEST) return null;
  const byKey = new Map(sorted.map((post) => [post.key, post]));
  const lines = sorted
    .filter(({ ours }) => ours === 0)
    .map((post): Step => {
      const real = sorted.find((other) => other.ours === 1 && other.parentKey === post.key);
      const next = real && sorted.find((other) => other.at > real.at && other.authorKey === post.authorKey);
      return {
        line: {
          id: post.key,
          name: post.author.name,
          text: post.text,
          at: post.at,
          to: (post.parentKey && byKey.get(post.parentKey)?.author.name) || null,
        },
        asks: real !== undefined || post.mention === 1,
        real: real ? { name: real.author.name, text: real.text, ms: real.at - post.at } : null,
        next: next?.text ?? null,
      };
    });
  if (!lines.some(({ real }) => real)) return null;
  return { title, source: { kind: 'thread', key: opening.threadKey }, lines };
}

export function scriptOfCrisis(crisis: Crisis): Script {
  return {
    title: crisis.title,
    source: { kind: 'crisis', id: crisis.id },
    lines: crisis.lines.map(({ name, text, minute, to, asks, next }, i) => ({
      line: { id: `${crisis.id} ${i}`, name, text, at: minute * 60_000, to: to ?? null },
      asks: asks === true,
      real: null,
      next: next ?? null,
    })),
  };
}

/** The steps up to and with the next one that asks, from one on: what is shown at once. */
export function shownUntil(lines: readonly Step[], from: number): number {
  const next = lines.findIndex(({ asks }, i) => i >= from && asks);
  return next < 0 ? lines.length : next + 1;
}
