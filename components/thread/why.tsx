import type { Reading } from '../../utils/core/reading';
import { marksOf } from '../../utils/text/marks';
import { capital } from '../../utils/text/numbers';
import { spansOf } from '../../utils/text/spans';
import { t } from '../../utils/text/t';
import { Icon } from '../ui/icon';

/** Why each mark stands there: the very words. A reading is never more than that. */
export function Why({ reading, text }: { reading: Reading; text: string }) {
  const lines = marksOf(reading).flatMap((mark) => {
    const evidence = reading.evidence.filter((piece) => piece.for === mark.name);
    const words = spansOf(evidence, text)
      .slice(0, 3)
      .map((span) => text.slice(span.start, span.end));
    return words.length > 0 ? [{ mark, words }] : [];
  });
  return (
    <details class="quiet">
      <summary>
        <Icon name="chevron" />
        {t('whyThis')}
      </summary>
      {lines.length > 0 ? (
        <ul class="why">
          {lines.map(({ mark, words }) => (
            <li key={mark.name} class="meta">
              {capital(mark.word)}: <bdi dir="auto">{words.map((word) => `“${word}”`).join(', ')}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      <p class="meta">{t(`reason_${reading.needsReply.reason}`)}</p>
    </details>
  );
}
