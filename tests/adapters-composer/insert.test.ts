/** What happy-dom can tell; real editors in a real browser are in `tests/e2e/editors`. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { insertText } from '../../utils/adapters/composer/insert';

afterEach(() => document.body.replaceChildren());

function place<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  return element;
}

describe('a field', () => {
  it('takes the text at the cursor and tells the page', () => {
    const box = place('textarea');
    box.value = 'Hola, mundo';
    box.setSelectionRange(6, 11);
    const heard = vi.fn();
    box.addEventListener('input', heard);
    expect(insertText(box, 'Ana\nadiós')).toBe(true);
    expect(box.value).toBe('Hola, Ana\nadiós');
    expect(box.selectionStart).toBe('Hola, Ana\nadiós'.length);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('is reached past a framework that took over its value', () => {
    const box = place('textarea');
    let behind = '';
    const real = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
    Object.defineProperty(box, 'value', { configurable: true, get: () => real?.get?.call(box), set: (text) => { behind = text; } }); // biome-ignore format: short
    expect(insertText(box, 'Hola')).toBe(true);
    expect([real?.get?.call(box), behind]).toEqual(['Hola', '']);
  });

  it('has one line where it is an input', () => {
    const box = place('input', { type: 'text' });
    expect(insertText(box, 'one\n\ntwo')).toBe(true);
    expect(box.value).toBe('one two');
  });

  it('is found inside the box an adapter gives', () => {
    const form = place('form');
    const box = document.createElement('textarea');
    form.append(box);
    const sent = vi.fn();
    form.addEventListener('submit', sent);
    expect(insertText(form, 'Hola')).toBe(true);
    expect(box.value).toBe('Hola');
    expect(sent).not.toHaveBeenCalled();
  });

  it.each([['readonly'], ['disabled']])('is left alone when %s', (attribute) => {
    const box = place('textarea', { [attribute]: '' });
    expect(insertText(box, 'Hola')).toBe(false);
    expect(box.value).toBe('');
  });

  it('of another kind is left alone', () => {
    for (const type of ['password', 'email', 'number', 'checkbox', 'submit', 'file'])
      expect(insertText(place('input', { type }), 'x')).toBe(false);
  });

  it('that left the page, and empty words, are refused', () => {
    const box = document.createElement('textarea');
    expect(insertText(box, 'Hola')).toBe(false);
    expect(insertText(place('textarea'), '')).toBe(false);
    expect(insertText(place('div'), 'Hola')).toBe(false);
  });
});

describe('an editor', () => {
  it('of a known framework is handed a paste, as text and never as markup of theirs', () => {
    const box = place('div', { contenteditable: 'true', class: 'ProseMirror' });
    const got: Record<string, string> = {};
    box.addEventListener('paste', (event) => {
      for (const type of ['text/plain', 'text/html']) got[type] = event.clipboardData?.getData(type) ?? '';
      event.preventDefault();
    });
    expect(insertText(box, 'Hi <img src=x onerror=alert(1)>\n\n& bye')).toBe(true);
    expect(got).toEqual({
      'text/plain': 'Hi <img src=x onerror=alert(1)>\n\n& bye',
      'text/html': '<p>Hi &lt;img src=x onerror=alert(1)&gt;</p><p>&amp; bye</p>',
    });
    expect(box.querySelector('img')).toBeNull();
  });

  it('that is not one any more gets nothing', () => {
    expect(insertText(place('div', { contenteditable: 'false' }), 'Hola')).toBe(false);
  });

  it('is never sent anything but text: no key, no click, no submit', () => {
    const heard: string[] = [];
    for (const type of ['keydown', 'keypress', 'keyup', 'click', 'mousedown', 'pointerdown', 'submit'])
      document.addEventListener(type, () => heard.push(type), true);
    for (const mark of ['ProseMirror', 'ql-editor', 'cm-content', 'plain'])
      insertText(place('div', { contenteditable: 'true', class: mark }), 'Hola\nadiós');
    insertText(place('textarea'), 'Hola');
    expect(heard).toEqual([]);
  });
});
