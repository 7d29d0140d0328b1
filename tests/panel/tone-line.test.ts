import { describe, expect, it } from 'vitest';
import { askedLanguage, languageOf, withLanguage } from '../../utils/panel/languages';
import { soundOf, toneLine } from '../../utils/panel/tone-line';
import { stored } from '../core/sample';

const DAY = 86_400_000;
const moments = (tones: readonly ('positive' | 'neutral' | 'negative' | 'mixed' | null)[]) =>
  tones.map((tone, i) => ({ at: i * DAY, tone }));

describe('tone over time', () => {
  it('draws nothing of too little, or of one moment', () => {
    expect(toneLine([])).toBeNull();
    expect(toneLine(moments(['positive', 'negative', 'neutral']))).toBeNull();
    expect(toneLine(moments([null, null, null, null, 'positive']))).toBeNull();
    expect(toneLine(Array.from({ length: 9 }, () => ({ at: 5, tone: 'positive' as const })))).toBeNull();
  });

  it('counts every message once, those without a tone apart', () => {
    const line = toneLine(moments(['negative', 'negative', null, 'neutral', 'positive', 'positive', 'mixed']));
    expect(line).toMatchObject({ posts: 7, told: 6 });
    expect(line?.steps.reduce((sum, step) => sum + step.posts, 0)).toBe(7);
    expect(line?.steps.reduce((sum, step) => sum + step.told, 0)).toBe(6);
    expect(line?.steps[0]?.mean).toBeLessThan(0);
    expect(line?.steps.at(-1)?.mean).toBeGreaterThan(0);
  });

  it('says nothing where nothing could be told, and never more steps than messages bear', () => {
    const line = toneLine([
      ...moments(['positive', 'positive', 'positive', 'positive']),
      { at: 90 * DAY, tone: null },
      { at: 91 * DAY, tone: null },
    ]);
    expect(line?.steps).toHaveLength(2);
    expect(line?.steps[1]?.mean).toBeNull();
    expect(toneLine(moments(new Array(500).fill('neutral')))?.steps).toHaveLength(12);
  });

  it('puts a mean into a word', () => {
    expect([soundOf(-0.6), soundOf(0.1), soundOf(0.4)]).toEqual(['negative', 'neutral', 'positive']);
  });
});

describe('the language of a post, and a filter by it', () => {
  it('is as it was read, else as the platform says', () => {
    const post = stored('1', { lang: 'es-MX' });
    expect(languageOf(post, null)).toBe('es');
    expect(languageOf(post, { lang: 'pt' } as never)).toBe('pt');
    expect(languageOf(stored('2', { lang: null }), undefined)).toBe('und');
  });

  it('is written into the filter beside what stands there, and taken out again', () => {
    expect(withLanguage('', 'es')).toBe('lang:es');
    expect(withLanguage('author:ana lang:en luz', 'es')).toBe('author:ana luz lang:es');
    expect(withLanguage('lang:es', null)).toBe('');
    expect(withLanguage('lang:es luz', null)).toBe('luz');
    expect(askedLanguage('luz LANG:PT')).toBe('pt');
    expect(askedLanguage('slang:es')).toBeNull();
  });
});
