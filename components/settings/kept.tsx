import { useEffect } from 'preact/hooks';
import type { KeptModel } from '../../utils/panel/kept';
import { number } from '../../utils/text/numbers';
import { currentLocale, plural, t } from '../../utils/text/t';
import { Progress } from '../ui/progress';
import { StoreTrouble } from '../ui/store-trouble';
import { Figures } from './figures';

/** "11 MB", by locale. */
export function bytes(value: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
  const unit = units[step] ?? 'byte';
  const format = new Intl.NumberFormat(currentLocale(), {
    style: 'unit',
    unit,
    maximumFractionDigits: step > 2 ? 1 : 0,
  });
  return format.format(value / 1000 ** step);
}

/** What is on this computer, in figures. */
export function KeptFigures({ model }: { model: KeptModel }) {
  useEffect(() => void model.count(), [model]);
  const kept = model.kept.value;
  const forgetting = model.forgetting.value;
  const waits = t('keptCounting');
  const rows: [string, string][] = [
    [
      t('keptHere'),
      kept ? t('keptHereFigures', plural('sitePosts', kept.posts), plural('themePeople', kept.people)) : waits,
    ],
    [t('keptNotes'), kept ? number(kept.notes) : waits],
    [t('keptSpace'), kept ? space(kept.bytes, kept.room) : waits],
    [t('keptLasting'), t('keptLastingWords')],
  ];
  return (
    <>
      {model.fault.value ? <StoreTrouble kind={model.fault.value} /> : null}
      <Figures rows={rows} />
      {forgetting ? (
        <Progress
          label={t('siteForgetting', forgetting.name, number(forgetting.done), number(forgetting.total))}
          done={forgetting.done}
          total={forgetting.total}
          onStop={model.stop}
        >
          {t('siteForgetting', forgetting.name, number(forgetting.done), number(forgetting.total))}
        </Progress>
      ) : null}
      <p class="meta" role="status">
        {model.forgotten.value ? t('siteForgotten', model.forgotten.value) : null}
      </p>
    </>
  );
}

function space(used: number | null, room: number | null): string {
  if (used === null) return t('keptUnknown');
  return room === null ? bytes(used) : t('keptSpaceOf', bytes(used), bytes(Math.max(0, room - used)));
}
