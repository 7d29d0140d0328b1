/** Cleaning of words that pages wrote. Stored text stays as written (zero width and direction marks included). */

const UNTIDY = /[^\S\n]\n|\n{3}/;

/** Trims, drops NUL, unifies line ends and collapses blank lines. `cap` in UTF-16 units, never inside a surrogate pair. */
export function cleanText(text: string, cap = 65_536): string {
  let clean = text.length > cap * 2 ? text.slice(0, cap * 2) : text;
  if (/[\0\r]/.test(clean)) clean = clean.replaceAll('\0', '').replace(/\r\n?/g, '\n');
  if (UNTIDY.test(clean)) clean = clean.replace(/(?<![^\S\n])[^\S\n]+\n/g, '\n').replace(/\n{3,}/g, '\n\n');
  return capped(clean.trim(), cap);
}

/**
 * Marks of direction that a site puts around a name to keep it apart: no part of the name. What stands before is looked at
 * first, so that a long run of such signs is tried once, and not once for each of them.
 */
const ISOLATES =
  /^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+|(?<![\s\u200e\u200f\u202a-\u202e\u2066-\u2069])[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/g;
const UNCLEAN = /[\0\u200e\u200f\u202a-\u202e\u2066-\u2069]|[^\S ]| {2}|^ | $/;

/** One line: names, titles, handles. */
export function cleanLine(text: string, cap = 200): string {
  if (!UNCLEAN.test(text)) return capped(text, cap);
  const line = text.length > cap * 8 ? text.slice(0, cap * 8) : text;
  return capped(line.replaceAll('\0', '').replace(ISOLATES, '').replace(/\s+/g, ' ').trim(), cap);
}

/** A handle without its @, or null. */
export function cleanHandle(handle: string | null | undefined): string | null {
  return (handle && cleanLine(handle, 100).replace(/^@+/, '')) || null;
}

/** The form used to compare and search: compatibility forms, case and accents folded, invisible marks gone. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

function capped(text: string, cap: number): string {
  if (text.length <= cap) return text;
  const code = text.charCodeAt(cap - 1);
  return text.slice(0, code >= 0xd800 && code < 0xdc00 ? cap - 1 : cap);
}
