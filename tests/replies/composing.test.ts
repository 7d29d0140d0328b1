import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boxInHand, rememberCursor, shortcutBefore } from '../../utils/composing/shortcut';

beforeEach(() => {
  document.body.innerHTML = '<textarea></textarea><div contenteditable="true"></div><input type="search">';
});
afterEach(() => {
  document.body.innerHTML = '';
});

const area = () => document.querySelector('textarea') as HTMLTextAreaElement;
const host = () => document.querySelector('div') as HTMLElement;

function typed(text: string, at = text.length) {
  area().value = text;
  area().focus();
  area().setSelectionRange(at, at);
  return shortcutBefore(area());
}

describe('a shortcut before the cursor', () => {
  it.each([
    ['/ty', 'ty'],
    ['Hola. /Gracias', 'gracias'],
    ['two\n/a-b_c1', 'a-b_c1'],
    ['/año', 'año'],
  ])('%j', (text, word) => expect(typed(text)?.word).toBe(word));

  it.each(['', '/', 'a/b', 'https://x.example/ty', '/ty ', '//ty', '/ty.', `/${'a'.repeat(41)}`, 'and/or'])(
    '%j has none',
    (text) => expect(typed(text)).toBeNull(),
  );

  it('is looked for at the cursor, not at the end', () => {
    expect(typed('/ty and more', 3)?.word).toBe('ty');
    expect(typed('/ty and more')).toBeNull();
  });

  it('is selected, if it still stands there', () => {
    const found = typed('Hi /ty');
    expect(found?.select()).toBe(true);
    expect([area().selectionStart, area().selectionEnd]).toEqual([3, 6]);
    area().value = 'Hi';
    expect(found?.select()).toBe(false);
  });

  it('is found in a box that is edited in place', () => {
    host().textContent = 'So, /ty';
    const text = host().firstChild as Text;
    getSelection()?.collapse(text, 7);
    const found = shortcutBefore(host());
    expect(found?.word).toBe('ty');
    expect(found?.select()).toBe(true);
    expect(getSelection()?.toString()).toBe('/ty');
    getSelection()?.collapse(text, 2);
    expect(shortcutBefore(host())).toBeNull();
  });
});

describe('the box in hand', () => {
  it('is where several words are written', () => {
    area().focus();
    expect(boxInHand(document)).toBe(area());
    (document.querySelector('input') as HTMLInputElement).focus();
    expect(boxInHand(document)).toBeNull();
    area().readOnly = true;
    area().focus();
    expect(boxInHand(document)).toBeNull();
  });

  it('gets its cursor back', () => {
    typed('one two', 3);
    const back = rememberCursor(area());
    area().setSelectionRange(0, 0);
    area().blur();
    back();
    expect(document.activeElement).toBe(area());
    expect(area().selectionStart).toBe(3);
  });
});
