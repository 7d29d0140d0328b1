/** Nearly every term of the log is not one of those looked for: a table of bits says so without a look into a map. */
import type { PostLog } from './post-log';

const BITS = 1 << 16;

export class Sieve {
  private readonly bits = new Uint32Array(BITS / 32);

  constructor(terms: Iterable<number>) {
    for (const term of terms) this.bits[(term >>> 6) & (BITS / 32 - 1)]! |= 1 << ((term >>> 1) & 31);
  }

  /**
   * Goes through the terms of posts numbered from `first` to before `end`; calls back with each post and term that may be one
   * of those looked for. One straight run through memory: the log is long.
   */
  pass(log: PostLog, first: number, end: number, meet: (post: number, term: number) => void): void {
    const { bits } = this;
    const { terms, start } = log;
    const last = start[end]!;
    let post = first;
    for (let i = start[first]!; i < last; i++) {
      const term = terms[i]!;
      if ((bits[(term >>> 6) & (BITS / 32 - 1)]! & (1 << ((term >>> 1) & 31))) === 0) continue;
      while (start[post + 1]! <= i) post++;
      meet(post, term);
    }
  }

  /** The same for any posts. */
  passEach(log: PostLog, posts: Uint32Array, meet: (post: number, term: number) => void): void {
    for (let i = 0; i < posts.length; i++) this.pass(log, posts[i]!, posts[i]! + 1, meet);
  }
}
