/**
 * The model file: magic, length of a JSON header, the header, then the weights of the hashed heads as one byte each. One
 * version names weights and rules together: another version reads every post again.
 */
import type { Intent } from '../core/reading';
import type { LanguageModel } from './language';

/** Two linear scores over hashed features: `weights[slot * 2 + which] * scales[which]`. */
export interface HashedHead {
  bits: number;
  scales: [number, number];
  weights: Int8Array;
}

/** A yes-or-no head over the signals: logit = intercept + Σ weights · signals, then `slope · logit + shift`. */
export interface DenseHead {
  weights: number[];
  intercept: number;
  slope: number;
  shift: number;
}

/** From this top probability on, this share was right. */
export interface ConfidenceStep {
  from: number;
  right: number;
}

export type IntentHead = Intent | 'irony';

export interface ReadingModel {
  version: string;
  language: LanguageModel;
  /** Classes: negative and positive, both against neutral. */
  tone: HashedHead;
  /** Per language, `[negative, positive]`; `und` for the rest. */
  toneIntercepts: Record<string, [number, number]>;
  temperature: number;
  /** How often a judgement was right on held-out posts, by how sure it was; per language, `und` for the rest. */
  confidence: Record<string, ConfidenceStep[]>;
  /** Below this confidence no tone is told. */
  abstainBelow: number;
  /** Gratitude and admiration, learnt from a large English set. */
  feelings: HashedHead;
  feelingsIntercepts: [number, number];
  /** Signals the dense heads expect, by name: a guard against a model of other code. */
  signals: string[];
  intents: Record<IntentHead, DenseHead>;
  needsReply: DenseHead;
}

type Header = Omit<ReadingModel, 'language' | 'tone' | 'feelings'> & {
  language: Omit<LanguageModel, 'weights' | 'intercepts'> & { intercepts: number[] };
  tone: Omit<HashedHead, 'weights'>;
  feelings: Omit<HashedHead, 'weights'>;
};

const MAGIC = 0x54525431;
const LANGUAGE_CLASSES = 7;

/** Opens a model file. Throws where it is none, or cut short. */
export function readModel(buffer: ArrayBuffer): ReadingModel {
  const view = new DataView(buffer);
  if (buffer.byteLength < 8 || view.getUint32(0) !== MAGIC) throw new TypeError('not a reading model');
  const length = view.getUint32(4);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, length))) as Header;
  let at = 8 + length;
  const take = (size: number): Int8Array => {
    const weights = new Int8Array(buffer, at, size);
    at += size;
    return weights;
  };
  const { language, tone, feelings, ...rest } = header;
  return {
    ...rest,
    language: {
      ...language,
      intercepts: Float32Array.from(language.intercepts),
      weights: take((1 << language.bits) * LANGUAGE_CLASSES),
    },
    tone: { ...tone, weights: take((1 << tone.bits) * 2) },
    feelings: { ...feelings, weights: take((1 << feelings.bits) * 2) },
  };
}

/** The bytes of a model file. */
export function writeModel(model: ReadingModel): Uint8Array {
  const { language, tone, feelings, ...rest } = model;
  const bare = <Head extends { weights: Int8Array }>({ weights: _, ...head }: Head) => head;
  const { weights: languageWeights, ...languageHead } = language;
  const header: Header = {
    ...rest,
    language: { ...languageHead, intercepts: [...language.intercepts] },
    tone: bare(tone),
    feelings: bare(feelings),
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const parts = [languageWeights, tone.weights, feelings.weights];
  const bytes = new Uint8Array(8 + json.length + parts.reduce((sum, part) => sum + part.length, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC);
  view.setUint32(4, json.length);
  bytes.set(json, 8);
  let at = 8 + json.length;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.length), at);
    at += part.length;
  }
  return bytes;
}
