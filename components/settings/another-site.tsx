import { useState } from 'preact/hooks';
import { patternFromTyped } from '../../utils/panel/sites';
import { t } from '../../utils/text/t';
import { Button } from '../ui/button';
import { Field } from '../ui/fields';
import { Icon } from '../ui/icon';

/** A site by its address, typed or pasted. The browser asks in the same click. */
export function AnotherSite({ onListen }: { onListen: (pattern: string) => void }) {
  const [open, setOpen] = useState(false);
  const [address, setAddress] = useState('');
  const [wrong, setWrong] = useState(false);
  if (!open) {
    return (
      <button type="button" class="action from-edge" onClick={() => setOpen(true)}>
        <Icon name="plus" />
        {t('siteAnother')}
      </button>
    );
  }
  return (
    <form
      class="inset"
      onSubmit={(event) => {
        event.preventDefault();
        const pattern = patternFromTyped(address);
        setWrong(pattern === null);
        if (pattern === null) return;
        onListen(pattern);
        setAddress('');
        setOpen(false);
      }}
    >
      <Field
        label={t('siteAddress')}
        value={address}
        onInput={(value) => {
          setAddress(value);
          setWrong(false);
        }}
        help={t('siteAddressHelp')}
        fault={wrong ? t('siteAddressFault') : undefined}
      />
      <div class="buttons">
        <Button type="submit" icon="ear">
          {t('popupListenHere')}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
