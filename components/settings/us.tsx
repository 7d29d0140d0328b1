/** Who we are: what people call us, the names we write under, the name we sign with. */
import { useState } from 'preact/hooks';
import type { OurAccount } from '../../utils/core/settings';
import type { SettingsModel } from '../../utils/panel/settings';
import { siteName } from '../../utils/text/sites';
import { t } from '../../utils/text/t';
import { Button, IconButton } from '../ui/button';
import { Name } from '../ui/byline';
import { Field, Select, StoredField } from '../ui/fields';
import { Icon } from '../ui/icon';
import { Tile } from '../ui/tile';

/** "Lumbre, Lumbre Coffee": several names in one line. */
export function Brands({ model }: { model: SettingsModel }) {
  const brands = model.settings.value?.brands ?? [];
  return (
    <StoredField
      label={t('usBrands')}
      value={brands.join(', ')}
      autocomplete="organization"
      help={t('usBrandsHelp')}
      onInput={(value) =>
        void model.setBrands(
          value
            .split(/[,;\n]/)
            .map((brand) => brand.trim())
            .filter(Boolean),
        )
      }
    />
  );
}

export function SignAs({ model }: { model: SettingsModel }) {
  return (
    <StoredField
      label={t('usSignAs')}
      value={model.settings.value?.ourName ?? ''}
      autocomplete="given-name"
      maxLength={80}
      help={t('usSignAsHelp')}
      onInput={(ourName) => void model.change((was) => ({ ...was, ourName }))}
    />
  );
}

export interface AccountsProps {
  model: SettingsModel;
  /** Sites a name may belong to. */
  sites: readonly { id: string; name: string }[];
}

/** The names we write under. Handles are without their @; `any site` where the same name is used everywhere. */
export function Accounts({ model, sites }: AccountsProps) {
  const accounts = model.settings.value?.us ?? [];
  const [adds, setAdds] = useState(false);
  return (
    <div class="accounts">
      <p class="meta">{t('usAccounts')}</p>
      {accounts.length > 0 ? (
        <ul class="list ruled">
          {accounts.map((account) => (
            <li key={`${account.site} ${account.handle}`} class="two middle">
              <Tile id={account.handle} name={account.handle} ours />
              <p class="grow">
                <b>
                  <Name>{account.handle}</Name>
                </b>{' '}
                <span class="meta">{account.site === null ? t('usAnySite') : siteName(account.site)}</span>
              </p>
              <IconButton
                icon="close"
                label={t('usRemove', account.handle)}
                onClick={() => void model.removeAccount(account)}
              />
            </li>
          ))}
        </ul>
      ) : (
        <p class="meta">{t('usAccountsNone')}</p>
      )}
      {adds ? (
        <AddAccount
          sites={sites}
          onAdd={(account) => {
            setAdds(false);
            void model.addAccount(account);
          }}
          onCancel={() => setAdds(false)}
        />
      ) : (
        <button type="button" class="action from-edge" onClick={() => setAdds(true)}>
          <Icon name="plus" />
          {t('usAnotherName')}
        </button>
      )}
    </div>
  );
}

interface AddAccountProps {
  sites: AccountsProps['sites'];
  onAdd: (account: OurAccount) => void;
  onCancel: () => void;
}

const ANY = '*';

function AddAccount({ sites, onAdd, onCancel }: AddAccountProps) {
  const [handle, setHandle] = useState('');
  const [site, setSite] = useState(ANY);
  const clean = handle.trim().replace(/^@+/, '');
  return (
    <form
      class="inset"
      onSubmit={(event) => {
        event.preventDefault();
        if (clean) onAdd({ handle: clean, site: site === ANY ? null : site });
      }}
    >
      <div class="pair">
        <Field label={t('usHandle')} value={handle} onInput={setHandle} maxLength={120} />
        <Select
          label={t('usSite')}
          value={site}
          options={[{ value: ANY, word: t('usAnySite') }, ...sites.map(({ id, name }) => ({ value: id, word: name }))]}
          onChange={setSite}
        />
      </div>
      <div class="buttons">
        <Button type="submit" disabled={clean === ''}>
          {t('usAdd')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
