/** What a query says, once parsed. */
import { INTENTS } from './reading';

/** Words in a row: one word, or a "phrase". A word that ends in `*` stands for every word that begins so. */
export interface Term {
  kind: 'term';
  words: string[];
  /** Signs that are no words (an emoji): looked for as they are. Only where `words` is empty. */
  literal?: string;
}

/** Every part within `distance` words of the part before it, in either order. */
export interface Near {
  kind: 'near';
  distance: number;
  parts: Term[];
}

/** What it is by its place, and (`INTENTS`) what was read in it. */
export const IS_VALUES = ['post', 'reply', 'review', 'mention', 'unanswered', 'ours', ...INTENTS] as const;
export const TONE_VALUES = ['positive', 'neutral', 'negative', 'mixed'] as const;
export const HAS_VALUES = ['note', 'link', 'media', 'quote'] as const;

export type Query =
  | { kind: 'and'; parts: Query[] }
  | { kind: 'or'; parts: Query[] }
  | { kind: 'not'; part: Query }
  | Term
  | Near
  | { kind: 'site'; value: string }
  | { kind: 'author'; value: string }
  | { kind: 'lang'; value: string }
  | { kind: 'tone'; value: (typeof TONE_VALUES)[number] }
  /** Whose it is of us. */
  | { kind: 'for'; value: string }
  | { kind: 'is'; value: (typeof IS_VALUES)[number] }
  | { kind: 'has'; value: (typeof HAS_VALUES)[number] }
  | { kind: 'before'; at: number }
  | { kind: 'after'; at: number };

/** Words for each are in the locales (`query_<reason>`). */
export type QueryReason =
  | 'unclosedQuote'
  | 'unclosedParenthesis'
  | 'strayParenthesis'
  | 'missingTerm'
  | 'nearWordsOnly'
  | 'unknownField'
  | 'unknownValue'
  | 'badDate'
  | 'tooLong'
  | 'tooDeep';

/** A mistake, and where it stands in what was typed. */
export interface QueryProblem {
  reason: QueryReason;
  start: number;
  end: number;
}
