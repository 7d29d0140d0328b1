/** What the user says of a post instead of what was read: it stands for that post, and similar posts learn from it. */
import type { PostKey } from './post';
import { INTENTS, type Intent, type Reading, type ToneLabel } from './reading';

/** What can be corrected. */
export type CorrectedLabel = 'tone' | 'needsReply' | Intent;
export const CORRECTED_LABELS: readonly CorrectedLabel[] = ['tone', 'needsReply', ...INTENTS];

/** A tone, or whether it is so. `unsure`: the reading had told no tone. */
export type LabelValue = ToneLabel | 'unsure' | 'yes' | 'no';

export interface Correction {
  /** `label|postKey`: a post's label is corrected once, the last word stands. */
  id: string;
  postKey: PostKey;
  label: CorrectedLabel;
  /** As it was read, so that it can be said and put back. */
  was: LabelValue;
  to: LabelValue;
  at: number;
  /** The words it was said of; another text is read anew. */
  textHash: string;
  /** What similar posts are known by: hashes of words, no text. Filled in by the analysis worker. */
  features?: number[];
}

/** An intent is told from here on. */
export const TOLD_FROM = 0.5;

export function correctionId(postKey: PostKey, label: CorrectedLabel): string {
  return `${label}|${postKey}`;
}

/** A short digest of a text: tells an edited post from the one that was corrected. */
export function textHash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 13);
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
}

/** What a reading says of a label. */
export function labelOf(reading: Reading, label: CorrectedLabel): LabelValue {
  if (label === 'tone') return reading.tone.label ?? 'unsure';
  if (label === 'needsReply') return reading.needsReply.value ? 'yes' : 'no';
  return (reading.intents[label] ?? 0) >= TOLD_FROM ? 'yes' : 'no';
}

const SURE: Record<ToneLabel, Reading['tone']['scores']> = {
  positive: { positive: 1, neutral: 0, negative: 0 },
  neutral: { positive: 0, neutral: 1, negative: 0 },
  negative: { positive: 0, neutral: 0, negative: 1 },
  mixed: { positive: 0.5, neutral: 0, negative: 0.5 },
};
const TONES: readonly string[] = Object.keys(SURE);

/** The reading with what the user said of this very text put in its place. */
export function withCorrections<R extends Omit<Reading, 'key' | 'fingerprint'>>(
  reading: R,
  corrections: readonly Correction[],
  text: string,
): R {
  const hash = corrections.length > 0 ? textHash(text) : '';
  let result = reading;
  for (const correction of corrections) {
    if (correction.textHash !== hash) continue;
    result = { ...put(result, correction), corrected: [...(result.corrected ?? []), correction.label] };
  }
  return result;
}

function put<R extends Omit<Reading, 'key' | 'fingerprint'>>(reading: R, { label, to }: Correction): R {
  if (label === 'tone') {
    if (!TONES.includes(to)) return reading;
    const tone = to as ToneLabel;
    const evidence = reading.evidence.filter(({ for: what }) => !TONES.includes(what) || what === tone);
    return { ...reading, evidence, tone: { label: tone, confidence: 1, scores: SURE[tone] } };
  }
  const yes = to === 'yes';
  if (label === 'needsReply') {
    return { ...reading, needsReply: { value: yes, confidence: 1, reason: 'saidSo' } };
  }
  const { [label]: _was, ...others } = reading.intents;
  return {
    ...reading,
    intents: yes ? { ...others, [label]: 1 } : others,
    evidence: yes ? reading.evidence : reading.evidence.filter(({ for: what }) => what !== label),
  };
}
