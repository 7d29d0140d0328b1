/** What was seen, as a line; what is usual, as a band. Words sit on the picture, a full sentence is its label. */
import type { ComponentChildren } from 'preact';
import { number } from '../../utils/text/numbers';

export interface SparkStep {
  observed: number;
  low: number;
  high: number;
}

export interface SparklineProps {
  steps: readonly SparkStep[];
  /** The whole picture as a sentence. */
  label: string;
  /** Index of the step where it begins, with its word below; and the word below the first step. */
  start?: { index: number; word: string } | undefined;
  first?: string | undefined;
  height?: number;
  /** Words of a large picture's own, in its units; they need 18 below the base. */
  words?: (place: SparkPlace) => ComponentChildren;
}

/** Where things stand on the picture. */
export interface SparkPlace {
  x(index: number): number;
  y(value: number): number;
  base: number;
  top: number;
  width: number;
}

const WIDTH = 360;
/** Room at the right for the last number. */
const END = 340;
const TOP = 8;

export function Sparkline({ steps, label, start, first, height = 56, words: ownWords }: SparklineProps) {
  if (steps.length < 2) return null;
  const base = height - 4;
  const most = Math.max(1, ...steps.map((step) => Math.max(step.observed, step.high)));
  const x = (index: number) => 2 + (index * (END - 2)) / (steps.length - 1);
  const y = (value: number) => base - (value / most) * (base - TOP);
  const path = (value: (step: SparkStep) => number) =>
    steps.map((step, index) => `${index ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value(step)).toFixed(1)}`).join('');
  const back = steps
    .map((step, index) => `L${x(index).toFixed(1)} ${y(step.low).toFixed(1)}`)
    .reverse()
    .join('');
  const last = steps[steps.length - 1] as SparkStep;
  const words = Boolean(first || start || ownWords);
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${height + (words ? 16 : 0)}`} role="img" aria-label={label}>
      <path class="band" d={`${path((step) => step.high)}${back}Z`} />
      <path class="brim" d={path((step) => step.high)} />
      {start ? <path class="start" d={`M${x(start.index).toFixed(1)} ${TOP}V${base}`} /> : null}
      <path class="seen" d={path((step) => step.observed)} />
      <circle class="dot" cx={END} cy={y(last.observed).toFixed(1)} r="2.75" />
      <text class="now" x={WIDTH} y={(y(last.observed) + 4).toFixed(1)} text-anchor="end">
        {number(last.observed)}
      </text>
      {first && !(start && x(start.index) < 90) ? (
        <text x="2" y={height + 12}>
          {first}
        </text>
      ) : null}
      {start ? (
        <text
          x={Math.min(Math.max(x(start.index), 24), END - 12).toFixed(1)}
          y={height + 12}
          text-anchor={x(start.index) < 40 ? 'start' : 'middle'}
        >
          {start.word}
        </text>
      ) : null}
      {ownWords?.({ x, y, base, top: TOP, width: WIDTH })}
    </svg>
  );
}
