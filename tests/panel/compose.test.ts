import { describe, expect, it } from 'vitest';
import type { Draft } from '../../utils/core/draft';
import { filledWith, missingOf, piecesOf, questionsOf, startValues } from '../../utils/panel/compose';

function draft(text: string, blanks: Draft['blanks'], lang = 'en') {
  return { text, blanks, lang };
}
const gap = (text: string, name: string, over: Partial<Draft['blanks'][number]> = {}) => {
  const shown = over.kind === 'check' ? name : `[${name}]`;
  const start = text.indexOf(shown);
  return { start, end: start + shown.length, name, ...over };
};

describe('a draft with blanks', () => {
  const text = 'Hi Bram, the lot is [batch letter]. Write to [address] or [address].';
  const asked = draft(text, [
    gap(text, 'batch letter'),
    gap(text, 'address'),
    { start: text.lastIndexOf('[address]'), end: text.lastIndexOf('[address]') + 9, name: 'address' },
  ]);

  it('shows its words and its gaps in order, and loses no letter', () => {
    const pieces = piecesOf(asked);
    expect(pieces.map((piece) => (piece.kind === 'open' ? `<${piece.name}>` : piece.text)).join('')).toBe(
      'Hi Bram, the lot is <batch letter>. Write to <address> or <address>.',
    );
  });

  it('asks for each gap once', () => {
    expect(questionsOf(asked).map(({ name }) => name)).toEqual(['batch letter', 'address']);
    expect(missingOf(asked)).toEqual(['batch letter', 'address']);
  });

  it('is complete when every gap is filled, everywhere it stands', () => {
    const filled = filledWith(asked, { 'batch letter': ' F ', address: 'us' });
    expect(filled.text).toBe('Hi Bram, the lot is F. Write to us or us.');
    expect(missingOf(filled)).toEqual([]);
  });

  it('goes on asking for what was left empty', () => {
    expect(missingOf(filledWith(asked, { 'batch letter': 'F', address: '  ' }))).toEqual(['address']);
  });

  it('writes a day in the words of the draft, not of the screen', () => {
    const dated = draft(
      'Llega el [día].',
      [gap('Llega el [día].', 'día', { field: { kind: 'date', default: '' } })],
      'es',
    );
    expect(filledWith(dated, { día: '2026-11-26' }).text).toBe('Llega el jueves, 26 de noviembre.');
  });

  it('marks what was carried over from an older answer without asking for it', () => {
    const old = draft('The fix is 3.2.', [gap('The fix is 3.2.', '3.2', { kind: 'check' })]);
    expect(piecesOf(old)[1]).toEqual({ kind: 'check', text: '3.2', name: '3.2' });
    expect(questionsOf(old)).toEqual([]);
    expect(missingOf(old)).toEqual([]);
  });

  it('starts with the defaults of its fields', () => {
    const words = 'Tone: [tone].';
    const menu = draft(words, [
      gap(words, 'tone', { field: { kind: 'menu', options: ['warm', 'short'], default: 'warm' } }),
    ]);
    expect(filledWith(menu, startValues(menu)).text).toBe('Tone: warm.');
  });

  it('leaves gaps out that do not fit the text', () => {
    expect(piecesOf(draft('short', [{ start: 3, end: 99, name: 'x' }]))).toEqual([{ kind: 'text', text: 'short' }]);
  });
});
