/**
 * Counts the distinct authors of every term in a stretch of time that moves on: what came is added, what grew too old is
 * taken out, and the rest is left as it was.
 */
import { dayOf, weightOf } from './baseline';
import type { PostLog } from './post-log';

/** The terms several people use in the window, side by side; good until the next count. */
export interface Uses {
  length: number;
  term: Uint32Array;
  authors: Uint32Array;
  /** Weight of the window's (author, day) pairs, which the baseline also holds. */
  mass: Float64Array;
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
  uses: Uses;
  /** Terms with at least two authors, whether given in `uses` or not. */
  tested: number;
}

const LEAST_SLOTS = 1 << 12;
const LEAST_NODES = 1 << 14;
/** Beyond this share of its slots a table is slow to search. */
const FULLEST = 0.75;
/** A table counted anew is left half empty, for the words to come. */
const ROOM = 0.5;

/** What the author's other posts of the window say of a term: nothing, said on another day, said the same day. */
const SAID_BEFORE = 1;
const SAID_TODAY = 2;

/** Follows one window, look after look. `keepsPosts`: whether it can say which posts hold a term. */
export class WindowCounter {
  private terms = new Uint32Array(LEAST_SLOTS);
  private authors = new Uint32Array(LEAST_SLOTS);
  private mass = new Float64Array(LEAST_SLOTS);
  /** Of each term its latest occurrence, plus one; occurrences, each with its post and the one before of the same term. */
  private heads = new Uint32Array(LEAST_SLOTS);
  private posts = new Uint32Array(LEAST_NODES);
  private links = new Uint32Array(LEAST_NODES);
  private filled = 0;
  private nodes = 0;
  private tested = 0;
  /** Posts counted, as numbers of the log. */
  private held = new Uint8Array(1024);
  private log: PostLog | null = null;
  private known = { window: 0, from: 0, to: 0, size: 0 };
  /** The author's other posts, and what they say of each term of a post. */
  private readonly mates: number[] = [];
  private said = new Uint8Array(256);
  private readonly hint = new Uint8Array(256);
  private readonly uses: Uses = {
    length: 0,
    term: new Uint32Array(256),
    authors: new Uint32Array(256),
    mass: new Float64Array(256),
  };

  constructor(private readonly keepsPosts = true) {}

  /** Counts the window that ends now. Terms of fewer than `least` authors are not given. */
  count(log: PostLog, window: number, now: number, least: number): WindowCount {
    const to = now + 1;
    const from = to - window;
    if (!this.moveOn(log, window, from, to)) this.countAnew(log, from, to);
    this.log = log;
    this.known = { window, from, to, size: log.size };
    const uses = this.usesOf(Math.max(1, least));
    const posts = byAuthor(log, log.between(from, to));
    return { window, from, to, posts, ...seenIn(log, posts), uses, tested: this.tested };
  }

  /** Posts of the window last counted that hold a term, by time. */
  postsOf(term: number): number[] {
    const { log, held } = this;
    const found: number[] = [];
    if (!log) return found;
    for (let n = this.heads[this.find(term)]!; n !== 0; n = this.links[n - 1]!) {
      const post = this.posts[n - 1]!;
      if (held[post] === 1) found.push(post);
    }
    return log.sortByTime(found.reverse());
  }

  private usesOf(least: number): Uses {
    const { terms, authors, mass, uses } = this;
    let n = 0;
    for (let slot = 0; slot < authors.length; slot++) {
      if (authors[slot]! < least) continue;
      if (n === uses.term.length) {
        uses.term = doubled(uses.term);
        uses.authors = doubled(uses.authors);
        uses.mass = doubled(uses.mass);
      }
      uses.term[n] = terms[slot]!;
      uses.authors[n] = authors[slot]!;
      uses.mass[n++] = mass[slot]!;
    }
    uses.length = n;
    return uses;
  }

  /** From the window last counted to this one. False where that cannot be, or there is no room: count anew. */
  private moveOn(log: PostLog, window: number, from: number, to: number): boolean {
    const { known } = this;
    if (log !== this.log || window !== known.window || to < known.to || from >= known.to) return false;
    this.makeRoom(log);
    for (const post of log.between(known.from, from)) if (this.held[post] === 1) this.take(log, post);
    for (const post of log.between(known.to, to)) if (!this.put(log, post)) return false;
    for (let post = known.size; post < log.size; post++) {
      if (log.at[post]! >= from && log.at[post]! < to && !this.put(log, post)) return false;
    }
    return true;
  }

  private countAnew(log: PostLog, from: number, to: number): void {
    const within = log.between(from, to);
    let occurrences = 0;
    for (const post of within) occurrences += log.start[post + 1]! - log.start[post]!;
    if (this.keepsPosts && this.posts.length < 1.5 * occurrences) {
      this.posts = new Uint32Array(2 * occurrences);
      this.links = new Uint32Array(2 * occurrences);
    }
    let slots = LEAST_SLOTS;
    while (slots * ROOM < occurrences / 4) slots *= 2;
    for (;;) {
      this.clear(log, slots);
      if (within.every((post) => this.put(log, post)) && this.filled <= ROOM * slots) return;
      slots *= 2;
    }
  }

  private clear(log: PostLog, slots: number): void {
    this.terms = new Uint32Array(slots);
    this.authors = new Uint32Array(slots);
    this.mass = new Float64Array(slots);
    if (this.keepsPosts) this.heads = new Uint32Array(slots);
    this.filled = 0;
    this.nodes = 0;
    this.tested = 0;
    this.held.fill(0);
    this.makeRoom(log);
  }

  private makeRoom(log: PostLog): void {
    if (this.held.length >= log.size) return;
    const held = new Uint8Array(log.at.length);
    held.set(this.held);
    this.held = held;
  }

  /** Counts a post; false where the tables are full. */
  private put(log: PostLog, post: number): boolean {
    if (this.held[post] === 1) return true;
    const { terms, start } = log;
    const from = start[post]!;
    const end = start[post + 1]!;
    if (this.filled + end - from > FULLEST * this.terms.length) return false;
    if (this.keepsPosts && this.nodes + end - from > this.posts.length) return false;
    this.lookAtMates(log, post);
    this.held[post] = 1;
    const weight = weightOf(dayOf(log.at[post]!));
    for (let i = from; i < end; i++) {
      const slot = this.find(terms[i]!);
      if (this.terms[slot] === 0) {
        this.terms[slot] = terms[i]!;
        this.filled++;
      }
      const said = this.said[i - from]!;
      if (said === 0 && ++this.authors[slot]! === 2) this.tested++;
      if (said < SAID_TODAY) this.mass[slot]! += weight;
      if (!this.keepsPosts) continue;
      this.posts[this.nodes] = post;
      this.links[this.nodes] = this.heads[slot]!;
      this.heads[slot] = ++this.nodes;
    }
    return true;
  }

  private take(log: PostLog, post: number): void {
    this.held[post] = 0;
    this.lookAtMates(log, post);
    const from = log.start[post]!;
    const end = log.start[post + 1]!;
    const weight = weightOf(dayOf(log.at[post]!));
    for (let i = from; i < end; i++) {
      const slot = this.find(log.terms[i]!);
      const said = this.said[i - from]!;
      if (said === 0 && --this.authors[slot]! === 1) this.tested--;
      if (said < SAID_TODAY) this.mass[slot]! -= weight;
    }
  }

  /** Writes into `said` which of the post's terms its author says in other posts of the window. */
  private lookAtMates(log: PostLog, post: number): void {
    const { held, mates, hint } = this;
    const { terms, start } = log;
    const from = start[post]!;
    const end = start[post + 1]!;
    if (this.said.length < end - from) this.said = new Uint8Array(2 * (end - from));
    this.said.fill(0, 0, end - from);
    mates.length = 0;
    for (let n = log.lastBy(log.author[post]!); n !== 0; n = log.before[n - 1]!) {
      if (held[n - 1] === 1 && n - 1 !== post) mates.push(n - 1);
    }
    if (mates.length === 0) return;
    hint.fill(0);
    for (let i = from; i < end; i++) hint[terms[i]! & 255] = 1;
    const day = dayOf(log.at[post]!);
    for (const mate of mates) {
      const says = dayOf(log.at[mate]!) === day ? SAID_TODAY : SAID_BEFORE;
      for (let j = start[mate]!; j < start[mate + 1]!; j++) {
        const term = terms[j]!;
        if (hint[term & 255] === 0) continue;
        for (let i = from; i < end; i++) {
          if (terms[i] === term && this.said[i - from]! < says) this.said[i - from] = says;
        }
      }
    }
  }

  private find(term: number): number {
    const { terms } = this;
    const mask = terms.length - 1;
    let slot = term & mask;
    while (terms[slot] !== 0 && terms[slot] !== term) slot = (slot + 1) & mask;
    return slot;
  }
}

/** How much was seen in a window: people, and (author, day) pairs with their weight, by site. */
function seenIn(
  log: PostLog,
  posts: Uint32Array,
): Pick<WindowCount, 'authors' | 'authorsBySite' | 'pairsBySite' | 'massBySite'> {
  const sites = log.sites.size;
  const authorsBySite = new Float64Array(sites);
  const pairsBySite = new Float64Array(sites);
  const massBySite = new Float64Array(sites);
  const siteAuthor = new Int32Array(sites).fill(-1);
  const siteDay = new Int32Array(sites).fill(-1);
  let authors = 0;
  let last = -1;
  for (const post of posts) {
    const author = log.author[post]!;
    const day = dayOf(log.at[post]!);
    const site = log.site[post]!;
    if (author !== last) authors++;
    last = author;
    if (siteAuthor[site] !== author) authorsBySite[site] = authorsBySite[site]! + 1;
    if (siteAuthor[site] !== author || siteDay[site] !== day) {
      pairsBySite[site] = pairsBySite[site]! + 1;
      massBySite[site] = massBySite[site]! + weightOf(day);
    }
    siteAuthor[site] = author;
    siteDay[site] = day;
  }
  return { authors, authorsBySite, pairsBySite, massBySite };
}

function doubled<T extends Uint32Array | Float64Array>(array: T): T {
  const bigger = new (array.constructor as new (length: number) => T)(array.length * 2);
  bigger.set(array);
  return bigger;
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
