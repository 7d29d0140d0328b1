/** How often we mean to speak with those who have a tag: "weekly with ambassadors". */
import { withoutHidden } from '../../utils/core/hidden';
import type { SettingsModel } from '../../utils/panel/settings';
import { t } from '../../utils/text/t';
import { Rhythms } from '../people/rhythms';
import { Select } from '../ui/fields';

/** What a tag begins with; its own choice stands beside it. */
const FIRST_DAYS = 30;

export function Cadences({ model }: { model: SettingsModel }) {
  const cadences = model.settings.value?.cadences ?? {};
  const kept = Object.keys(cadences).sort((a, b) => a.localeCompare(b));
  const others = (model.tags.value ?? []).filter((tag) => !Object.hasOwn(cadences, tag));
  const set = (tag: string, days: number | null) =>
    void model.change((was) => {
      const { [tag]: _, ...rest } = was.cadences ?? {};
      return { ...was, cadences: days === null ? rest : { ...rest, [tag]: days } };
    });
  return (
    <>
      <p class="meta">{t('cadencesHelp')}</p>
      {kept.map((tag) => (
        <Rhythms
          key={tag}
          label={t('personTouchTag', tag)}
          days={cadences[tag] ?? null}
          onChoose={(days) => set(tag, days)}
        />
      ))}
      {others.length > 0 ? (
        <Select
          label={t('cadenceAdd')}
          value=""
          options={[
            { value: '', word: t('cadencePick') },
            ...others.map((tag) => ({ value: tag, word: withoutHidden(tag) })),
          ]}
          onChange={(tag) => tag && set(tag, FIRST_DAYS)}
        />
      ) : kept.length === 0 ? (
        <p>{t('cadencesNoTags')}</p>
      ) : null}
    </>
  );
}
