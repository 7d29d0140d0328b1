/** What makes a post one of a theme: its words, each weighted by how much more the theme's posts use it than others do. */
import { scaleAt } from './baseline';
import type { View } from './bursts';
import type { PostLog } from './post-log';
import type { Postings } from './postings';

/** Term → log of how many times likelier it is in the theme, surest first. */
export type Model = Map<number, number>;

const MOST_TERMS = 40;
/** A word must be this sure (log-odds over their standard deviation) and said by so many people to belong. */
const LEAST_Z = 4;
const LEAST_PEOPLE = 3;
/** Of a word's posts so many must hold a surer word of the theme too, or it is a theme of its own that brushes this one. */
const COHESION = 0.4;
/** A post's strongest word counts in full, each further one half of the one before: words of one thing repeat each other. */
const REPEATS = 0.5;
const ROUGH = 1 << 16;
/**
 * Learns the words of the posts by log-odds with what is usual as the prior (Monroe et al. 2008). `look` are the posts
 * among which a word's company is looked at; `seeds` belong in any case. `heard` is the decayed number of author-days.
 */
export function learnModel(
  view: View,
  heard: number,
  posts: Iterable<number>,
  look: Postings,
  seeds: readonly number[],
): Model {
  const ranked = rankWords(view, heard, posts, new Set(seeds));
  const covered = new Set<number>();
  const model: Model = new Map();
  for (const { term, weight, seed } of ranked) {
    if (model.size >= MOST_TERMS) break;
    const mine = look.of(term);
    const shared = mine.reduce((n, post) => n + (covered.has(post) ? 1 : 0), 0);
    if (!seed && model.size > 0 && shared < COHESION * mine.length) continue;
    model.set(term, weight);
    for (const post of mine) covered.add(post);
  }
  return model;
}

interface Word {
  term: number;
  weight: number;
  z: number;
  seed: boolean;
}

function rankWords(view: View, heard: number, posts: Iterable<number>, seeds: ReadonlySet<number>): Word[] {
  const { log, baseline, tuning, now } = view;
  const everyone = new Set<number>();
  const users = new Map<number, Set<number>>();
  const list = [...posts];
  const times = roughTimes(log, list);
  for (const post of list) {
    const author = log.author[post]!;
    everyone.add(author);
    const end = log.start[post + 1]!;
    for (let i = log.start[post]!; i < end; i++) {
      if (times[placeOf(log.terms[i]!)]! < LEAST_PEOPLE) continue;
      const said = users.get(log.terms[i]!);
      if (said) said.add(author);
      else users.set(log.terms[i]!, new Set([author]));
    }
  }
  const words: Word[] = [];
  const scale = scaleAt(now);
  for (const [term, said] of users) {
    if (said.size < LEAST_PEOPLE) continue;
    // What is usual holds these posts too: leave them out.
    const usual = Math.max(0, baseline.terms.get(term) / scale - said.size);
    const rate = (usual + tuning.priorUses) / (heard + tuning.priorAuthors);
    const weight = Math.log((said.size + rate) / (everyone.size + 1) / rate);
    const z = weight / Math.sqrt(1 / said.size + 1 / (usual + tuning.priorUses + 1));
    if (z >= LEAST_Z) words.push({ term, weight, z, seed: seeds.has(term) });
  }
  words.sort((a, b) => Number(b.seed) - Number(a.seed) || b.z - a.z || a.term - b.term);
  return words.slice(0, 2 * MOST_TERMS);
}

/** Nearly every word is said once or twice: how often at most, told by a small table that words share. */
function roughTimes(log: PostLog, posts: readonly number[]): Uint8Array {
  const times = new Uint8Array(ROUGH);
  for (const post of posts) {
    const end = log.start[post + 1]!;
    for (let i = log.start[post]!; i < end; i++) {
      const place = placeOf(log.terms[i]!);
      if (times[place]! < LEAST_PEOPLE) times[place]!++;
    }
  }
  return times;
}

function placeOf(term: number): number {
  return (term >>> 1) & (ROUGH - 1);
}

/** How strongly the post's words speak for the theme, in nats. */
export function scorePost(model: Model, log: PostLog, post: number): number {
  const weights: number[] = [];
  const end = log.start[post + 1]!;
  for (let i = log.start[post]!; i < end; i++) {
    const weight = model.get(log.terms[i]!);
    if (weight !== undefined) weights.push(weight);
  }
  if (weights.length > 1) weights.sort((a, b) => b - a);
  let score = 0;
  let factor = 1;
  for (const weight of weights) {
    score += factor * weight;
    factor *= REPEATS;
  }
  return score;
}

/** The score from which a post belongs, when `people` of `seen` talk of the theme and it must be `margin` nats likelier than not. */
export function limitFor(people: number, seen: number, margin: number): number {
  const share = Math.min(0.5, (people + 0.5) / (seen + 1));
  return Math.log((1 - share) / share) + margin;
}
