/**
 * Text made to be slow: a long run of what a pattern almost accepts. Whatever reads captured text must stay near to linear, or
 * one post would hold the page or the panel for minutes.
 */
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../utils/analysis/text';
import { termsOf } from '../../utils/analysis/themes/terms';
import { closingOf } from '../../utils/core/closing';
import { showHidden } from '../../utils/core/hidden';
import { cleanLine, cleanText, fold } from '../../utils/core/normalize';
import { outcomeOf } from '../../utils/core/outcome';
import { wordsOf } from '../../utils/core/words';
import { markdownLines } from '../../utils/exporting/markdown-text';
import { findDates } from '../../utils/replies/dates';
import { guessAct } from '../../utils/replies/guesses';
import { givesOrders, speaksAsMachine } from '../../utils/replies/hostile';
import { registerOf } from '../../utils/replies/manner';
import { visibleText } from '../../utils/replies/names';
import { withoutPersonalData } from '../../utils/replies/personal';
import { findPromises } from '../../utils/replies/promises';
import { topicOf } from '../../utils/replies/topic';
import { contentStems, gramTerms } from '../../utils/replies/words';

/** Half of what a stored text may have: the other half would only tell the same later. */
const LENGTH = 32_768;
/** Longest a function may take, ms: a linear one takes 5 to 50 here, a quadratic one thousands. */
const MOST = 2_000;

const PUMPS = [
  ['tabs', '', '\t', 'x'],
  ['spaces before an odd end', 'a', ' ', '\u00a0.'],
  ['hyphens', '', '-', '\u0000-'],
  ['open brackets', '', '[', '\n[]'],
  ['pictures begun', '', '![](\u0000', '\n'],
  ['words joined by hyphens', 'ª', 'u-', '\u0000'],
  ['mail addresses begun', '', '.aa%', '.aa'],
  ['mail addresses without end', 'a@', 'a.', '!'],
  ['schemes', '', 'tp://', 'tp:///'],
  ['hashes', '', '#', '\n#'],
  ['exclamations', '', '!', '\u0000!'],
  ['figures', '', '1.', 'x'],
  ['figures and spaces', '', '1 ', 'x'],
  ['capitals', '', 'A', '1'],
  ['open angles', '', '<', '>'],
  ['backticks', '', '`', 'x'],
  ['braces', '', '{', '}'],
  ['open parentheses', '', '(', ')'],
  ['marks of direction', '', '\u200f', 'x'],
  ['combining marks', 'a', '\u0301', 'x'],
  ['emoji joined', '', '👩\u200d', 'x'],
  ['we will', '', 'we will ', 'x'],
  ['te digo', '', 'te digo ', 'x'],
  ['gracias', '', 'gracias ', 'x'],
  ['but', '', 'but ', 'x'],
  ['quotes', '', '> ', 'x'],
  ['mentions', '', '@a', '@'],
  ['one word', '', 'a', ''],
  ['new lines', '', '\n ', 'x'],
] as const;

const READERS: Record<string, (text: string) => unknown> = {
  cleanText: (text) => cleanText(`${text}\t\n${text}`),
  cleanLine,
  fold,
  wordsOf,
  outcomeOf,
  closingOf: (text) => closingOf(text, { ours: true } as never),
  tokenize,
  termsOf: (text) => termsOf(text, new Set()),
  markdownLines,
  showHidden,
  visibleText,
  findDates: (text) => findDates(text, 0),
  findPromises: (text) => findPromises(text, 0),
  guessAct,
  givesOrders,
  speaksAsMachine,
  registerOf,
  withoutPersonalData,
  contentStems,
  gramTerms,
  topicOf: (text) => topicOf(text, 'en', 'formal' as never, null),
};

describe.each(Object.entries(READERS))('%s', (_, read) => {
  it.each(PUMPS)('%s', (_name, before, pump, after) => {
    const text = before + pump.repeat(Math.floor(LENGTH / pump.length)) + after;
    const started = performance.now();
    read(text);
    expect(performance.now() - started).toBeLessThan(MOST);
  });
});
