import type { Topic } from '../../utils/core/topic';
import { t } from '../../utils/text/t';
import { Name } from '../ui/byline';

/** Links have a name in words of their own; the page is a click away. */
const SHOWN = 8;

/** Names, products and things a message speaks of, in the order it says them. */
export function Topics({ topics }: { topics: readonly Topic[] }) {
  if (topics.length === 0) return null;
  return (
    <p class="meta topics">
      {t('topicsOf')}{' '}
      {topics.slice(0, SHOWN).map((topic, i) => (
        <span key={`${topic.kind} ${topic.text}`}>
          {i > 0 ? ', ' : null}
          <span title={t(`topic_${topic.kind}`)}>
            <Name>{topic.text}</Name>
          </span>
        </span>
      ))}
    </p>
  );
}
