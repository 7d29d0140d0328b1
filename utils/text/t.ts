/**
 * Words for people. Keys are those of `public/_locales/en/messages.json`, so a missing or misspelt key is a type error.
 * Substitutions are `$1` … `$9`, in order. They may be names that somebody else wrote: what hides in them is left out, since
 * a sentence is spoken, stands in a title or on a notice, where no chip can show it.
 */

import type messages from '../../public/_locales/en/messages.json';
import { withoutHidden } from '../core/hidden';

export type MessageKey = keyof typeof messages;
/** A key with `_one` and `_other` forms, named without the ending. */
export type PluralKey = { [K in MessageKey]: K extends `${infer Base}_other` ? Base : never }[MessageKey];

export type Lookup = (key: string, substitutions: string[]) => string;

let lookup: Lookup = (key) => key;
let locale = 'en';

/** Set once by each entrypoint: where messages come from, and the BCP 47 locale for plurals, dates and numbers. */
export function useMessages(newLookup: Lookup, newLocale: string): void {
  lookup = newLookup;
  locale = newLocale;
}

/** The locale in use, for `Intl`. */
export function currentLocale(): string {
  return locale;
}

export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return (
    lookup(
      key,
      substitutions.map((part) => withoutHidden(String(part))),
    ) || key
  );
}

/** The form of `key` for `count`; `$1` is the count by locale, further substitutions follow. */
export function plural(key: PluralKey, count: number, ...substitutions: (string | number)[]): string {
  const form = new Intl.PluralRules(locale).select(count) === 'one' ? 'one' : 'other';
  return t(`${key}_${form}` as MessageKey, new Intl.NumberFormat(locale).format(count), ...substitutions);
}

export type Table = Record<string, { message: string }>;

/** A lookup over the contents of a `messages.json`: for tests, and where the user's language is not the browser's. */
export function tableLookup(table: Table): Lookup {
  return (key, substitutions) =>
    (table[key]?.message ?? '').replace(/\$(\d)/g, (_, n: string) => substitutions[Number(n) - 1] ?? '');
}
