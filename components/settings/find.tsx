import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/text/t';
import { Icon } from '../ui/icon';

/** Compared without case and accents. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/** Leaves only the parts of the page that have every word asked for. What is in closed details counts too. */
export function FindInSettings() {
  const [asked, setAsked] = useState('');
  const [none, setNone] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const wanted = fold(asked).split(/\s+/).filter(Boolean);
    const sections = [...(root.current?.parentElement?.querySelectorAll<HTMLElement>('section.section') ?? [])];
    let shown = 0;
    for (const section of sections) {
      const words = fold(wordsOf(section));
      section.hidden = !wanted.every((word) => words.includes(word));
      if (!section.hidden) shown++;
    }
    setNone(sections.length > 0 && shown === 0);
  }, [asked]);
  return (
    <div ref={root}>
      <label class="find">
        <Icon name="search" />
        <span class="sr">{t('settingsFind')}</span>
        <input
          type="search"
          value={asked}
          placeholder={t('settingsFind')}
          onInput={({ currentTarget }) => setAsked(currentTarget.value)}
        />
      </label>
      <p class="meta" role="status">
        {none ? t('settingsFindNone') : null}
      </p>
    </div>
  );
}

/** Its words, and those on its fields. */
function wordsOf(section: HTMLElement): string {
  const fields = [...section.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value);
  return `${section.textContent} ${fields.join(' ')}`;
}
