/** How those who wait stand together, and in which language: what changes the order of the desk, not what is on it. */
import { useRef } from 'preact/hooks';
import type { DeskModel } from '../../utils/panel/desk';
import { askedLanguage, languageOf, withLanguage } from '../../utils/panel/languages';
import { t } from '../../utils/text/t';
import { Action } from '../ui/button';
import { LanguageFilter } from '../ui/language-filter';

export function DeskTools({ model }: { model: DeskModel }) {
  const by = model.by.value;
  const other = by === 'person' ? 'conversation' : 'person';
  return (
    <div class="desk-tools">
      <Action keyName="B" quiet onClick={() => model.groupBy(other)}>
        {t(`groupBy_${other}`)}
      </Action>
      {/* Pressed by its key the button says nothing by itself. */}
      <span class="sr" role="status">
        {t(`groupedBy_${by}`)}
      </span>
      <DeskLanguages model={model} />
    </div>
  );
}

/** Languages heard on this tab, also while a filter hides some of them. */
function DeskLanguages({ model }: { model: DeskModel }) {
  const heard = useRef(new Set<string>());
  const of = useRef(model.tab.value);
  if (of.current !== model.tab.value) heard.current = new Set();
  of.current = model.tab.value;
  for (const { post, reading } of model.rows.value) heard.current.add(languageOf(post, reading));
  const filter = model.filter.value;
  return (
    <LanguageFilter
      languages={[...heard.current].filter((code) => code !== 'und')}
      value={askedLanguage(filter)}
      onPick={(language) => model.setFilter(withLanguage(filter, language))}
    />
  );
}
