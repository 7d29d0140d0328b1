/** Captured text on its way into a file: whole characters, known line breaks, nothing invisible that could end a field. */
import { closingTurns, namingHidden, withoutHidden } from '../core/hidden';

/** Every line break a page can hold, and the controls that no file format carries. Tabs stay. */
const LINE_BREAK = /\r\n|[\r\u2028\u2029\u0085\v\f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;

/** Text that survives UTF-8: halves of characters become the replacement character, here and not somewhere later. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Text with `\n` as its only line break, without controls, and without halves of characters. */
export function cleanText(text: string): string {
  return wellFormed(text).replace(LINE_BREAK, '\n').replace(CONTROLS, '');
}

/** One line of it, for names, titles and tags: what hides there or turns the line around is left out, what spells stays. */
export function oneLine(text: string): string {
  return withoutHidden(cleanText(text)).replace(/\s+/g, ' ').trim();
}

/** Text of several lines as written: what turns the direction is closed where its line ends, so that nothing after it is turned. */
export function inItsLines(text: string): string {
  return cleanText(text).split('\n').map(closingTurns).join('\n');
}

/** A key as one line that no other key has: what hides in it is named. */
export function keyLine(key: string): string {
  return oneLine(namingHidden(key));
}

/** The link where it is http(s), else null: an export never carries another scheme. */
export function safeLink(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : null;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Captured text inside markup that is written to a file: only ever text there. */
export function escapeHtml(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}
