/** Bursting terms that the same posts use belong together. */
import type { Burst } from './bursts';
import type { Tuning } from './tuning';

export interface Cluster {
  bursts: Burst[];
  posts: Set<number>;
}

/** Groups by average link, then merges groups that share posts. */
export function clusterBursts(bursts: readonly Burst[], tuning: Tuning): Cluster[] {
  const strongest = [...bursts].sort((a, b) => a.p - b.p || a.term - b.term).slice(0, tuning.mostTerms);
  const groups = averageLink(
    strongest.map((b) => new Set(b.posts)),
    tuning.link,
  );
  const clusters = groups.map((group) => {
    const members = group.map((i) => strongest[i]!);
    return { bursts: members, posts: new Set(members.flatMap((b) => b.posts)) };
  });
  return mergeSharing(clusters, tuning.mergeShare);
}

/** Likeness of two terms by their posts: half overlap (the rarer one's share), half Jaccard. */
export function likeness(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  if (few.size === 0) return 0;
  let shared = 0;
  for (const post of few) if (many.has(post)) shared++;
  return 0.5 * (shared / few.size) + 0.5 * (shared / (a.size + b.size - shared));
}

/** Agglomerative clustering; the mean likeness between groups is kept up to date rather than computed anew. */
function averageLink(sets: readonly Set<number>[], least: number): number[][] {
  const groups: number[][] = sets.map((_, i) => [i]);
  const link = sets.map((a) => sets.map((b) => likeness(a, b)));
  const alive = sets.map((_, i) => i);
  for (;;) {
    let best = least;
    let pair: [number, number] | null = null;
    for (let i = 0; i < alive.length; i++) {
      for (let j = i + 1; j < alive.length; j++) {
        const value = link[alive[i]!]![alive[j]!]!;
        if (value >= best && (pair === null || value > best)) {
          best = value;
          pair = [alive[i]!, alive[j]!];
        }
      }
    }
    if (!pair) return alive.map((i) => groups[i]!);
    const [a, b] = pair;
    const sizeA = groups[a]!.length;
    const sizeB = groups[b]!.length;
    for (const other of alive) {
      const joined = (link[a]![other]! * sizeA + link[b]![other]! * sizeB) / (sizeA + sizeB);
      link[a]![other] = joined;
      link[other]![a] = joined;
    }
    groups[a]!.push(...groups[b]!);
    alive.splice(alive.indexOf(b), 1);
  }
}

/** Joins clusters while the smaller of two shares enough of its posts with the larger. */
export function mergeSharing(clusters: Cluster[], share: number): Cluster[] {
  const merged = [...clusters].sort((a, b) => b.posts.size - a.posts.size);
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = 0; i < merged.length && !changed; i++) {
      for (let j = merged.length - 1; j > i && !changed; j--) {
        const small = merged[j]!;
        let shared = 0;
        for (const post of small.posts) if (merged[i]!.posts.has(post)) shared++;
        if (shared < share * Math.min(small.posts.size, merged[i]!.posts.size)) continue;
        merged[i]!.bursts.push(...small.bursts);
        for (const post of small.posts) merged[i]!.posts.add(post);
        merged.splice(j, 1);
        changed = true;
      }
    }
  }
  return merged;
}
