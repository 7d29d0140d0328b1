import { hrefOf, type Route, sectionOf } from '../../utils/panel/router';
import { t } from '../../utils/text/t';
import { IconButton } from '../ui/button';

const SECTIONS: readonly Route[] = [
  { screen: 'desk', tab: 'open' },
  { screen: 'themes' },
  { screen: 'people' },
  { screen: 'ready', part: null },
];

export interface HeadProps {
  route: Route;
  /** Absent while there is nothing to search. */
  onSearch?: () => void;
  onSettings: () => void;
}

/** The sections of the paper, and the two things that are everywhere: search and settings. */
export function Head({ route, onSearch, onSettings }: HeadProps) {
  const here = sectionOf(route);
  return (
    <header class="head">
      <nav aria-label={t('sections')}>
        {SECTIONS.map((section) => {
          const name = sectionOf(section);
          return (
            <a key={name} href={hrefOf(section)} aria-current={name === here ? 'page' : undefined}>
              {t(`section_${name}`)}
            </a>
          );
        })}
      </nav>
      <div class="tools">
        {onSearch ? <IconButton icon="search" label={t('searchLabel')} onClick={onSearch} /> : null}
        <IconButton icon="settings" label={t('settingsLabel')} onClick={onSettings} />
      </div>
    </header>
  );
}
