/** Where a post stands on the desk: whose turn it is, unless the user said otherwise and nothing happened since. */
import type { StateRow } from './desk';
import { wordedAt } from './merge';
import type { Post, PostKey, State } from './post';
import type { Reading } from './reading';
import { turns } from './turn';
import { conversationOf } from './turn-links';

export interface Standing {
  desk: State;
  /** What its tab is ordered by: since when, or for snoozed, until when. */
  deskAt: number;
}

export interface Standings {
  /** Posts absent from it are not on the desk. */
  posts: Map<PostKey, Standing>;
  /** States set by hand that no longer hold. */
  lapsed: PostKey[];
  /** Snoozed posts whose time came though it was not our turn: they ask to be looked at. */
  returned: StateRow[];
}

/** `posts`: whole conversations, as far as they are held. */
export function standings(
  posts: readonly Post[],
  states: ReadonlyMap<PostKey, StateRow>,
  now: number,
  readings?: ReadonlyMap<PostKey, Reading>,
): Standings {
  const result: Standings = { posts: new Map(), lapsed: [], returned: [] };
  for (const [key, turn] of turns(posts, readings)) result.posts.set(key, { desk: turn.state, deskAt: turn.since });
  const byHand = posts.filter((post) => states.has(post.key));
  if (byHand.length > 0) applyStates(byHand, posts, states, now, result);
  return result;
}

function applyStates(
  byHand: readonly Post[],
  posts: readonly Post[],
  states: ReadonlyMap<PostKey, StateRow>,
  now: number,
  result: Standings,
): void {
  for (const post of byHand) {
    const state = states.get(post.key) as StateRow;
    const thread = posts.filter(({ threadKey }) => threadKey === post.threadKey);
    if (hasNews(post, thread, state.setAt)) {
      result.lapsed.push(post.key);
    } else if (state.state === 'snoozed' && state.until !== null && state.until <= now) {
      const turn = result.posts.get(post.key);
      if (turn?.desk === 'open') result.lapsed.push(post.key);
      else {
        result.returned.push({ postKey: post.key, state: 'open', until: null, setAt: state.until });
        result.posts.set(post.key, { desk: 'open', deskAt: post.at });
      }
    } else {
      result.posts.set(post.key, byHandStanding(post, state, result.posts.get(post.key)));
    }
  }
}

function byHandStanding(post: Post, { state, until, setAt }: StateRow, turn: Standing | undefined): Standing {
  if (state === 'snoozed') return { desk: state, deskAt: until ?? Number.MAX_SAFE_INTEGER };
  if (state === 'open') return { desk: state, deskAt: turn?.desk === 'open' ? turn.deskAt : post.at };
  return { desk: state, deskAt: setAt };
}

/** Something new in its exchange: they spoke again, one of us answered, or the words changed. */
function hasNews(post: Post, thread: readonly Post[], since: number): boolean {
  if (post.history && wordedAt(post) > since) return true;
  if (!thread.some((other) => other.firstSeenAt > since && other !== post)) return false;
  const talk = conversationOf(thread);
  const answer = talk.lastAnswerTo(post);
  if (answer && answer.firstSeenAt > since) return true;
  return talk.laterOf(post).some((later) => later.firstSeenAt > since);
}
