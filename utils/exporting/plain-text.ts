/** Captured text on its way into a file: whole characters, known line breaks, nothing invisible that could end a field. */

/** Every line break a page can hold, and the controls that no file format carries. Tabs stay. */
const LINE_BREAK = /\r\n|[\r\u2028\u2029\u0085\v\f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
/** Marks that turn the direction of what follows: fine inside a paragraph, never in a name or a title. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text that survives UTF-8: halves of characters become the replacement character, here and not somewhere later. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Text with `\n` as its only line break, without controls, and without halves of characters. */
export function cleanText(text: string): string {
  return wellFormed(text).replace(LINE_BREAK, '\n').replace(CONTROLS, '');
}

/** One line of it, for names, titles and tags. */
export function oneLine(text: string): string {
  return cleanText(text).replace(DIRECTION, '').replace(/\s+/g, ' ').trim();
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
