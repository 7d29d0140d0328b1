/**
 * How every page of ours looks and speaks. The last choice is remembered outside the database, so that the first paint is
 * right without waiting for it.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Settings } from '../core/settings';
import { type MessageSource, speak } from '../text/speak';

export type Appearance = Pick<Settings, 'theme' | 'language'>;

const PLACE = 'appearance';
const AUTO: Appearance = { theme: 'auto', language: 'auto' };

function remembered(storage: Storage): Appearance {
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

export interface Looks {
  /** Counts up whenever words or colours changed: what is shown has to be drawn again. */
  readonly version: ReadonlySignal<number>;
  /** Takes over what the settings say now. */
  follow(settings: Appearance): Promise<void>;
}

/** Applies what was remembered, before anything is drawn. */
export async function takeLooks(messages: MessageSource, page: Document, storage: Storage): Promise<Looks> {
  let current = remembered(storage);
  const version = signal(0);
  const paint = ({ theme }: Appearance) => {
    if (theme === 'auto') delete page.documentElement.dataset.theme;
    else page.documentElement.dataset.theme = theme;
  };
  paint(current);
  await speak(current.language, messages);
  return {
    version,
    async follow({ theme, language }) {
      if (theme === current.theme && language === current.language) return;
      current = { theme, language };
      storage.setItem(PLACE, JSON.stringify(current));
      paint(current);
      await speak(language, messages);
      version.value += 1;
    },
  };
}
