import type { Settings } from '../../utils/core/settings';
import type { SettingsModel } from '../../utils/panel/settings';
import { t } from '../../utils/text/t';
import { Select, Switch } from '../ui/fields';
import { PageKeyFields } from './page-keys';

/** How the desk looks and speaks. */
export function Look({ model, settings }: { model: SettingsModel; settings: Settings }) {
  const set = (to: Partial<Settings>) => void model.change((was) => ({ ...was, ...to }));
  return (
    <>
      <div class="pair">
        <Select
          label={t('lookLanguage')}
          value={settings.language}
          options={[
            { value: 'auto', word: t('lookLanguage_auto') },
            // Each in its own words: whoever looks for theirs may not read the other.
            { value: 'en', word: 'English' },
            { value: 'es', word: 'Español' },
          ]}
          onChange={(language) => set({ language })}
        />
        <Select
          label={t('lookLight')}
          value={settings.theme}
          options={(['auto', 'light', 'dark'] as const).map((theme) => ({
            value: theme,
            word: t(`lookLight_${theme}`),
          }))}
          onChange={(theme) => set({ theme })}
        />
      </div>
      <Switch
        word={t('lookUnderline')}
        meta={t('lookUnderlineHelp')}
        on={settings.underlineEverywhere}
        onTurn={(underlineEverywhere) => set({ underlineEverywhere })}
      />
      <Switch
        word={t('lookKeys')}
        meta={t('lookKeysHelp')}
        on={settings.singleKeys}
        onTurn={(singleKeys) => set({ singleKeys })}
      />
      <PageKeyFields keys={settings.pageKeys ?? {}} onChange={(pageKeys) => set({ pageKeys })} />
    </>
  );
}
