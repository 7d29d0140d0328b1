/** Which language the screens speak: the browser's, unless the user chose another of ours. */
import { type Table, tableLookup, useMessages } from './t';

/** Where words come from in an extension page (`browser/messages.ts` gives them; tests give their own). */
export interface MessageSource {
  getMessage(key: string, substitutions: string[]): string;
  /** BCP 47 of the browser's own screens. */
  uiLanguage: string;
  /** The messages of another language of ours. */
  table(language: string): Promise<Table>;
}

/** Sets the language for `t()`, `Intl` and the document. Resolves at once where it is the browser's own. */
export async function speak(wanted: 'auto' | 'en' | 'es', source: MessageSource): Promise<void> {
  const browsers = source.uiLanguage;
  const primary = browsers.split('-')[0] ?? 'en';
  // Every browser language we do not speak is answered in English, the manifest's default.
  const spoken = primary === 'es' ? 'es' : 'en';
  if (wanted === 'auto' || wanted === spoken) {
    useMessages(source.getMessage, primary === spoken ? browsers : 'en');
    document.documentElement.lang = spoken;
    return;
  }
  useMessages(tableLookup(await source.table(wanted)), wanted);
  document.documentElement.lang = wanted;
}
