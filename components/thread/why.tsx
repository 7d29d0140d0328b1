import type { CorrectedLabel, LabelValue } from '../../utils/core/correction';
import type { Evidence, Reading } from '../../utils/core/reading';
import { marksOf } from '../../utils/text/marks';
import { capital, percent } from '../../utils/text/numbers';
import { spansOf } from '../../utils/text/spans';
import { t } from '../../utils/text/t';
import { Icon } from '../ui/icon';
import { plain } from '../ui/plain';
import { Correct } from './correct';

export interface WhyProps {
  reading: Reading;
  text: string;
  onCorrect: (label: CorrectedLabel, to: LabelValue) => void;
}

/** Why each mark stands there: the very words, with how much they weighed. A reading is never more than that, and can be put right. */
export function Why({ reading, text, onCorrect }: WhyProps) {
  const lines = marksOf(reading).flatMap((mark) => {
    const quotes = quotesOf(reading, mark.name, text);
    return quotes.length > 0 ? [{ mark, quotes }] : [];
  });
  const { label, confidence } = reading.tone;
  return (
    <details class="quiet why-box">
      <summary>
        <Icon name="chevron" />
        {t('whyThis')}
      </summary>
      {lines.length > 0 ? (
        <ul class="why">
          {lines.map(({ mark, quotes }) => (
            <li key={mark.name} class="meta">
              {capital(mark.word)}:{' '}
              {quotes.map(({ words, share, rule }, i) => (
                <span key={words}>
                  {i > 0 ? ', ' : null}
                  <bdi dir="auto">“{plain(words)}”</bdi> {share}
                  {rule ? ` (${t(`rule_${rule}`)})` : null}
                </span>
              ))}
            </li>
          ))}
        </ul>
      ) : null}
      <p class="meta">
        {reading.corrected?.includes('tone') && label
          ? t('toneYours', capital(t(`mark_${label}`)))
          : label
            ? t('toneSure', t(`mark_${label}`), percent(confidence))
            : t('toneUntold')}
      </p>
      <p class="meta">{t(`reason_${reading.needsReply.reason}`)}</p>
      <Correct reading={reading} onCorrect={onCorrect} />
    </details>
  );
}

interface Quote {
  words: string;
  /** Share of the judgement, in words. */
  share: string;
  rule: Evidence['rule'];
}

function quotesOf(reading: Reading, name: Evidence['for'], text: string): Quote[] {
  const evidence = reading.evidence.filter((piece) => piece.for === name);
  return spansOf(evidence, text)
    .slice(0, 3)
    .map((span) => {
      const within = evidence.filter((piece) => piece.start < span.end && piece.end > span.start);
      const weight = within.reduce((sum, piece) => sum + piece.weight, 0);
      return { words: text.slice(span.start, span.end), share: percent(Math.min(1, weight)), rule: within[0]?.rule };
    });
}
