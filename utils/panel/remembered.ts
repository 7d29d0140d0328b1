/** The looks last chosen, remembered outside the database: small enough to be asked before anything else of a page is loaded. */
import type { Settings } from '../core/settings';

export type Appearance = Pick<Settings, 'theme' | 'language'>;

const PLACE = 'appearance';
const AUTO: Appearance = { theme: 'auto', language: 'auto' };

/** What was chosen last; nothing chosen where it cannot be read. */
export function rememberedLooks(storage: Storage): Appearance {
  try {
    const { theme, language } = JSON.parse(storage.getItem(PLACE) ?? '{}') as Partial<Appearance>;
    return {
      theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
      language: language === 'en' || language === 'es' ? language : 'auto',
    };
  } catch {
    return AUTO;
  }
}

export function rememberLooks(storage: Storage, looks: Appearance): void {
  storage.setItem(PLACE, JSON.stringify(looks));
}

/** Light or dark paper, as chosen; the system's where nothing was. */
export function layPaper(page: Document, { theme }: Appearance): void {
  if (theme === 'auto') delete page.documentElement.dataset.theme;
  else page.documentElement.dataset.theme = theme;
}
