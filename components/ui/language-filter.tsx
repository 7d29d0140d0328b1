/** Only what was said in one language. Not there while everybody speaks the same. */
import { currentLocale, t } from '../../utils/text/t';
import { Select } from './fields';

export interface LanguageFilterProps {
  /** Languages heard here, primary codes. */
  languages: readonly string[];
  value: string | null;
  onPick: (language: string | null) => void;
}

const ALL = '';

export function LanguageFilter({ languages, value, onPick }: LanguageFilterProps) {
  const heard = [...new Set([...languages, ...(value ? [value] : [])])].sort();
  if (heard.length < 2) return null;
  return (
    <div class="language-filter">
      <Select
        label={t('languageFilter')}
        quiet
        value={value ?? ALL}
        options={[
          { value: ALL, word: t('languageAll') },
          ...heard.map((code) => ({ value: code, word: nameOf(code) })),
        ]}
        onChange={(picked) => onPick(picked || null)}
      />
    </div>
  );
}

function nameOf(code: string): string {
  if (code === 'und') return t('languageUnknown');
  try {
    return new Intl.DisplayNames(currentLocale(), { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
