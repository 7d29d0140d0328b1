import { closingOf } from './closing';
import { COMPLAINS } from './closing-words';
import type { Outcome } from './draft';
import { fold } from './normalize';

/** After this long without a word, an answer of ours met silence. */
export const SILENCE = 7 * 86_400_000;

/** What somebody's word back says about our answer; null where it says neither. */
export function outcomeOf(text: string): Outcome | null {
  const closing = closingOf(text, 'answered');
  if (closing === 'solved') return 'solved';
  if (closing) return 'thanked';
  COMPLAINS.lastIndex = 0;
  return COMPLAINS.test(fold(text)) ? 'argued' : null;
}
