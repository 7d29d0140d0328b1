/** The tone head, how sure it may be, and the heads of gratitude and admiration. */
import { LANGUAGES } from '../language';
import type { HashedHead, ReadingModel } from '../model';
import { type Row, random, shuffle } from './data';
import { type Example, exampleOf, featuresOf, type Linear, learn, learnMany, scores, softmax } from './learn';
import { quantise } from './quantise';

const TONES = ['negative', 'neutral', 'positive'];
/** Languages with intercepts of their own; the last is GoEmotions, whose classes are not balanced. */
const OTHER_SET = LANGUAGES.length;
const BITS = 17;

/** GoEmotions' labels by tone; surprise, curiosity, realization and confusion are neither. */
const GOOD = new Set(
  'admiration amusement approval caring desire excitement gratitude joy love optimism pride relief'.split(' '),
);
const BAD = new Set(
  'anger annoyance disappointment disapproval disgust embarrassment fear grief nervousness remorse sadness'.split(' '),
);

function fromEmotions(rows: readonly Row[]): Example[] {
  return rows.flatMap((row) => {
    const good = row.labels?.some((label) => GOOD.has(label));
    const bad = row.labels?.some((label) => BAD.has(label));
    if (good && bad) return [];
    return [exampleOf(row.text, 'en', OTHER_SET, good ? 2 : bad ? 0 : 1, 0.2)];
  });
}

function fromTones(rows: readonly Row[], weight: number): Example[] {
  return rows
    .filter((row) => row.tone && TONES.includes(row.tone))
    .map((row) =>
      exampleOf(
        row.text,
        row.lang,
        (LANGUAGES as readonly string[]).indexOf(row.lang),
        TONES.indexOf(row.tone as string),
        weight,
      ),
    );
}

/** Several shuffles averaged: less luck of the order. */
function learnTone(examples: readonly Example[], seeds: readonly number[]): Linear {
  const models = seeds.map((seed) =>
    learn(examples, { classes: 3, bits: BITS, langs: OTHER_SET + 1, epochs: 8, rate: 0.025, seed }),
  );
  const [first, ...rest] = models as [Linear, ...Linear[]];
  for (const part of ['weights', 'intercepts'] as const) {
    first[part].forEach((value, i) => {
      first[part][i] = rest.reduce((sum, model) => sum + (model[part][i] as number), value) / models.length;
    });
  }
  return first;
}

interface Judged {
  /** Logits against neutral: negative, neutral (0), positive. */
  logits: Float64Array;
  label: number;
}

function judge(model: Linear, examples: readonly Example[]): Judged[] {
  return examples.map((example) => {
    const logits = scores(model, example, new Float64Array(3));
    return { logits, label: example.label };
  });
}

/** The temperature under which the held-out labels are likeliest. */
function fitTemperature(judged: readonly Judged[]): number {
  let best = { temperature: 1, loss: Number.POSITIVE_INFINITY };
  for (let temperature = 0.5; temperature <= 3; temperature += 0.02) {
    let loss = 0;
    for (const { logits, label } of judged) loss -= Math.log(softmax(logits.slice(), temperature)[label] as number);
    if (loss < best.loss) best = { temperature, loss };
  }
  return Math.round(best.temperature * 100) / 100;
}

/** Equal shares of the held-out posts by how sure the head was, with how often it was right in each. */
function fitSteps(judged: readonly Judged[], temperature: number, steps: number): { from: number; right: number }[] {
  const sure = judged
    .map(({ logits, label }) => {
      const p = softmax(logits.slice(), temperature);
      const best = Math.max(...p);
      return { best, right: p[label] === best };
    })
    .sort((a, b) => a.best - b.best);
  return Array.from({ length: steps }, (_, i) => {
    const part = sure.slice(Math.floor((i * sure.length) / steps), Math.floor(((i + 1) * sure.length) / steps));
    const right = part.filter((one) => one.right).length / part.length;
    return {
      from: i === 0 ? 0 : Math.round((part[0]?.best ?? 0) * 1000) / 1000,
      right: Math.round(right * 1000) / 1000,
    };
  });
}

export interface ToneSets {
  /** UMSAB train. */
  posts: Row[];
  /** GoEmotions train. */
  emotions: Row[];
  own: Row[];
}

/** How many equal shares confidence is told in: finer is not knowable from a few thousand posts. */
const STEPS = 5;

export function trainTone(sets: ToneSets, log: (line: string) => void) {
  const posts = fromTones(sets.posts, 1);
  const emotions = fromEmotions(sets.emotions.filter((_, i) => i % 3 === 0));
  const own = fromTones(sets.own, 2);
  const folds = shuffle(
    posts.map((_, i) => i),
    random(3),
  );
  const heldOut: Judged[] = [];
  for (let fold = 0; fold < 3; fold++) {
    const out = new Set(folds.filter((_, i) => i % 3 === fold));
    const model = learnTone([...posts.filter((_, i) => !out.has(i)), ...emotions, ...own], [1]);
    heldOut.push(
      ...judge(
        model,
        posts.filter((_, i) => out.has(i)),
      ),
    );
    log(`tone fold ${fold + 1} of 3`);
  }
  const temperature = fitTemperature(heldOut);
  const confidence = fitSteps(heldOut, temperature, STEPS);
  /** Without our own posts: what the intents are trained beside must not have seen them. */
  const stranger = learnTone([...posts, ...emotions], [1]);
  const model = learnTone([...posts, ...emotions, ...own], [1, 2, 3]);
  log(`tone temperature ${temperature}, steps ${confidence.map((step) => step.right).join(' ')}`);
  return { head: toHead(model), toneIntercepts: interceptsOf(model), temperature, confidence, stranger };
}

function toHead({ weights, bits }: Linear): HashedHead {
  const against = new Float32Array((1 << bits) * 2);
  for (let slot = 0; slot < 1 << bits; slot++) {
    const neutral = weights[slot * 3 + 1] as number;
    against[slot * 2] = (weights[slot * 3] as number) - neutral;
    against[slot * 2 + 1] = (weights[slot * 3 + 2] as number) - neutral;
  }
  const { weights: packed, scales } = quantise(against, 2, 7);
  return { bits, weights: packed, scales: scales as [number, number] };
}

function interceptsOf({ intercepts }: Linear): ReadingModel['toneIntercepts'] {
  const at = (lang: number): [number, number] => {
    const neutral = intercepts[lang * 3 + 1] as number;
    return [(intercepts[lang * 3] as number) - neutral, (intercepts[lang * 3 + 2] as number) - neutral];
  };
  const all = LANGUAGES.map((_, i) => at(i));
  const mean = (k: 0 | 1) => all.reduce((sum, pair) => sum + pair[k], 0) / all.length;
  return { ...Object.fromEntries(LANGUAGES.map((lang, i) => [lang, at(i)])), und: [mean(0), mean(1)] };
}

/** Gratitude and admiration of GoEmotions. Two thirds teach, the rest stays for what is trained beside them. */
export function trainFeelings(emotions: readonly Row[]) {
  const examples = emotions
    .filter((_, i) => i % 3 !== 1)
    .map((row) => ({
      ...featuresOf(row.text, 'en'),
      labels: Uint8Array.of(row.intents?.thanks ?? 0, row.intents?.praise ?? 0),
      weights: Float32Array.of(1, 1),
    }));
  const model = learnMany(examples, { classes: 2, bits: 15, epochs: 5, rate: 0.05, seed: 1 });
  const packed = quantise(model.weights, 2, 7);
  return {
    model,
    head: { bits: model.bits, weights: packed.weights, scales: packed.scales as [number, number] } satisfies HashedHead,
    intercepts: [model.intercepts[0], model.intercepts[1]] as [number, number],
  };
}
