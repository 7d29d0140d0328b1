/** Invented communities with a clock: quiet days of small talk, and themes put into them at known moments. */
import type { ThemePost } from '../../utils/analysis/themes/engine';
import { EVERYDAY, GAPS } from './brand/everyday';
import type { BrandTheme } from './brand/service';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** A Monday. */
export const START = Date.UTC(2026, 0, 5);

/** A small generator of random numbers that gives the same numbers for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

export interface CommunityOptions {
  seed: number;
  days: number;
  postsADay: number;
  people: number;
}

/** Small talk in three languages on three sites, busier on weekdays, in threads of a few posts. */
export function quietCommunity({ seed, days, postsADay, people }: CommunityOptions): ThemePost[] {
  const random = randomOf(seed);
  const posts: ThemePost[] = [];
  const threads: { key: string; site: string }[] = [];
  for (let day = 0; day < days; day++) {
    const weekend = day % 7 >= 5 ? 0.7 : 1.1;
    const n = Math.round(postsADay * weekend * (0.8 + 0.4 * random()));
    for (let i = 0; i < n; i++) {
      const key = `q${seed}-${day}-${i}`;
      if (threads.length === 0 || random() < 0.4)
        threads.unshift({ key, site: pick(random, ['foro', 'club', 'plaza']) });
      const thread = threads[Math.floor(random() * Math.min(threads.length, 10))]!;
      posts.push({
        key,
        at: START + day * DAY + Math.floor((8 + 15 * random()) * HOUR),
        author: `person${Math.floor(people * random() ** 1.5)}`,
        text: smallTalk(random),
        site: thread.site,
        threadKey: thread.key,
      });
    }
  }
  return posts.sort((a, b) => a.at - b.at);
}

function smallTalk(random: () => number): string {
  const share = random();
  const lang = share < 0.5 ? 'es' : share < 0.8 ? 'en' : 'pt';
  return pick(random, EVERYDAY[lang]).replace(/\{(\w+)\}/g, (_, gap: string) => pick(random, GAPS[lang][gap]!));
}

export interface Injected {
  name: string;
  onset: number;
  keys: Set<string>;
}

/** A theme's posts over its first days: most in the first, by different people, half of them in threads of their own. */
export function inject(
  theme: BrandTheme,
  onset: number,
  seed: number,
  people: number,
): { posts: ThemePost[]; truth: Injected } {
  const random = randomOf(seed * 7919 + 17);
  const texts = [...theme.posts].sort(() => random() - 0.5);
  const threads: { key: string; site: string }[] = [];
  const posts = texts.map((text, i) => {
    const key = `${theme.name}-${seed}-${i}`;
    const after = i === 0 ? 0 : Math.min(72 * HOUR, -Math.log(1 - random()) * 22 * HOUR);
    if (threads.length === 0 || random() < 0.5) threads.push({ key, site: pick(random, ['foro', 'club', 'plaza']) });
    const thread = pick(random, threads);
    return {
      key,
      at: onset + Math.floor(after),
      author: `person${Math.floor(people * random())}`,
      text,
      site: thread.site,
      threadKey: thread.key,
    };
  });
  return { posts, truth: { name: theme.name, onset, keys: new Set(posts.map((post) => post.key)) } };
}
