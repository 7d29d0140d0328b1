/** Counts the distinct authors of every term in a stretch of time. */
import { dayOf, weightOf } from './baseline';
import type { PostLog } from './post-log';

/** A term several people use in the window. */
export interface Use {
  term: number;
  authors: number;
  /** Weight of the window's (author, day) pairs, which the baseline also holds. */
  mass: number;
}

export interface WindowCount {
  /** Length in ms. */
  window: number;
  from: number;
  to: number;
  /** Posts by author, then time. */
  posts: Uint32Array;
  /** Distinct authors by site. */
  authorsBySite: Float64Array;
  /** (author, day) pairs by site. */
  pairsBySite: Float64Array;
  /** Their weight, as the baseline counts exposure. */
  massBySite: Float64Array;
  authors: number;
  uses: Use[];
  /** Terms with at least two authors, whether given in `uses` or not. */
  tested: number;
}

/** Numbers kept of a term. */
const STRIDE = 5;
const LEAST_SLOTS = 1 << 12;
/** Beyond this share of its slots a table is slow to search. */
const FULLEST = 0.75;
/** Bits that tell words met once from words met again. */
const TWICE_BITS = 1 << 20;

/** Counts one window, look after look; its scratch space is kept, so that nothing is allocated for each. */
export class WindowCounter {
  /** Of a term: itself, its authors, the last of them and his last day, and its last occurrence. */
  private table = new Int32Array(STRIDE * LEAST_SLOTS);
  private mass = new Float64Array(LEAST_SLOTS);
  /** Occurrences, each with its post and the one before of the same term. */
  private posts = new Uint32Array(1 << 14);
  private links = new Uint32Array(1 << 14);
  private readonly once = new Uint32Array(TWICE_BITS / 32);
  private readonly twice = new Uint32Array(TWICE_BITS / 32);
  private log: PostLog | null = null;

  /** Counts the window that ends now. Terms of fewer than `least` authors are not given. */
  count(log: PostLog, window: number, now: number, least: number): WindowCount {
    const to = now + 1;
    const from = to - window;
    const within = log.between(from, to);
    const posts = byAuthor(log, within);
    this.log = log;
    this.clear(this.meet(log, posts));
    this.enter(log, posts);
    const { table, mass } = this;
    const sites = log.sites.size;
    const authorsBySite = new Float64Array(sites);
    const pairsBySite = new Float64Array(sites);
    const massBySite = new Float64Array(sites);
    const siteAuthor = new Int32Array(sites).fill(-1);
    const siteDay = new Int32Array(sites).fill(-1);
    const mask = mass.length - 1;
    let authors = 0;
    let last = -1;
    for (const post of posts) {
      const author = log.author[post]!;
      const day = dayOf(log.at[post]!);
      const site = log.site[post]!;
      if (author !== last) authors++;
      last = author;
      if (siteAuthor[site] !== author) authorsBySite[site] = authorsBySite[site]! + 1;
      const weight = weightOf(day);
      if (siteAuthor[site] !== author || siteDay[site] !== day) {
        pairsBySite[site] = pairsBySite[site]! + 1;
        massBySite[site] = massBySite[site]! + weight;
      }
      siteAuthor[site] = author;
      siteDay[site] = day;
    }
    const uses: Use[] = [];
    let tested = 0;
    for (let slot = 0; slot <= mask; slot++) {
      const at = slot * STRIDE;
      if (table[at] === 0 || table[at + 1]! < 2) continue;
      tested++;
      if (table[at + 1]! >= least) uses.push({ term: table[at]! >>> 0, authors: table[at + 1]!, mass: mass[slot]! });
    }
    return { window, from, to, posts, authorsBySite, pairsBySite, massBySite, authors, uses, tested };
  }

  /** Posts of the window last counted that hold a term, by time. Of a term met once there may be none. */
  postsOf(term: number): number[] {
    const { table, log } = this;
    const found: number[] = [];
    if (!log) return found;
    const mask = this.mass.length - 1;
    let at = (term & mask) * STRIDE;
    while (table[at] !== 0 && table[at] !== (term | 0)) at = ((at / STRIDE + 1) & mask) * STRIDE;
    if (table[at] === 0) return found;
    for (let n = table[at + 4]!; n !== 0; n = this.links[n - 1]!) found.push(this.posts[n - 1]!);
    return found.sort((a, b) => log.at[a]! - log.at[b]! || a - b);
  }

  /** First pass: which words come more than once; how many those are, nearly, and how many occurrences of any. */
  private meet(log: PostLog, posts: Uint32Array): { occurrences: number; repeated: number } {
    const { once, twice } = this;
    const { terms, start } = log;
    once.fill(0);
    twice.fill(0);
    let occurrences = 0;
    let repeated = 0;
    for (const post of posts) {
      const end = start[post + 1]!;
      for (let i = start[post]!; i < end; i++) {
        const bit = bitOf(terms[i]!);
        const mask = 1 << (bit & 31);
        if (!(once[bit >>> 5]! & mask)) once[bit >>> 5]! |= mask;
        else if (!(twice[bit >>> 5]! & mask)) {
          twice[bit >>> 5]! |= mask;
          repeated++;
        }
      }
      occurrences += end - start[post]!;
    }
    return { occurrences, repeated };
  }

  private isRepeated(term: number): boolean {
    const bit = bitOf(term);
    return (this.twice[bit >>> 5]! & (1 << (bit & 31))) !== 0;
  }

  /** Second pass: the terms met again, each with its authors and posts. */
  private enter(log: PostLog, posts: Uint32Array): void {
    const { table, mass } = this;
    const mask = mass.length - 1;
    const most = mass.length * FULLEST;
    let distinct = 0;
    let n = 0;
    for (const post of posts) {
      const author = log.author[post]!;
      const day = dayOf(log.at[post]!);
      const weight = weightOf(day);
      const end = log.start[post + 1]!;
      for (let i = log.start[post]!; i < end; i++) {
        const term = log.terms[i]!;
        if (!this.isRepeated(term)) continue;
        let slot = term & mask;
        let at = slot * STRIDE;
        while (table[at] !== 0 && table[at] !== (term | 0)) {
          slot = (slot + 1) & mask;
          at = slot * STRIDE;
        }
        if (table[at] === 0) {
          // Words that share their bit may be more than the bits said: once more, with room.
          if (++distinct > most) {
            this.resize(2 * mass.length);
            this.enter(log, posts);
            return;
          }
          table[at] = term;
          table[at + 1] = 0;
          table[at + 2] = -1;
          table[at + 4] = 0;
          mass[slot] = 0;
        }
        if (table[at + 2] !== author) {
          table[at + 2] = author;
          table[at + 1] = table[at + 1]! + 1;
          mass[slot] = mass[slot]! + weight;
        } else if (table[at + 3] !== day) mass[slot] = mass[slot]! + weight;
        table[at + 3] = day;
        this.posts[n] = post;
        this.links[n] = table[at + 4]!;
        table[at + 4] = ++n;
      }
    }
  }

  private clear({ occurrences, repeated }: { occurrences: number; repeated: number }): void {
    let size = LEAST_SLOTS;
    while (size < repeated * 2) size *= 2;
    this.resize(size);
    if (this.posts.length < occurrences) {
      this.posts = new Uint32Array(2 * occurrences);
      this.links = new Uint32Array(2 * occurrences);
    }
  }

  private resize(size: number): void {
    if (size === this.mass.length) this.table.fill(0);
    else {
      this.table = new Int32Array(STRIDE * size);
      this.mass = new Float64Array(size);
    }
  }
}

/** Other bits than those the table is kept by. */
function bitOf(term: number): number {
  return (Math.imul(term, 0x9e3779b1) >>> 12) & (TWICE_BITS - 1);
}

function byAuthor(log: PostLog, posts: Uint32Array): Uint32Array {
  // Author and place in time in one number: a numeric sort is many times faster than one with a comparison.
  const keyed = new Float64Array(posts.length);
  for (let i = 0; i < posts.length; i++) keyed[i] = log.author[posts[i]!]! * 4_194_304 + i;
  keyed.sort();
  const sorted = new Uint32Array(posts.length);
  for (let i = 0; i < keyed.length; i++) sorted[i] = posts[keyed[i]! % 4_194_304]!;
  return sorted;
}
