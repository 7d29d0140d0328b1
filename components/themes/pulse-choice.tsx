/** Which days and which community the pulse is of, and what stands beside it: other days, or another community. */
import { useId } from 'preact/hooks';
import type { Asked, PulseModel, Range } from '../../utils/panel/pulse';
import { dayAfter, dayOf, rangeAsked, startOfDay } from '../../utils/panel/pulse-range';
import { siteName } from '../../utils/text/sites';
import { t } from '../../utils/text/t';
import { Select } from '../ui/fields';

const DAYS = [1, 7, 30] as const;

export function PulseChoice({ model, onChange }: { model: PulseModel; onChange: () => void }) {
  const asked = model.asked.value;
  const sites = model.sites.value ?? [];
  const ask = (to: Partial<Asked>) => {
    onChange();
    model.ask(to);
  };
  const communities = sites.map((site) => ({ value: site, word: siteName(site) }));
  const beside = asked.beside === 'site' ? `site ${asked.other}` : asked.beside;
  const { own, besides } = rangeAsked(asked, model.today);
  return (
    <div class="pulse-choice">
      <Select
        label={t('pulseDays')}
        value={asked.range ? 'own' : String(asked.days)}
        options={[...DAYS, 'own' as const].map((days) => ({ value: String(days), word: t(`pulseDays_${days}`) }))}
        onChange={(days) => ask(days === 'own' ? { range: own } : { days: Number(days) as Asked['days'], range: null })}
      />
      {asked.range ? (
        <Days from={t('pulseFrom')} to={t('pulseTo')} range={asked.range} onChange={(range) => ask({ range })} />
      ) : null}
      <Select
        label={t('pulseSite')}
        value={asked.site ?? ''}
        options={[{ value: '', word: t('pulseEverywhere') }, ...communities]}
        onChange={(site) =>
          ask(site || asked.beside !== 'site' ? { site: site || null } : { site: null, beside: 'before', other: null })
        }
      />
      <Select
        label={t('pulseBeside')}
        value={beside}
        options={[
          { value: 'before', word: t('pulseBefore') },
          { value: 'days', word: t('pulseBesideDays') },
          ...(asked.site
            ? communities
                .filter(({ value }) => value !== asked.site)
                .map(({ value, word }) => ({ value: `site ${value}`, word }))
            : []),
        ]}
        onChange={(to) =>
          ask(
            to === 'before' || to === 'days'
              ? { beside: to, other: null, besideRange: to === 'days' ? besides : null }
              : { beside: 'site', other: to.slice('site '.length), besideRange: null },
          )
        }
      />
      {asked.beside === 'days' && asked.besideRange ? (
        <Days
          from={t('pulseBesideFrom')}
          to={t('pulseBesideTo')}
          range={asked.besideRange}
          onChange={(besideRange) => ask({ besideRange })}
        />
      ) : null}
    </div>
  );
}

interface DaysProps {
  from: string;
  to: string;
  range: Range;
  onChange: (range: Range) => void;
}

/** Two days, both counted; the second follows where the first goes beyond it. */
function Days({ from, to, range, onChange }: DaysProps) {
  const turn = (first: number, last: number) =>
    onChange({ from: Math.min(first, last), to: dayAfter(Math.max(first, last)) });
  return (
    <>
      <DayField label={from} at={range.from} onChange={(at) => turn(at, range.to - 1)} />
      <DayField label={to} at={range.to - 1} onChange={(at) => turn(range.from, at)} />
    </>
  );
}

function DayField({ label, at, onChange }: { label: string; at: number; onChange: (at: number) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label class="label" htmlFor={id}>
        {label}
      </label>
      <input
        class="box"
        id={id}
        type="date"
        value={dayOf(at)}
        onChange={(event) => {
          const chosen = startOfDay(event.currentTarget.value);
          if (chosen !== null) onChange(chosen);
        }}
      />
    </div>
  );
}
