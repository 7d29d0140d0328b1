import { type CorrectedLabel, type LabelValue, labelOf } from '../../utils/core/correction';
import { INTENTS, type Reading, type ToneLabel } from '../../utils/core/reading';
import { t } from '../../utils/text/t';

const TONES: readonly ToneLabel[] = ['positive', 'neutral', 'negative', 'mixed'];
/** The key that says a tone wherever the post is in hand. */
const TONE_KEYS: Partial<Record<ToneLabel, string>> = { positive: '+', neutral: '0', negative: '-' };

export interface CorrectProps {
  reading: Reading;
  onCorrect: (label: CorrectedLabel, to: LabelValue) => void;
}

/** What was read, as words to press: whoever knows better says so with one of them. */
export function Correct({ reading, onCorrect }: CorrectProps) {
  const turn = (label: Exclude<CorrectedLabel, 'tone'>) => (
    <Choice
      key={label}
      word={t(`mark_${label}`)}
      is={labelOf(reading, label) === 'yes'}
      said={reading.corrected?.includes(label)}
      keyName={label === 'needsReply' ? 'n' : undefined}
      onPick={() => onCorrect(label, labelOf(reading, label) === 'yes' ? 'no' : 'yes')}
    />
  );
  return (
    <fieldset class="correct">
      <legend class="sr">{t('correctLabel')}</legend>
      <p class="meta">{t('correctHelp')}</p>
      <fieldset class="choices">
        <legend class="sr">{t('correctTone')}</legend>
        {TONES.map((tone) => (
          <Choice
            key={tone}
            word={t(`mark_${tone}`)}
            is={reading.tone.label === tone}
            said={reading.tone.label === tone && reading.corrected?.includes('tone')}
            keyName={TONE_KEYS[tone]}
            onPick={() => onCorrect('tone', tone)}
          />
        ))}
      </fieldset>
      <fieldset class="choices">
        <legend class="sr">{t('correctIntents')}</legend>
        {turn('needsReply')}
        {INTENTS.map(turn)}
      </fieldset>
    </fieldset>
  );
}

interface ChoiceProps {
  word: string;
  is: boolean;
  /** The user said so himself. */
  said?: boolean | undefined;
  keyName?: string | undefined;
  onPick: () => void;
}

function Choice({ word, is, said, keyName, onPick }: ChoiceProps) {
  return (
    <button type="button" class="choice" aria-pressed={is} aria-keyshortcuts={keyName} onClick={onPick}>
      {keyName ? (
        <span class="key" aria-hidden="true">
          {keyName}
        </span>
      ) : null}
      {word}
      {said ? <span class="meta"> · {t('correctYours')}</span> : null}
    </button>
  );
}
