import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/text/t';
import { Button } from '../ui/button';

export interface ThemeNameProps {
  name: string;
  onSave: (name: string) => void;
  onCancel: () => void;
}

/** Another name for a theme, typed where the name stands. Enter keeps it, Escape leaves it as it was. */
export function ThemeName({ name, onSave, onCancel }: ThemeNameProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <form
      class="theme-name"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(field.current?.value ?? name);
      }}
    >
      <label class="field">
        <span class="sr">{t('themeName')}</span>
        <input
          ref={field}
          class="box"
          type="text"
          defaultValue={name}
          maxLength={120}
          aria-describedby="theme-name-help"
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            onCancel();
          }}
        />
      </label>
      <p class="meta" id="theme-name-help">
        {t('themeNameHelp')}
      </p>
      <div class="buttons">
        <Button type="submit" main>
          {t('save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
