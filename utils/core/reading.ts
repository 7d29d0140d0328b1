/** What is read between the lines of a post. */
import type { PostKey } from './post';

export type ToneLabel = 'positive' | 'neutral' | 'negative' | 'mixed';

export const INTENTS = [
  'question',
  'problem',
  'complaint',
  'request',
  'praise',
  'thanks',
  'leaving',
  'buying',
  'urgency',
  'offence',
  'spam',
] as const;
export type Intent = (typeof INTENTS)[number];

export interface Tone {
  /** null where it cannot tell: it abstains. */
  label: ToneLabel | null;
  /** Calibrated probability of the label, 0 to 1. */
  confidence: number;
  scores: { positive: number; neutral: number; negative: number };
}

/** A passage that drove a judgement: UTF-16 offsets into the post's text. */
export interface Evidence {
  start: number;
  end: number;
  /** The intent or tone it speaks for, or `irony`, `needsReply`. */
  for: Intent | ToneLabel | 'irony' | 'needsReply';
  /** Share of the judgement, 0 to 1. */
  weight: number;
  /** What named it: a phrase of ours, one turned by a negation, a question mark. Absent: these words weighed most. */
  rule?: 'phrase' | 'negation' | 'questionMark';
}

/** Why a post wants, or does not want, an answer. Words for each are in the locales (`reason_<name>`). */
export type ReplyReason =
  | 'asks'
  | 'reportsProblem'
  | 'complains'
  | 'requests'
  | 'leaving'
  | 'buying'
  | 'addressesUs'
  | 'newcomer'
  | 'thanksOnly'
  | 'answered'
  | 'ours'
  | 'notForUs'
  | 'spam'
  | 'nothingAsked'
  /** The user said so. */
  | 'saidSo';

export interface Reading {
  key: PostKey;
  /** Digest of the text it was read from. */
  fingerprint: string;
  /** Version of model and rules: another version reads again. */
  version: string;
  /** BCP 47 primary language, or `und`. */
  lang: string;
  tone: Tone;
  /** Calibrated probability per intent, only those worth saying (see `analysis/`). */
  intents: Partial<Record<Intent, number>>;
  /** Possible irony, 0 to 1: never more than a hint. */
  irony?: number;
  needsReply: { value: boolean; confidence: number; reason: ReplyReason };
  evidence: Evidence[];
  /** What the user said of it himself: no guess any more (`correction.ts`). */
  corrected?: ('tone' | 'needsReply' | Intent)[];
}
