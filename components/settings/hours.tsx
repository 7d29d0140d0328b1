/** Our hours: which days, from when to when, by whose clock. Written as people write them: "9-14, 16-19". */
import type { OurHours, Settings } from '../../utils/core/settings';
import { parseBlocks, writeBlocks } from '../../utils/panel/hours-text';
import type { SettingsModel } from '../../utils/panel/settings';
import { currentLocale, t } from '../../utils/text/t';
import { Button, LinkButton } from '../ui/button';
import { StoredField } from '../ui/fields';

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

const dayName = (day: number): string =>
  new Intl.DateTimeFormat(currentLocale(), { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 0, 5 + day));

const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Monday to Friday, with a pause at noon: a beginning to change, not a claim. */
const USUAL: OurHours['week'] = DAYS.map((day) =>
  day < 5
    ? [
        [9 * 60, 14 * 60],
        [16 * 60, 19 * 60],
      ]
    : [],
);

export function Hours({ model, settings }: { model: SettingsModel; settings: Settings }) {
  const { hours } = settings;
  const keep = (next: OurHours | null) =>
    void model.change(({ hours: _old, ...rest }) => (next ? { ...rest, hours: next } : rest));
  if (!hours) {
    return (
      <>
        <p>{t('hoursHelp')}</p>
        <div class="buttons">
          <Button onClick={() => keep({ timeZone: ownZone(), week: USUAL })}>{t('hoursSay')}</Button>
        </div>
      </>
    );
  }
  return (
    <>
      <p class="meta">{t('hoursHow')}</p>
      <div class="hours-week">
        {DAYS.map((day) => (
          <Day
            key={day}
            name={dayName(day)}
            blocks={hours.week[day] ?? []}
            onChange={(blocks) =>
              keep({ ...hours, week: DAYS.map((one) => (one === day ? blocks : (hours.week[one] ?? []))) })
            }
          />
        ))}
        <Zone value={hours.timeZone} onChange={(timeZone) => keep({ ...hours, timeZone })} />
      </div>
      <p>
        <LinkButton onClick={() => keep(null)}>{t('hoursUnsay')}</LinkButton>
      </p>
    </>
  );
}

interface DayProps {
  name: string;
  blocks: OurHours['week'][number];
  onChange: (blocks: OurHours['week'][number]) => void;
}

function Day({ name, blocks, onChange }: DayProps) {
  return (
    <StoredField
      label={name}
      value={writeBlocks(blocks)}
      placeholder={t('hoursNone')}
      faultOf={(text) => (parseBlocks(text) === null ? t('hoursWrong') : undefined)}
      onInput={(text) => {
        const next = parseBlocks(text);
        if (next) onChange(next);
      }}
    />
  );
}

function Zone({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  return (
    <StoredField
      label={t('hoursZone')}
      value={value}
      faultOf={(text) => (isZone(text) ? undefined : t('hoursZoneWrong'))}
      help={t('hoursZoneHelp', ownZone())}
      onInput={(text) => {
        if (isZone(text)) onChange(text.trim());
      }}
    />
  );
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name.trim() || '-' });
    return true;
  } catch {
    return false;
  }
}
