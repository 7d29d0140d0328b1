/** Looking for a theme in other languages, where the browser translates; where it does not, that is said. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Elsewhere } from '../../utils/panel/elsewhere';
import type { ThemeModel } from '../../utils/panel/themes';
import { t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';
import { languageName } from './sentences';
import { ThemeLink } from './theme-link';

export function OtherLanguages({ model }: { model: ThemeModel }) {
  const [found, setFound] = useState<Elsewhere | 'looking' | null>(null);
  const ends = useRef(new AbortController());
  useEffect(() => {
    ends.current = new AbortController();
    return () => ends.current.abort();
  }, []);
  const look = () => {
    setFound('looking');
    const { signal } = ends.current;
    model.elsewhere(signal).then(
      (answer) => !signal.aborted && setFound(answer),
      () => !signal.aborted && setFound(null),
    );
  };
  if (found === 'looking') return <p class="meta">{t('themeElsewhereLooking')}</p>;
  if (!found) {
    return (
      <p class="meta">
        <LinkButton onClick={look}>{t('themeElsewhere')}</LinkButton> {t('themeElsewhereHelp')}
      </p>
    );
  }
  return (
    <div aria-live="polite">
      <ul class="list">
        {found.found.map(({ id, name, lang, says }) => (
          <li key={id}>
            <p>
              <ThemeLink id={id} name={name} />
            </p>
            <p class="meta">
              {t('themeElsewhereSays', languageName(lang), says)}{' '}
              <LinkButton onClick={() => void model.merge(id)}>{t('themeElsewhereJoin')}</LinkButton>
            </p>
          </li>
        ))}
      </ul>
      {found.missing.map((lang) => (
        <p class="meta" key={lang}>
          {t('themeElsewhereMissing', languageName(lang))}
        </p>
      ))}
      {found.found.length + found.missing.length === 0 ? <p class="meta">{t('themeElsewhereNone')}</p> : null}
    </div>
  );
}
