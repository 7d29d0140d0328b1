/**
 * Puts words at the cursor of a page's own reply box and stops there. Runs in an isolated world: it sees the page's nodes but not
 * its scripts, so an editor is told in the only language it hears from outside, the events a person's typing or pasting makes.
 * Never clicks, never presses a key, never sends.
 */
import { insertIntoEditable } from './editable';
import { insertIntoField } from './field';

/** True where the text stands in the box, as the page itself would read it. */
export function insertText(box: HTMLElement, text: string): boolean {
  const plain = text.replace(/\r\n?/g, '\n');
  if (plain === '' || !box.isConnected) return false;
  const target = editorOf(box);
  if (!target) return false;
  return isField(target) ? insertIntoField(target, plain) : insertIntoEditable(target, plain);
}

/** The field or editing host: the box itself, what holds it, or the only one within it. */
function editorOf(box: HTMLElement): HTMLElement | null {
  if (isWritable(box)) return box;
  const host = box.closest<HTMLElement>('[contenteditable]:not([contenteditable="false"])');
  if (host) return topHost(host);
  const inside = [
    ...box.querySelectorAll<HTMLElement>('textarea, [contenteditable]:not([contenteditable="false"])'),
  ].filter(isWritable);
  return inside[0] ?? null;
}

function topHost(host: HTMLElement): HTMLElement {
  const outer = host.parentElement?.closest<HTMLElement>('[contenteditable]:not([contenteditable="false"])');
  return outer ? topHost(outer) : host;
}

const TEXT_TYPES = new Set(['text', 'search', '']);

function isField(box: HTMLElement): box is HTMLTextAreaElement | HTMLInputElement {
  return box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement;
}

function isWritable(box: HTMLElement): boolean {
  if (box instanceof HTMLTextAreaElement) return !box.disabled && !box.readOnly;
  if (box instanceof HTMLInputElement) return !box.disabled && !box.readOnly && TEXT_TYPES.has(box.type);
  return /^(?:|true|plaintext-only)$/i.test(box.getAttribute('contenteditable') ?? 'none');
}
