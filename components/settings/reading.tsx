/** Reading between the lines: how much could not be told, and what the user put right. */
import type { CorrectedLabel, LabelValue } from '../../utils/core/correction';
import type { CorrectionRow, ReadingSettings } from '../../utils/panel/corrections';
import { capital, number, percent } from '../../utils/text/numbers';
import { t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';
import { Words } from '../ui/words';

export function ReadingSection({ model }: { model: ReadingSettings }) {
  const rows = model.corrections.value;
  const share = model.share.value;
  return (
    <>
      {share && share.posts > 0 ? (
        <p>{t('readingUntold', number(share.posts), number(share.untold), percent(share.untold / share.posts))}</p>
      ) : null}
      <h3 class="h sub">{t('correctionsTitle')}</h3>
      {rows?.length === 0 ? <p class="meta">{t('correctionsNone')}</p> : null}
      <ul class="list">
        {(rows ?? []).map((row) => (
          <Corrected key={row.correction.id} row={row} onTakeBack={() => void model.takeBack(row)} />
        ))}
      </ul>
      {model.more.value ? (
        <p class="more">
          <LinkButton onClick={model.showMore}>{t('showMore', number(rows?.length ?? 0))}</LinkButton>
        </p>
      ) : null}
    </>
  );
}

/** As much of a message as tells which one it was. */
const SHOWN = 140;

function Corrected({ row: { correction, post }, onTakeBack }: { row: CorrectionRow; onTakeBack: () => void }) {
  const { label, was, to } = correction;
  const line = t('correctionLine', capital(labelWord(label)), valueWord(was), valueWord(to));
  return (
    <li>
      <p class="meta">
        {line} · <LinkButton onClick={onTakeBack}>{t('correctionTakeBack')}</LinkButton>
      </p>
      {post ? (
        <Words
          text={post.text}
          lang={post.lang}
          size="sm"
          ranges={[{ start: 0, end: Math.min(SHOWN, post.text.length) }]}
        />
      ) : (
        <p class="meta">{t('correctionGonePost')}</p>
      )}
    </li>
  );
}

function labelWord(label: CorrectedLabel): string {
  return label === 'tone' ? t('label_tone') : t(`mark_${label}`);
}

function valueWord(value: LabelValue): string {
  return value === 'yes' || value === 'no' || value === 'unsure' ? t(`value_${value}`) : t(`mark_${value}`);
}
