/** The extension's own words, as the browser gives them. */
import { browser } from 'wxt/browser';

type Table = Record<string, { message: string }>;

/** For `speak()` of `utils/text`: our screens need no other source of words. */
export const browserMessages = {
  getMessage: (key: string, substitutions: string[]) => browser.i18n.getMessage(key as never, substitutions),
  get uiLanguage() {
    return browser.i18n.getUILanguage();
  },
  /** A file of this package: it is read from disk, nothing leaves the machine. */
  table: async (language: string): Promise<Table> => {
    const file = await fetch(browser.runtime.getURL(`/_locales/${language}/messages.json` as never));
    return (await file.json()) as Table;
  },
};
