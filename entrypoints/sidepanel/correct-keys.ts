/** The keys that put a reading right, wherever a post is in hand. */
import type { KeyMap } from '../../components/ui/keys';
import type { Post } from '../../utils/core/post';
import type { Reading } from '../../utils/core/reading';
import type { Corrections } from '../../utils/panel/corrections';

export function correctKeys(
  corrections: Corrections,
  inHand: () => { post: Post; reading: Reading } | null,
): Pick<KeyMap, '+' | '0' | '-' | 'n'> {
  const tone = (to: 'positive' | 'neutral' | 'negative') => () => {
    const one = inHand();
    if (one) void corrections.correct(one.post, 'tone', to);
  };
  return {
    '+': tone('positive'),
    0: tone('neutral'),
    '-': tone('negative'),
    n() {
      const one = inHand();
      if (one) void corrections.turn(one.post, one.reading, 'needsReply');
    },
  };
}

/** Opens why the post in hand is read as it is, with the focus on it; once more closes it. */
export function openWhy(): void {
  const why = document.querySelector<HTMLDetailsElement>('.in-hand .why-box');
  if (!why) return;
  why.open = !why.open;
  why.querySelector<HTMLElement>('summary')?.focus();
}
