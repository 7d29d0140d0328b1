/** Numbers by locale; small ones in words, as a sentence wants them. */
import { currentLocale, t } from './t';

export function number(value: number): string {
  return new Intl.NumberFormat(currentLocale()).format(value);
}

/** A share as people say it: "62 %". */
export function percent(share: number): string {
  return new Intl.NumberFormat(currentLocale(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** "six" up to ten, figures beyond. For sentences, never beside other figures. */
export function spelled(value: number): string {
  return t('numberWords').split(' ')[value] ?? number(value);
}

/** The sentence with a capital first letter. */
export function capital(sentence: string): string {
  const first = sentence.codePointAt(0);
  if (first === undefined) return sentence;
  const letter = String.fromCodePoint(first);
  return letter.toLocaleUpperCase(currentLocale()) + sentence.slice(letter.length);
}
