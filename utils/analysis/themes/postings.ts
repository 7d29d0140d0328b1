/** Which posts of a stretch hold a term: built once a look, and only when something stands out. */
import type { PostLog } from './post-log';

const NONE: readonly number[] = [];

export class Postings {
  private index: Map<number, number[]> | null = null;

  constructor(
    private readonly log: PostLog,
    private readonly posts: Uint32Array,
  ) {}

  /** In the order of the stretch. */
  of(term: number): readonly number[] {
    this.index ??= this.build();
    return this.index.get(term) ?? NONE;
  }

  /** Posts that hold any of the terms, by time. */
  ofAny(terms: Iterable<number>): number[] {
    const found = new Set<number>();
    for (const term of terms) for (const post of this.of(term)) found.add(post);
    const { at } = this.log;
    return [...found].sort((a, b) => at[a]! - at[b]! || a - b);
  }

  private build(): Map<number, number[]> {
    const { terms, start } = this.log;
    const index = new Map<number, number[]>();
    for (const post of this.posts) {
      const end = start[post + 1]!;
      for (let i = start[post]!; i < end; i++) {
        const list = index.get(terms[i]!);
        if (list) list.push(post);
        else index.set(terms[i]!, [post]);
      }
    }
    return index;
  }
}
