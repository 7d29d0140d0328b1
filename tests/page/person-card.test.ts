import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonCard } from '../../utils/core/marks';
import { sentence } from '../../utils/page/badges';
import { make, pieces } from '../../utils/page/make';
import { personParts } from '../../utils/page/person-card';

const NOW = Date.UTC(2026, 10, 20, 12);
const DAY = 86_400_000;

const card = (over: Partial<PersonCard> = {}): PersonCard => ({
  account: 'hills.example:ander',
  id: 'hills.example:ander',
  mark: { name: 'Ander Otxoa', times: 8, lastAt: NOW - DAY, tags: [], note: null, promise: null },
  exchanges: [],
  notes: [],
  ties: [],
  tones: [],
  ...over,
});

function shown(over: Partial<PersonCard>): HTMLElement {
  const box = document.createElement('div');
  box.append(...personParts(document, card(over), NOW));
  return box;
}

describe('the card of a person in a page', () => {
  it('says with whom they talk, each in their own direction', () => {
    const box = shown({
      ties: [
        { name: 'Berta', times: 2 },
        { name: 'דנה', times: 1 },
      ],
    });
    expect([...box.querySelectorAll('p.own bdi')].map((one) => one.textContent)).toEqual(['Berta', 'דנה']);
  });

  it('draws one bar a post between the first day and the last, and says the same in words', () => {
    const tones = (['negative', null, 'positive'] as const).map((tone, n) => ({ at: NOW - (9 - n) * DAY, tone }));
    const box = shown({ tones });
    expect([...box.querySelectorAll('.bars span')].map(({ className }) => className)).toEqual([
      'negative',
      'unsure',
      'positive',
    ]);
    const line = box.querySelector('.tones');
    expect(line?.getAttribute('aria-hidden')).toBe('true');
    expect(line?.firstElementChild?.textContent).not.toBe('');
    expect(line?.nextElementSibling?.textContent).toBeTruthy();
  });

  it('draws no line of two posts: that is no course', () => {
    const tones = [1, 2].map((n) => ({ at: NOW - n * DAY, tone: 'positive' as const }));
    expect(shown({ tones }).querySelector('.bars')).toBeNull();
  });

  it('warns of somebody who might pass for us', () => {
    expect(shown({ looksLike: 'Farol' }).querySelector('.warns bdi')?.textContent).toBe('Farol');
    expect(shown({}).querySelector('.warns')).toBeNull();
  });

  it('keeps what is promised apart from our own words', () => {
    const promise = { words: 'שולחים לך', due: null };
    const box = shown({ mark: { ...card().mark, promise } });
    expect(box.querySelector('p.say bdi')?.textContent).toBe('שולחים לך');
  });
});

describe('what people wrote, in a page', () => {
  it('is text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const name = `${text}<img src=x onerror=alert(1)>`;
        const box = shown({
          mark: { ...card().mark, name },
          exchanges: [{ key: 'k', ours: false, text: name, lang: null, at: NOW, site: 'hills.example' }],
          notes: [{ id: 'n', text: name, tags: [name], quote: name, updatedAt: NOW }],
          ties: [{ name, times: 3 }],
        });
        const kinds = new Set([...box.querySelectorAll('*')].map(({ localName }) => localName));
        expect([...kinds].filter((kind) => !'h2 h3 p div bdi span blockquote'.split(' ').includes(kind))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('turns nothing around: what hides stands there as a chip', () => {
    const name = make(document, 'h2', '', 'Ner\u202eea\u200b');
    expect(name.textContent).toBe('NerRLOeaZWSP');
    expect([...name.querySelectorAll('.hidden-char')].map(({ textContent }) => textContent)).toEqual(['RLO', 'ZWSP']);
    // A joiner that belongs to a picture or to the spelling hides nothing.
    expect(pieces(document, '👩‍🌾 می‌خواهم')).toEqual(['👩‍🌾 می‌خواهم']);
  });

  it('is said in the badge’s sentence too', () => {
    const mark = { ...card().mark, name: 'Ner\u202eea \u202eOlmos\u200b' };
    const said = sentence(mark, NOW);
    expect(said).toMatch(/^Nerea Olmos: /);
    expect(said.match(/hiddenCharacter|hidden character/g)).toHaveLength(2);
  });
});
