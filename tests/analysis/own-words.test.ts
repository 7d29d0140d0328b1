import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownWords } from '../../utils/analysis/own-words';
import { reader } from './model';

const kept = (text: string) => ownWords(text).replace(/\s+/g, ' ').trim();

describe('what a person said himself', () => {
  it.each([
    ['> Esto es una estafa\nA mí me va bien', 'A mí me va bien'],
    ['Marta escribió:\n> no funciona nada\n\nGracias, lo miro', 'Gracias, lo miro'],
    ['>> I hate it\n> Why?\nWorks here', 'Works here'],
    ['[quote=Ana]qué asco[/quote] Pues a mí me gusta', 'Pues a mí me gusta'],
  ])('%j says only its own', (text, own) => expect(kept(text)).toBe(own));

  it.each(['>:( qué rabia', '2 > 1', 'mira: > 5 euros', '> todo es cita'])('%j stays as it is', (text) =>
    expect(ownWords(text)).toBe(text),
  );

  it('keeps every offset', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('> hola', 'hola', '\n', '[quote]', '[/quote]', ' ', 'x:', '😡'), { maxLength: 40 }),
        (parts) => {
          const text = parts.join('');
          expect(ownWords(text)).toHaveLength(text.length);
        },
      ),
    );
  });

  it('is not slow on anything', () => {
    for (const piece of ['> ', '[quote', '[quote]', 'a:\n>', '>\n']) {
      const started = performance.now();
      ownWords(piece.repeat(60_000 / piece.length));
      expect(performance.now() - started, piece).toBeLessThan(300);
    }
  });

  it('does not take the anger of a quotation for the writer’s', () => {
    const { tone, evidence } = reader.read({
      text: '> This is a disgusting scam, worst ever\nWorks perfectly here, I love it',
    });
    expect(tone.label).toBe('positive');
    expect(evidence.every(({ start }) => start > 39)).toBe(true);
  });
});
