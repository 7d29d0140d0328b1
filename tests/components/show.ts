/** Puts a component on a page and speaks English; takes it away after the test. */
import { type ComponentChild, render } from 'preact';
import { afterEach, beforeEach } from 'vitest';
import { speakEnglish } from '../text/speech';

let root: HTMLElement | undefined;

beforeEach(() => speakEnglish());
afterEach(() => {
  if (root) render(null, root);
  root?.remove();
  root = undefined;
});

export function show(what: ComponentChild): HTMLElement {
  if (!root) {
    root = document.createElement('div');
    document.body.append(root);
  }
  render(what, root);
  return root;
}

/** Signals and state settle on the next turn. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => setTimeout(resolve, 0));
}

export function press(key: string, on: Element | Document = document, over: KeyboardEventInit = {}): boolean {
  return on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...over }));
}

export function type(field: Element | null, value: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) throw new Error('no field');
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** What a screen reader would say of it, near enough: its words without decoration. */
function spoken(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
  return element.getAttribute('aria-label') ?? (copy.textContent ?? '').trim();
}

/** The button or link whose words begin so. */
export function pressable(within: ParentNode, words: string): HTMLElement {
  const all = [...within.querySelectorAll<HTMLElement>('button, a, summary, [role=option]')];
  const found = all.find((one) => spoken(one).startsWith(words));
  if (!found) throw new Error(`no "${words}" among ${all.map(spoken).join(' | ')}`);
  return found;
}
