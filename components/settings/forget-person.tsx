import type { ForgetPersonModel } from '../../utils/panel/forget-person';
import { number } from '../../utils/text/numbers';
import { t } from '../../utils/text/t';
import { Progress } from '../ui/progress';
import { StoreTrouble } from '../ui/store-trouble';
import { Receipt } from './letting-go';
import { TypedWord } from './typed-word';

/** At the foot of a person's page: everything about them goes, in one action that no undo can serve. */
export function ForgetPerson({ model, now }: { model: ForgetPersonModel; now: number }) {
  const work = model.work.value;
  const receipt = model.receipt.value;
  const fault = model.fault.value;
  return (
    <section class="section forget" aria-label={t('personForget')}>
      {work ? (
        <Progress label={t('personForgetting')} done={work.done} total={Math.max(1, work.total)}>
          {t('personForgetting')} {work.total > 0 ? `${number(work.done)} / ${number(work.total)}` : ''}
        </Progress>
      ) : receipt ? null : (
        <TypedWord
          open={t('personForget')}
          word={t('wordForget')}
          ask={(word) => t('personForgetAsk', word)}
          act={t('forget')}
          onDone={() => void model.forget()}
        />
      )}
      <div role="status">
        {receipt ? (
          <p>
            {t('personForgotten')} <Receipt row={receipt} now={now} />
          </p>
        ) : null}
        {fault === 'oneOfUs' ? <p>{t('personForgetUs')}</p> : fault ? <StoreTrouble kind={fault} /> : null}
      </div>
    </section>
  );
}
