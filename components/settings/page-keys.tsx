import { DEFAULT_PAGE_KEYS, PAGE_ACTIONS, type PageKeys } from '../../utils/core/marks';
import { keyName } from '../../utils/core/page-key';
import { t } from '../../utils/text/t';

export interface PageKeyFieldsProps {
  keys: Partial<PageKeys>;
  onChange: (keys: Partial<PageKeys>) => void;
}

/** Keys in the pages one listens to: press one in its field; Backspace leaves none. */
export function PageKeyFields({ keys, onChange }: PageKeyFieldsProps) {
  return (
    <fieldset class="page-keys">
      <legend>{t('pageKeys')}</legend>
      {PAGE_ACTIONS.map((action) => (
        <label key={action} class="field">
          <span>{t(`pageKey_${action}`)}</span>
          <input
            class="box"
            type="text"
            readOnly
            value={keys[action] ?? DEFAULT_PAGE_KEYS[action]}
            onKeyDown={(event) => {
              if (event.key === 'Tab' || event.key === 'Escape') return;
              const name = event.key === 'Backspace' || event.key === 'Delete' ? '' : keyName(event);
              if (name === null) return;
              event.preventDefault();
              onChange({ ...keys, [action]: name });
            }}
          />
        </label>
      ))}
      <p class="meta">{t('pageKeysHelp')}</p>
    </fieldset>
  );
}
