/** The intent heads and the needs-a-reply head, from posts of our own; gratitude and praise from GoEmotions too. */
import { INTENTS, type Intent } from '../../core/reading';
import { FeatureList, parse } from '../features';
import { HEADS } from '../intent';
import { LANGUAGES } from '../language';
import type { DenseHead, IntentHead } from '../model';
import { REPLY_SIGNALS, replySignals } from '../needs-reply';
import { readSignals, SIGNALS, signal } from '../signals';
import type { Row } from './data';
import { featuresOf, type Linear, manyScores, scores, sigmoid, softmax } from './learn';
import { type Dense, fitLogistic, logit, type Sparse, sparse } from './logistic';

const list = new FeatureList();

/** The signals of a row as the reader would see them. */
export function signalsOf(row: Row, tone: Linear, temperature: number, feelings: Linear): Float64Array {
  const features = featuresOf(row.text, row.lang);
  const lang = Math.max(0, (LANGUAGES as readonly string[]).indexOf(row.lang));
  const p = softmax(scores(tone, { ...features, lang, label: 0, weight: 1 }, new Float64Array(3)), temperature);
  const felt = manyScores(feelings, features, new Float64Array(2));
  const english = row.lang === 'en';
  return readSignals(parse(row.text, row.lang, list), {
    negative: p[0] as number,
    positive: p[2] as number,
    thanks: english ? (felt[0] as number) : -2,
    praise: english ? (felt[1] as number) : -2,
  });
}

/** What we believe before any post: a head's own phrases speak for it, the longer the more. */
function priorOf(head: IntentHead): Dense {
  const weights = new Float64Array(SIGNALS.length);
  weights[signal(head)] = 1;
  weights[signal(`${head}+`)] = 2.5;
  weights[signal(`${head}++`)] = 3;
  return { weights, intercept: -2.5 };
}

const STRENGTH = 2;
const pull = () => STRENGTH;
const FOLDS = 4;
/** Talk that has nothing to do with us: what is surely absent from it, and what GoEmotions itself says. */
const ABSENT = new Set<IntentHead>(['spam', 'leaving', 'buying', 'urgency']);
const TOLD = new Set<IntentHead>(['thanks', 'praise']);
const TOLD_WEIGHT = 0.2;
const ABSENT_WEIGHT = 0.05;

/** F1 of saying yes from `at` on. */
function f1At(gold: readonly number[], said: readonly number[], at: number): number {
  let hits = 0;
  let both = 0;
  gold.forEach((yes, i) => {
    const told = (said[i] as number) >= at ? 1 : 0;
    hits += yes & told;
    both += yes + told;
  });
  return both ? (2 * hits) / both : 0;
}

/** Thresholds whose F1 is within this of the best are as good as it. */
const AS_GOOD = 0.02;

/**
 * Slope and shift so that probabilities are calibrated on held-out posts, then moved so that one half is where saying it is
 * right most often (F1): the middle of all thresholds that are about as good as the best, which is luck alone.
 */
function calibrate(gold: readonly number[], logits: readonly number[]): { slope: number; shift: number; f1: number } {
  const platt = fitLogistic(
    logits.map((z) => sparse(Float64Array.of(z))),
    gold,
    { weight: gold.map(() => 1), size: 1, l2: () => 0.5, steps: 300 },
  );
  const slope = Math.max(0.3, platt.weights[0] as number);
  const told = logits.map((z) => slope * z + platt.intercept);
  const tried = Array.from({ length: 41 }, (_, i) => -3 + i * 0.1).map((at) => ({ at, f1: f1At(gold, told, at) }));
  const best = Math.max(...tried.map(({ f1 }) => f1));
  const good = tried.filter(({ f1 }) => f1 >= best - AS_GOOD);
  const middle = good.reduce((sum, { at }) => sum + at, 0) / good.length;
  return { slope, shift: platt.intercept - middle, f1: best };
}

const round = (x: number) => Math.round(x * 1000) / 1000;
const toHead = (weights: Float64Array, intercept: number, slope: number, shift: number): DenseHead => ({
  weights: [...weights].map(round),
  intercept: round(intercept),
  slope: round(slope),
  shift: round(shift),
});

export interface IntentSets {
  own: Row[];
  /** Posts of GoEmotions that the feelings were not trained on. */
  elsewhere: Row[];
}

export function trainIntents(
  sets: IntentSets,
  read: (row: Row) => Float64Array,
  log: (line: string) => void,
): { intents: Record<IntentHead, DenseHead>; needsReply: DenseHead } {
  const ours = sets.own.map(read);
  const rows = [...ours, ...sets.elsewhere.map(read)].map(sparse);
  const ideas = [...new Set(sets.own.map((row) => row.idea))];
  const foldOf = sets.own.map((row) => ideas.indexOf(row.idea) % FOLDS);
  const intents = {} as Record<IntentHead, DenseHead>;
  const heldOut: Record<string, number>[] = sets.own.map(() => ({}));

  for (const name of HEADS) {
    const gold = sets.own.map((row) => row.intents?.[name] ?? 0);
    const labels = [...gold, ...sets.elsewhere.map((row) => (TOLD.has(name) ? (row.intents?.[name] ?? 0) : 0))];
    const far = TOLD.has(name) ? TOLD_WEIGHT : ABSENT.has(name) ? ABSENT_WEIGHT : 0;
    const weight = (fold: number) => [...foldOf.map((f) => (f === fold ? 0 : 1)), ...sets.elsewhere.map(() => far)];
    const prior = priorOf(name);
    const logits = new Array<number>(ours.length).fill(0);
    for (let fold = 0; fold < FOLDS; fold++) {
      const dense = fitLogistic(rows, labels, { weight: weight(fold), size: SIGNALS.length, l2: pull, prior });
      ours.forEach((_, i) => {
        if (foldOf[i] === fold) logits[i] = logit(dense, rows[i] as Sparse);
      });
    }
    const { slope, shift, f1 } = calibrate(gold, logits);
    logits.forEach((z, i) => {
      (heldOut[i] as Record<string, number>)[name] = sigmoid(slope * z + shift);
    });
    const dense = fitLogistic(rows, labels, { weight: weight(-1), size: SIGNALS.length, l2: pull, prior });
    intents[name] = toHead(dense.weights, dense.intercept, slope, shift);
    log(`intent ${name}: held-out F1 ${f1.toFixed(3)}`);
  }

  const needs = sets.own.map((row, i) =>
    sparse(replySignals(ours[i] as Float64Array, heldOut[i] as Record<Intent, number>, { parent: row.parent })),
  );
  const gold = sets.own.map((row) => (row.needsReply ? 1 : 0));
  const prior: Dense = { weights: new Float64Array(REPLY_SIGNALS.length), intercept: 0 };
  for (const name of INTENTS) prior.weights[REPLY_SIGNALS.indexOf(`p:${name}`)] = REPLY_PRIOR[name];
  prior.weights[REPLY_SIGNALS.indexOf('theirs')] = -2;
  const fitReply = (without: number) =>
    fitLogistic(needs, gold, {
      weight: foldOf.map((f) => (f === without ? 0 : 1)),
      size: REPLY_SIGNALS.length,
      l2: () => REPLY_STRENGTH,
      prior,
    });
  const logits = new Array<number>(needs.length).fill(0);
  for (let fold = 0; fold < FOLDS; fold++) {
    const dense = fitReply(fold);
    needs.forEach((row, i) => {
      if (foldOf[i] === fold) logits[i] = logit(dense, row);
    });
  }
  const { slope, shift, f1 } = calibrate(gold, logits);
  log(`needs a reply: held-out F1 ${f1.toFixed(3)}`);
  const dense = fitReply(-1);
  return {
    intents,
    needsReply: toHead(dense.weights, dense.intercept, slope, shift),
  };
}

const REPLY_STRENGTH = 2;
const REPLY_PRIOR: Record<Intent, number> = {
  question: 2,
  problem: 2,
  complaint: 1.5,
  request: 2,
  leaving: 1,
  buying: 1,
  urgency: 1,
  praise: -1,
  thanks: -1,
  offence: -1,
  spam: -3,
};
