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

/** Scratch space of the count, kept between updates so that nothing is allocated for each. */
export class WindowCounter {
  private keys = new Uint32Array(1 << 14);
  private authors = new Uint16Array(1 << 14);
  private mass = new Float64Array(1 << 14);
  private lastAuthor = new Int32Array(1 << 14);
  private lastDay = new Int32Array(1 << 14);

  /** Counts the window that ends now. Terms of fewer than `least` authors are not given. */
  count(log: PostLog, window: number, now: number, least: number): WindowCount {
    const to = now + 1;
    const from = to - window;
    const within = log.between(from, to);
    const posts = byAuthor(log, within);
    let occurrences = 0;
    for (const post of posts) occurrences += log.start[post + 1]! - log.start[post]!;
    this.clear(occurrences);
    const sites = log.sites.size;
    const authorsBySite = new Float64Array(sites);
    const pairsBySite = new Float64Array(sites);
    const massBySite = new Float64Array(sites);
    const siteAuthor = new Int32Array(sites).fill(-1);
    const siteDay = new Int32Array(sites).fill(-1);
    const mask = this.keys.length - 1;
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
      const end = log.start[post + 1]!;
      for (let i = log.start[post]!; i < end; i++) {
        const term = log.terms[i]!;
        let slot = term & mask;
        while (this.keys[slot] !== 0 && this.keys[slot] !== term) slot = (slot + 1) & mask;
        if (this.keys[slot] === 0) {
          this.keys[slot] = term;
          this.lastAuthor[slot] = -1;
          this.authors[slot] = 0;
          this.mass[slot] = 0;
        }
        if (this.lastAuthor[slot] !== author) {
          this.lastAuthor[slot] = author;
          this.authors[slot] = this.authors[slot]! + 1;
          this.mass[slot] = this.mass[slot]! + weight;
        } else if (this.lastDay[slot] !== day) this.mass[slot] = this.mass[slot]! + weight;
        this.lastDay[slot] = day;
      }
    }
    const uses: Use[] = [];
    let tested = 0;
    for (let slot = 0; slot <= mask; slot++) {
      if (this.keys[slot] === 0 || this.authors[slot]! < 2) continue;
      tested++;
      if (this.authors[slot]! >= least)
        uses.push({ term: this.keys[slot]!, authors: this.authors[slot]!, mass: this.mass[slot]! });
    }
    return { window, from, to, posts, authorsBySite, pairsBySite, massBySite, authors, uses, tested };
  }

  private clear(occurrences: number): void {
    let size = 1 << 14;
    while (size < occurrences * 1.5) size *= 2;
    if (size === this.keys.length) {
      this.keys.fill(0);
      return;
    }
    this.keys = new Uint32Array(size);
    this.authors = new Uint16Array(size);
    this.mass = new Float64Array(size);
    this.lastAuthor = new Int32Array(size);
    this.lastDay = new Int32Array(size);
  }
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
