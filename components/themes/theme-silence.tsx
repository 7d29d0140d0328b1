/** For how many days a theme is to be quiet: typed, with the day on which it speaks again said before it is decided. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { DAY, exact } from '../../utils/text/dates';
import { t } from '../../utils/text/t';
import { Button } from '../ui/button';

const LEAST = 1;
const MOST = 365;
const USUAL = 3;

export interface ThemeSilenceProps {
  now: number;
  /** The moment it speaks again, ms UTC. */
  onMute: (until: number) => void;
  onCancel: () => void;
}

export function ThemeSilence({ now, onMute, onCancel }: ThemeSilenceProps) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(String(USUAL));
  useEffect(() => field.current?.select(), []);
  const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
  const fits = days >= LEAST && days <= MOST;
  const until = now + days * DAY;
  return (
    <form
      class="theme-name"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (fits) onMute(until);
        else field.current?.focus();
      }}
    >
      <label class="field theme-days-field">
        <span class="label">{t('themeMuteHowMany')}</span>
        <input
          ref={field}
          class="box"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          maxLength={3}
          value={typed}
          aria-describedby="theme-silence-help"
          aria-invalid={fits ? undefined : 'true'}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            onCancel();
          }}
        />
      </label>
      <p class="meta" id="theme-silence-help" aria-live="polite">
        {fits ? t('themeMuteUntil', exact(until)) : t('themeMuteRange')}
      </p>
      <div class="buttons">
        <Button type="submit" main>
          {t('themeMute')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
