/** `<textarea>` and `<input>`. */

type Field = HTMLTextAreaElement | HTMLInputElement;

/**
 * `execCommand` first: it keeps the browser's own undo, and pages see a real `input` event. Where it is refused (a hidden box, a
 * field that is not focusable), the value is set past the framework's own property and an `input` event says so.
 */
export function insertIntoField(field: Field, text: string): boolean {
  const words = field instanceof HTMLInputElement ? text.replace(/\n+/g, ' ') : text;
  const before = field.value;
  const start = field.selectionStart ?? before.length;
  const end = field.selectionEnd ?? start;
  const wanted = before.slice(0, start) + words + before.slice(end);
  focusAt(field, start, end);
  // Deprecated for years and still the only way to write with the browser's own undo; where it goes, the way below stays.
  field.ownerDocument.execCommand?.('insertText', false, words);
  if (field.value === wanted) return true;
  setPastFramework(field, wanted, start + words.length, words);
  return field.value === wanted;
}

function focusAt(field: Field, start: number, end: number): void {
  if (field.ownerDocument.activeElement !== field) field.focus({ preventScroll: true });
  // Focusing may move the cursor: a page that selects all on focus must not lose what was written.
  if (field.selectionStart !== start || field.selectionEnd !== end) field.setSelectionRange(start, end);
}

function setPastFramework(field: Field, value: string, cursor: number, words: string): void {
  const view = field.ownerDocument.defaultView ?? window;
  const prototype =
    field instanceof HTMLInputElement ? view.HTMLInputElement.prototype : view.HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.setSelectionRange(cursor, cursor);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: words }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
