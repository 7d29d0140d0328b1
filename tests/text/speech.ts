/** Speaks a language of ours in a test. */
import en from '../../public/_locales/en/messages.json';
import es from '../../public/_locales/es/messages.json';
import { useMessages as setMessages, tableLookup } from '../../utils/text/t';

export function speakEnglish(locale = 'en-GB'): void {
  setMessages(tableLookup(en), locale);
}

export function speakSpanish(): void {
  setMessages(tableLookup(es), 'es');
}
