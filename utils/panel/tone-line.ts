/** The tone of messages over time, in as many steps as their number bears. Pure. */
import type { ToneLabel } from '../core/reading';

export interface ToneMoment {
  at: number;
  /** Null where it could not be told. */
  tone: ToneLabel | null;
}

export interface ToneStep {
  from: number;
  to: number;
  /** Messages in it, and those whose tone could be told. */
  posts: number;
  told: number;
  positive: number;
  negative: number;
  /** From -1 to 1, or null where nothing could be told. */
  mean: number | null;
}

export interface ToneLineView {
  steps: ToneStep[];
  posts: number;
  told: number;
}

const MOST_STEPS = 12;
/** A step of fewer messages on average is chance. */
const POSTS_A_STEP = 3;
/** Fewer messages make no line. */
const LEAST = 4;
const WORTH: Record<ToneLabel, number> = { positive: 1, neutral: 0, mixed: 0, negative: -1 };

/** Null where there is too little to draw. */
export function toneLine(moments: readonly ToneMoment[]): ToneLineView | null {
  const told = moments.filter(({ tone }) => tone !== null).length;
  if (told < LEAST) return null;
  const times = moments.map(({ at }) => at);
  const first = Math.min(...times);
  const last = Math.max(...times);
  if (last <= first) return null;
  const count = Math.max(2, Math.min(MOST_STEPS, Math.floor(moments.length / POSTS_A_STEP)));
  const width = (last - first) / count;
  const steps: ToneStep[] = Array.from({ length: count }, (_, i) => ({
    ...{ from: first + i * width, to: first + (i + 1) * width },
    ...{ posts: 0, told: 0, positive: 0, negative: 0, mean: null },
  }));
  const sums = new Array<number>(count).fill(0);
  for (const { at, tone } of moments) {
    const i = Math.min(count - 1, Math.floor((at - first) / width));
    const step = steps[i] as ToneStep;
    step.posts++;
    if (!tone) continue;
    step.told++;
    if (tone === 'positive') step.positive++;
    if (tone === 'negative') step.negative++;
    sums[i] = (sums[i] as number) + WORTH[tone];
  }
  steps.forEach((step, i) => {
    if (step.told > 0) step.mean = (sums[i] as number) / step.told;
  });
  return { steps, posts: moments.length, told };
}

/** How it sounds: one word for a mean. */
export function soundOf(mean: number): 'positive' | 'neutral' | 'negative' {
  return mean > 0.25 ? 'positive' : mean < -0.25 ? 'negative' : 'neutral';
}
