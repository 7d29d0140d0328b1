/** Which language the screens speak: the browser's, unless the user chose another of ours. */
// Under another name: linters take `use…` for a hook.
import { useMessages as setMessages, type Table, tableLookup } from './t';

/** Where words come from in an extension page (`browser/messages.ts` gives them; tests give their own). */
export interface MessageSource {
  getMessage(key: string, substitutions: string[]): string;
  /** BCP 47 of the browser's own screens. */
  uiLanguage: string;
  /** The messages of another language of ours. */
  table(language: string): Promise<Table>;
}

/** Sets the language for `t()`, `Intl` and the document.  */
export async function speak(wanted: 'auto' | 'en' | 'es', source: MessageSource): Promise<void> {
  const browsers = source.uiLanguage;
  // The messages say themselves which language they are in: a browser's language we do not speak gets the default.
  const spoken = source.getMessage('languageCode', []) || 'en';
  const primary = browsers.split('-')[0] ?? 'en';
  const isBrowsers = wanted === 'auto' || wanted === spoken;
  const lookup = isBrowsers ? source.getMessage : tableLookup(await source.table(wanted));
  document.documentElement.lang = isBrowsers ? spoken : wanted;
  setMessages(lookup, !isBrowsers ? wanted : primary === spoken ? browsers : spoken);
}
