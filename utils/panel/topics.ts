/** What the post in hand is about, asked of the worker once it is opened. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Post } from '../core/post';
import type { Topic } from '../core/topic';
import type { Panel } from './panel';

export function topicsModel(
  panel: Panel,
  post: ReadonlySignal<Post | null>,
  ends: AbortSignal,
): ReadonlySignal<readonly Topic[]> {
  const topics = signal<readonly Topic[]>([]);
  let current = '';
  const stop = effect(() => {
    const analysis = panel.analysis.value;
    const one = post.value;
    const asked = `${one?.key} ${one?.text}`;
    if (asked === current) return;
    topics.value = [];
    if (!analysis || !one) return;
    current = asked;
    analysis.topics(one.key).then(
      (found) => {
        if (asked === current) topics.value = found;
      },
      // Without topics a post is read all the same.
      () => undefined,
    );
  });
  ends.addEventListener('abort', stop, { once: true });
  return topics;
}
