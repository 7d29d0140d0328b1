/** How many people stand behind posts, when copies and long conversations are not taken for many voices. */
import type { PostLog } from './post-log';
import type { Tuning } from './tuning';

/** People, but of those who post one text two count, and of one thread three. */
export function effectivePeople(log: PostLog, posts: readonly number[], tuning: Tuning): number {
  const people = new Set<number>();
  const ofCopy = new Map<number, number>();
  const ofThread = new Map<number, number>();
  for (const post of posts) {
    const author = log.author[post]!;
    if (people.has(author)) continue;
    const copy = log.copyKey[post]!;
    const thread = log.thread[post]!;
    const copies = ofCopy.get(copy) ?? 0;
    const voices = ofThread.get(thread) ?? 0;
    if (copies >= tuning.perCopy || voices >= tuning.perThread) continue;
    ofCopy.set(copy, copies + 1);
    ofThread.set(thread, voices + 1);
    people.add(author);
  }
  return people.size;
}

export function countThreads(log: PostLog, posts: readonly number[]): number {
  return new Set(posts.map((post) => log.thread[post]!)).size;
}

/** Posts of likeness above this are one text told twice. */
const SAME_TEXT = 0.5;
const MOST_VOICES = 60;

/** Posts that are independent of each other: one for each person, text and thread, and none nearly the same as another. */
export function independentVoices(log: PostLog, posts: readonly number[]): number[] {
  const authors = new Set<number>();
  const copies = new Set<number>();
  const threads = new Set<number>();
  const voices: number[] = [];
  for (const post of posts) {
    if (voices.length >= MOST_VOICES) break;
    if (authors.has(log.author[post]!) || copies.has(log.copyKey[post]!) || threads.has(log.thread[post]!)) continue;
    const terms = new Set(log.termsOf(post));
    if (voices.some((voice) => jaccard(terms, log.termsOf(voice)) > SAME_TEXT)) continue;
    authors.add(log.author[post]!);
    copies.add(log.copyKey[post]!);
    threads.add(log.thread[post]!);
    voices.push(post);
  }
  return voices;
}

function jaccard(a: ReadonlySet<number>, b: ArrayLike<number>): number {
  let shared = 0;
  for (let i = 0; i < b.length; i++) if (a.has(b[i]!)) shared++;
  const all = a.size + b.length - shared;
  return all === 0 ? 0 : shared / all;
}
