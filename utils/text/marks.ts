/** Which marks a reading deserves: at most three, what wants something of us first. */
import type { Evidence, Intent, Reading } from '../core/reading';
import { type MessageKey, t } from './t';

/** The line beneath the words, and the sample of it beside the mark's name. */
export type Line = 'bad' | 'ask' | 'good' | 'request' | 'leaving' | 'mixed';

export interface Mark {
  /** What the evidence of this mark is `for`. */
  name: Evidence['for'];
  word: string;
  /** Null where no words are underlined for it: then it is text only. */
  line: Line | null;
}

const LINES: Partial<Record<Evidence['for'], Line>> = {
  problem: 'bad',
  complaint: 'bad',
  offence: 'bad',
  negative: 'bad',
  question: 'ask',
  thanks: 'good',
  praise: 'good',
  positive: 'good',
  request: 'request',
  needsReply: 'request',
  urgency: 'request',
  leaving: 'leaving',
};

/** The line drawn under a passage, or null for judgements that are only ever said in words (irony, spam). */
export function lineOf(name: Evidence['for']): Line | null {
  return LINES[name] ?? null;
}

/** In the order they are said: who leaves, what hurts, what is asked, what is given. */
const SAID: readonly Intent[] = [
  'leaving',
  'complaint',
  'problem',
  'offence',
  'question',
  'request',
  'urgency',
  'buying',
  'thanks',
  'praise',
  'spam',
];
/** Intents that already say the tone, so that it is not said twice. */
const TONED: Partial<Record<Intent, 'negative' | 'positive'>> = {
  complaint: 'negative',
  problem: 'negative',
  offence: 'negative',
  leaving: 'negative',
  thanks: 'positive',
  praise: 'positive',
};

/** An intent is said from here on: below, it is a guess not worth a reader's time. */
const SAY_FROM = 0.5;
/** Irony is easily wronged: below this every second hint hit somebody who meant what they said (our training half; from here one in four). */
const HINT_FROM = 0.7;
/** Beside one of these "asks for nothing" would not be believed. */
const ASKING: ReadonlySet<Intent> = new Set<Intent>(['question', 'request', 'problem', 'complaint', 'leaving']);

export function marksOf(reading: Reading, most = 3): Mark[] {
  const shown = new Set(reading.evidence.map((e) => e.for));
  const mark = (name: Evidence['for'], key: MessageKey): Mark => ({
    name,
    word: t(key),
    line: shown.has(name) ? lineOf(name) : null,
  });
  const intents = SAID.filter((intent) => (reading.intents[intent] ?? 0) >= SAY_FROM);
  const marks = intents.map((intent) => mark(intent, `mark_${intent}`));

  const tone = reading.tone.label;
  if (tone === 'mixed') marks.push({ name: 'mixed', word: t('mark_mixed'), line: shown.size ? 'mixed' : null });
  else if ((tone === 'negative' || tone === 'positive') && !intents.some((intent) => TONED[intent] === tone)) {
    marks.push(mark(tone, `mark_${tone}`));
  }
  if ((reading.irony ?? 0) >= HINT_FROM) marks.splice(1, 0, mark('irony', 'mark_irony'));

  const wants = reading.needsReply;
  const last =
    wants.value && !intents.includes('question') && !intents.includes('request')
      ? [mark('needsReply', 'mark_needsReply')]
      : !wants.value && wants.reason === 'thanksOnly' && !intents.some((intent) => ASKING.has(intent))
        ? [mark('needsReply', 'mark_asksNothing')]
        : [];
  return [...marks.slice(0, most - last.length), ...last];
}
