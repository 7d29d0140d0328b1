/**
 * How every page of ours looks and speaks. The last choice is remembered outside the database, so that the first paint is
 * right without waiting for it.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { type MessageSource, speak } from '../text/speak';
import { type Appearance, layPaper, rememberedLooks, rememberLooks } from './remembered';

export interface Looks {
  /** Counts up whenever words or colours changed: what is shown has to be drawn again. */
  readonly version: ReadonlySignal<number>;
  /** Takes over what the settings say now. */
  follow(settings: Appearance): Promise<void>;
}

/** Applies what was remembered, before anything is drawn. */
export async function takeLooks(messages: MessageSource, page: Document, storage: Storage): Promise<Looks> {
  let current = rememberedLooks(storage);
  const version = signal(0);
  layPaper(page, current);
  await speak(current.language, messages);
  return {
    version,
    async follow({ theme, language }) {
      if (theme === current.theme && language === current.language) return;
      current = { theme, language };
      rememberLooks(storage, current);
      layPaper(page, current);
      await speak(language, messages);
      version.value += 1;
    },
  };
}
