/** When a theme that emerges may say a word: never, or outside quiet hours and not too often. */
import type { AlertsModel } from '../../utils/panel/alerts';
import { plural, t } from '../../utils/text/t';
import { Select, Switch } from '../ui/fields';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const RESTS = [1, 2, 4, 8, 24] as const;

/** "21:00", as the language writes a full hour. */
const clockOf = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

export function AlertSection({ model }: { model: AlertsModel }) {
  const alerts = model.alerts.value;
  if (!alerts) return null;
  const hours = HOURS.map((hour) => ({ value: String(hour), word: clockOf(hour) }));
  const { quiet } = alerts;
  const at = (minute: number) => String(Math.floor(minute / 60));
  return (
    <>
      <Switch
        word={t('alertsNotify')}
        meta={t('alertsNotifyHelp')}
        on={alerts.notify}
        onTurn={(on) => (on ? model.turnOn() : void model.turnOff())}
      />
      {model.denied.value ? (
        <p class="meta" role="status">
          {t('alertsDenied')}
        </p>
      ) : null}
      {alerts.notify ? (
        <>
          <Switch
            word={t('alertsQuiet')}
            meta={t('alertsQuietHelp')}
            on={quiet !== null}
            onTurn={(on) => void model.change({ quiet: on ? { from: 21 * 60, to: 8 * 60 } : null })}
          />
          {quiet ? (
            <div class="pair">
              <Select
                label={t('alertsFrom')}
                value={at(quiet.from)}
                options={hours}
                onChange={(hour) => void model.change({ quiet: { ...quiet, from: Number(hour) * 60 } })}
              />
              <Select
                label={t('alertsTo')}
                value={at(quiet.to)}
                options={hours}
                onChange={(hour) => void model.change({ quiet: { ...quiet, to: Number(hour) * 60 } })}
              />
            </div>
          ) : null}
          <Select
            label={t('alertsRest')}
            value={String(alerts.restHours)}
            options={RESTS.map((hours) => ({ value: String(hours), word: plural('alertsHours', hours) }))}
            onChange={(hours) => void model.change({ restHours: Number(hours) })}
          />
        </>
      ) : null}
    </>
  );
}
