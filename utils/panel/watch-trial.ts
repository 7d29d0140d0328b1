/** Trying a watch on what is already held: how many posts it would find, and the last of them. */
import type { Post } from '../core/post';
import { asks, checkQuery, isEmptyQuery, parseQuery, prepare } from '../core/query';
import type { QueryProblem } from '../core/query-ast';
import type { TertuliaDatabase } from '../store/schema';

export interface Trial {
  problems: QueryProblem[];
  /** null: nothing to look for yet. */
  found: { posts: number; of: number; latest: Post | null } | null;
}

/** The newest posts a trial looks at: enough to judge by, and done in a moment. */
const LOOKED_AT = 3_000;
const A_TIME = 500;

/** As a watch reads its words: any of them will do. */
const AS_WATCH = { between: 'any' } as const;

export function watchProblems(query: string): QueryProblem[] {
  return checkQuery(query, AS_WATCH);
}

export async function tryWatch(db: TertuliaDatabase, text: string, signal: AbortSignal): Promise<Trial> {
  const problems = watchProblems(text);
  const query = parseQuery(text, AS_WATCH);
  if (isEmptyQuery(query)) return { problems, found: null };
  let posts = 0;
  let of = 0;
  let latest: Post | null = null;
  let before = Infinity;
  while (of < LOOKED_AT && !signal.aborted) {
    const some = await db.posts.where('at').below(before).reverse().limit(A_TIME).toArray();
    for (const post of some) {
      if (post.ours || !asks(query, prepare(post))) continue;
      posts += 1;
      latest ??= post;
    }
    of += some.length;
    const last = some.at(-1);
    if (!last || some.length < A_TIME) break;
    before = last.at;
  }
  return { problems, found: { posts, of, latest } };
}
