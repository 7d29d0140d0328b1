/** A query while it is being typed: its last word stands for every word that begins so. */

const OPERATOR = /^(OR|AND|NOT|near(\/\d*)?)$/i;

export function asTyped(text: string): string {
  const last = /[^\s()]+$/u.exec(text)?.[0];
  if (!last || !/[\p{L}\p{N}]$/u.test(last)) return text;
  // A field takes whole values, a phrase whole words, an operator is no word.
  const inQuotes = (text.match(/"/g)?.length ?? 0) % 2 === 1;
  return inQuotes || last.includes(':') || last.includes('"') || OPERATOR.test(last) ? text : `${text}*`;
}
