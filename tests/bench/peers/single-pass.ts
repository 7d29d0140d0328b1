/**
 * Single-pass clustering (Allan et al. 1998): each post joins the nearest cluster of the last three days by the cosine of its
 * tf-idf words, or begins one; a cluster is raised when so many people are in it.
 */
import { commonWords, DAY, type Raised, type Row, wordsOf } from './ground';

const NEAR = 0.3;
const LIVES = 3 * DAY;
const MOST_WORDS = 40;

interface Cluster {
  centre: Map<string, number>;
  posts: string[];
  people: Set<string>;
  lastAt: number;
  isRaised: boolean;
}

export function singlePass(
  rows: readonly (Row & { author: string })[],
  { warmup, people }: { warmup: number; people: number },
): Raised[] {
  const start = rows[0]!.at;
  const split = rows.map((row) => wordsOf(row.text));
  const common = commonWords(
    split.filter((_, i) => rows[i]!.at < start + 14 * DAY),
    0.004,
  );
  const uses = new Map<string, number>();
  const holding = new Map<string, Set<Cluster>>();
  const raised: Raised[] = [];
  rows.forEach((row, i) => {
    const words = [...new Set(split[i]!)].filter((word) => !common.has(word));
    for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
    const vector = unit(new Map(words.map((word) => [word, Math.log((i + 2) / uses.get(word)!)])));
    const near = nearest(vector, holding, row.at);
    const cluster: Cluster = near ?? {
      centre: new Map(),
      posts: [],
      people: new Set(),
      lastAt: row.at,
      isRaised: false,
    };
    for (const [word, weight] of vector) {
      cluster.centre.set(word, (cluster.centre.get(word) ?? 0) + weight);
      holding.set(word, (holding.get(word) ?? new Set()).add(cluster));
    }
    trim(cluster, holding);
    cluster.posts.push(row.key);
    cluster.people.add(row.author);
    cluster.lastAt = row.at;
    if (!cluster.isRaised && cluster.people.size >= people && row.at >= start + warmup * DAY) {
      cluster.isRaised = true;
      const label = [...cluster.centre].sort((a, b) => b[1] - a[1]).slice(0, 3);
      raised.push({
        id: `pass${raised.length}`,
        at: row.at,
        tier: 'alert',
        label: label.map(([word]) => word).join(' · '),
        posts: [...cluster.posts],
      });
    }
  });
  return raised;
}

function nearest(vector: ReadonlyMap<string, number>, holding: Map<string, Set<Cluster>>, at: number): Cluster | null {
  const dots = new Map<Cluster, number>();
  for (const [word, weight] of vector) {
    for (const cluster of holding.get(word) ?? []) {
      if (at - cluster.lastAt > LIVES) holding.get(word)!.delete(cluster);
      else dots.set(cluster, (dots.get(cluster) ?? 0) + weight * (cluster.centre.get(word) ?? 0));
    }
  }
  let best: Cluster | null = null;
  let most = NEAR;
  for (const [cluster, dot] of dots) {
    const cosine = dot / Math.hypot(...cluster.centre.values());
    if (cosine > most) {
      most = cosine;
      best = cluster;
    }
  }
  return best;
}

function unit(vector: Map<string, number>): Map<string, number> {
  const length = Math.hypot(...vector.values()) || 1;
  return new Map([...vector].map(([word, weight]) => [word, weight / length]));
}

function trim(cluster: Cluster, holding: Map<string, Set<Cluster>>): void {
  if (cluster.centre.size <= 2 * MOST_WORDS) return;
  const ranked = [...cluster.centre].sort((a, b) => b[1] - a[1]);
  for (const [word] of ranked.slice(MOST_WORDS)) {
    cluster.centre.delete(word);
    holding.get(word)?.delete(cluster);
  }
}
