/**
 * The posts of the last weeks as numbers: when, who, where, which terms. Typed arrays that grow by doubling; `order` sorts
 * them by their own time, because a reader meets posts in any order.
 */
import type { AccountKey, PostKey, ThreadKey } from '../../core/post';
import { hash32 } from './fold';
import { Interner } from './interner';

/** One post as the log keeps it. */
export interface LogEntry {
  key: PostKey;
  at: number;
  author: AccountKey;
  thread: ThreadKey;
  site: string;
  copyKey: number;
  /** Index into LANGS, or -1. */
  lang: number;
  terms: ArrayLike<number>;
}

export class PostLog {
  readonly keys = new Interner();
  readonly authors = new Interner();
  readonly threads = new Interner();
  readonly sites = new Interner();
  at = new Float64Array(1024);
  author = new Uint32Array(1024);
  thread = new Uint32Array(1024);
  copyKey = new Uint32Array(1024);
  site = new Uint16Array(1024);
  lang = new Int8Array(1024);
  /** Terms of post i are `terms[start[i]] … terms[start[i + 1] - 1]`. */
  start = new Uint32Array(1025);
  terms = new Uint32Array(16_384);
  /** Previous post of the same author in order of arrival, plus one; 0 for none. */
  before = new Uint32Array(1024);
  /** Posts by their own time. */
  order = new Uint32Array(1024);
  private lastOf = new Uint32Array(256);

  get size(): number {
    return this.keys.size;
  }

  has(key: PostKey): boolean {
    return this.keys.lookup(key) >= 0;
  }

  /** Appends a post not yet held and returns its number. */
  add(entry: LogEntry): number {
    const i = this.size;
    this.keys.idOf(entry.key);
    if (i >= this.at.length) this.growPosts();
    const from = this.start[i]!;
    while (from + entry.terms.length > this.terms.length) this.terms = grown(this.terms);
    this.terms.set(entry.terms, from);
    this.start[i + 1] = from + entry.terms.length;
    const author = this.authors.idOf(entry.author);
    if (author >= this.lastOf.length) this.lastOf = grown(this.lastOf);
    this.at[i] = entry.at;
    this.author[i] = author;
    this.thread[i] = this.threads.idOf(entry.thread);
    this.site[i] = this.sites.idOf(entry.site);
    this.copyKey[i] = entry.copyKey || hash32(entry.key, 11);
    this.lang[i] = entry.lang;
    this.before[i] = this.lastOf[author]!;
    this.lastOf[author] = i + 1;
    this.insert(i);
    return i;
  }

  /** The author's post that came last, plus one; `before` leads from it to all others of his. */
  lastBy(author: number): number {
    return this.lastOf[author]!;
  }

  /** First place in `order` whose post is at or after the time. */
  place(time: number): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at[this.order[middle]!]! < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Posts with from ≤ at < to, by time. */
  between(from: number, to: number): Uint32Array {
    return this.order.subarray(this.place(from), this.place(to));
  }

  /** Sorts posts by their own time, then by number; most lists are in order already. */
  sortByTime(posts: number[]): number[] {
    const { at } = this;
    for (let i = 1; i < posts.length; i++) {
      const gap = at[posts[i]!]! - at[posts[i - 1]!]!;
      if (gap < 0 || (gap === 0 && posts[i]! < posts[i - 1]!)) {
        return posts.sort((a, b) => at[a]! - at[b]! || a - b);
      }
    }
    return posts;
  }

  termsOf(post: number): Uint32Array {
    return this.terms.subarray(this.start[post]!, this.start[post + 1]!);
  }

  entry(post: number): LogEntry {
    return {
      key: this.keys.nameOf(post),
      at: this.at[post]!,
      author: this.authors.nameOf(this.author[post]!),
      thread: this.threads.nameOf(this.thread[post]!),
      site: this.sites.nameOf(this.site[post]!),
      copyKey: this.copyKey[post]!,
      lang: this.lang[post]!,
      terms: this.termsOf(post),
    };
  }

  /**
   * A log without the posts before the time and the names nobody uses any more. Sites keep their numbers; `renumbered`
   * tells each post's new number, or -1.
   */
  since(time: number): { log: PostLog; renumbered: Int32Array } {
    const log = new PostLog();
    for (const site of this.sites.strings) log.sites.idOf(site);
    const renumbered = new Int32Array(this.size).fill(-1);
    for (let i = 0; i < this.size; i++) if (this.at[i]! >= time) renumbered[i] = log.add(this.entry(i));
    return { log, renumbered };
  }

  private insert(post: number): void {
    const time = this.at[post]!;
    let place = this.size - 1;
    // Almost always the newest: look from the end.
    if (place > 0 && this.comesAfter(this.order[place - 1]!, time, post)) {
      let low = 0;
      let high = place;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (this.comesAfter(this.order[middle]!, time, post)) high = middle;
        else low = middle + 1;
      }
      this.order.copyWithin(low + 1, low, place);
      place = low;
    }
    this.order[place] = post;
  }

  /** Ties go by key, so that the order does not depend on arrival. */
  private comesAfter(other: number, time: number, post: number): boolean {
    const gap = this.at[other]! - time;
    return gap > 0 || (gap === 0 && this.keys.nameOf(other) > this.keys.nameOf(post));
  }

  private growPosts(): void {
    this.at = grown(this.at);
    this.author = grown(this.author);
    this.thread = grown(this.thread);
    this.copyKey = grown(this.copyKey);
    this.site = grown(this.site);
    this.lang = grown(this.lang);
    this.before = grown(this.before);
    this.order = grown(this.order);
    const start = new Uint32Array(this.at.length + 1);
    start.set(this.start);
    this.start = start;
  }
}

type Numbers = Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Int8Array<ArrayBuffer>;

function grown<T extends Numbers>(array: T): T {
  const bigger = new (array.constructor as new (length: number) => T)(array.length * 2);
  bigger.set(array as never);
  return bigger;
}
