/** The tone head, how sure it may be, and the heads of gratitude and admiration. */
import { LANGUAGES } from '../language';
import type { ConfidenceStep, HashedHead, ReadingModel } from '../model';
import { type Row, random, shuffle } from './data';
import { type Example, exampleOf, featuresOf, type Linear, learn, learnMany, scores, softmax } from './learn';
import { quantise } from './quantise';

const TONES = ['negative', 'neutral', 'positive'];
/** Languages with intercepts of their own; the last is GoEmotions, whose classes are not balanced. */
const OTHER_SET = LANGUAGES.length;
const BITS = 16;

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

/** A tone head as it ships: rounded weights, neutral as the zero the others are measured against. */
interface Learnt {
  head: HashedHead;
  /** The same numbers, for scoring here. */
  linear: Linear;
}

/** Several shuffles averaged, less luck of the order; then rounded, so that all that follows sees what will ship. */
function learnTone(examples: readonly Example[]): Learnt {
  const models = SEEDS.map((seed) =>
    learn(examples, { classes: 3, bits: BITS, langs: OTHER_SET + 1, epochs: 8, rate: 0.025, seed }),
  );
  const mean = (part: 'weights' | 'intercepts', at: number) =>
    models.reduce((sum, model) => sum + (model[part][at] as number), 0) / models.length;
  const slots = 1 << BITS;
  const against = new Float32Array(slots * 2);
  for (let slot = 0; slot < slots; slot++) {
    const neutral = mean('weights', slot * 3 + 1);
    against[slot * 2] = mean('weights', slot * 3) - neutral;
    against[slot * 2 + 1] = mean('weights', slot * 3 + 2) - neutral;
  }
  const packed = quantise(against, 2, 7);
  const [negative, positive] = packed.scales as [number, number];
  const weights = new Float32Array(slots * 3);
  for (let slot = 0; slot < slots; slot++) {
    weights[slot * 3] = (packed.weights[slot * 2] as number) * negative;
    weights[slot * 3 + 2] = (packed.weights[slot * 2 + 1] as number) * positive;
  }
  const intercepts = new Float32Array((OTHER_SET + 1) * 3);
  for (let lang = 0; lang <= OTHER_SET; lang++) {
    for (const k of [0, 2])
      intercepts[lang * 3 + k] = mean('intercepts', lang * 3 + k) - mean('intercepts', lang * 3 + 1);
  }
  return {
    head: { bits: BITS, weights: packed.weights, scales: [negative, positive] },
    linear: { bits: BITS, classes: 3, weights, intercepts },
  };
}

const SEEDS = [1, 2];

interface Judged {
  /** Logits: negative, neutral (0), positive. */
  logits: Float64Array;
  label: number;
  lang: string;
}

function judge({ linear }: Learnt, examples: readonly Example[]): Judged[] {
  return examples.map((example) => ({
    logits: scores(linear, example, new Float64Array(3)),
    label: example.label,
    lang: LANGUAGES[example.lang] as string,
  }));
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

/**
 * Steps of a language's held-out posts by how sure the head was, with how often it was right in each, drawn towards
 * what all languages say: a few hundred posts alone would be luck.
 */
function fitSteps(judged: readonly Judged[], temperature: number, all?: readonly ConfidenceStep[]): ConfidenceStep[] {
  const sure = judged
    .map(({ logits, label }) => {
      const p = softmax(logits.slice(), temperature);
      const best = Math.max(...p);
      return { best, right: p[label] === best };
    })
    .sort((a, b) => a.best - b.best);
  return CUTS.map((cut, i) => {
    const part = sure.slice(Math.floor(cut * sure.length), Math.floor((CUTS[i + 1] ?? 1) * sure.length));
    const from = i === 0 ? 0 : round(part[0]?.best ?? 0);
    const middle = part[Math.floor(part.length / 2)]?.best ?? 0;
    const usual = all?.findLast((step) => middle >= step.from)?.right ?? 0;
    const drawn = all ? DRAWN : 0;
    const right = (part.filter((one) => one.right).length + drawn * usual) / (part.length + drawn);
    return { from, right: round(right) };
  });
}

/** So many posts of all languages count beside a language's own. */
const DRAWN = 100;

const round = (x: number) => Math.round(x * 1000) / 1000;

export interface ToneSets {
  /** UMSAB train. */
  posts: Row[];
  /** GoEmotions train. */
  emotions: Row[];
  own: Row[];
}

/**
 * Where confidence changes, as shares of the posts: the least sure, where it mostly abstains, the unsure and the sure.
 * Finer is not knowable from a few hundred posts of a language: each step more is told less truly.
 */
const CUTS = [0, 0.12, 0.55] as const;

export function trainTone(sets: ToneSets, log: (line: string) => void) {
  const posts = fromTones(sets.posts, 1);
  const emotions = fromEmotions(sets.emotions.filter((_, i) => i % 3 === 0));
  const own = fromTones(sets.own, 2);
  const folds = shuffle(
    posts.map((_, i) => i),
    random(3),
  );
  const heldOut: Judged[] = [];
  for (let fold = 0; fold < 4; fold++) {
    const out = new Set(folds.filter((_, i) => i % 4 === fold));
    const learnt = learnTone([...posts.filter((_, i) => !out.has(i)), ...emotions, ...own]);
    heldOut.push(
      ...judge(
        learnt,
        posts.filter((_, i) => out.has(i)),
      ),
    );
    log(`tone fold ${fold + 1} of 4`);
  }
  const temperature = fitTemperature(heldOut);
  const every = fitSteps(heldOut, temperature);
  const confidence: ReadingModel['confidence'] = { und: every };
  for (const lang of LANGUAGES) {
    confidence[lang] = fitSteps(
      heldOut.filter((one) => one.lang === lang),
      temperature,
      every,
    );
    log(`${lang}: right ${confidence[lang].map((step) => step.right).join(' ')}`);
  }
  log(`tone temperature ${temperature}`);
  /** Without our own posts: what the intents are trained beside must not have seen them. */
  const stranger = learnTone([...posts, ...emotions]).linear;
  const { head, linear } = learnTone([...posts, ...emotions, ...own]);
  return { head, toneIntercepts: interceptsOf(linear), temperature, confidence, stranger };
}

function interceptsOf({ intercepts }: Linear): ReadingModel['toneIntercepts'] {
  const all = LANGUAGES.map(
    (_, i) => [intercepts[i * 3] as number, intercepts[i * 3 + 2] as number] as [number, number],
  );
  const mean = (k: 0 | 1) => all.reduce((sum, pair) => sum + pair[k], 0) / all.length;
  return { ...Object.fromEntries(LANGUAGES.map((lang, i) => [lang, all[i]])), und: [mean(0), mean(1)] };
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
