import { describe, expect, it } from 'vitest';
import type { AnsweredPair } from '../../utils/core/draft';
import { ReplyMemory } from '../../utils/replies/memory';
import { NOW, pair } from './make';

const DAY = 86_400_000;
const ask = (message: string, more = {}) => ({ message, lang: null, person: '', now: NOW, ...more });
const ids = (memory: ReplyMemory, message: string, more = {}) =>
  memory.search(ask(message, more), 3).map((found) => found.pair.id);

function filled(...pairs: AnsweredPair[]): ReplyMemory {
  const memory = new ReplyMemory();
  for (const one of pairs) memory.add(one);
  return memory;
}

const others = [
  'How do I wash the cup?',
  'Do you ship to Malta?',
  'What does the blue light mean?',
  'Can I pay by card?',
  'Is there a student price?',
].map((text, i) => pair(text, `Answer number ${'abcde'[i]} about ${text.slice(7, 20)}.`, { id: `o${i}` }));

describe('the memory of past answers', () => {
  it('finds what was asked in other words', () => {
    const memory = filled(
      ...others,
      pair('The app crashes when I open a long note', 'Open it on the web.', { id: 'crash' }),
      pair('I was charged twice', 'We refund one.', { id: 'twice' }),
    );
    expect(ids(memory, 'It freezes every time with big notes')[0]).toBe('crash');
    expect(ids(memory, 'the same payment was charged two times')[0]).toBe('twice');
  });

  it('forgives typing errors', () => {
    const memory = filled(...others, pair('subscription renewal failed', 'Try again.', { id: 'renew' }));
    expect(ids(memory, 'my subscripton renewl failled')[0]).toBe('renew');
  });

  it('offers an answer given often once, and before one given once', () => {
    const same = [1, 2, 3].map((n) =>
      pair(`the lamp blinks red ${n}`, 'Hold the button for ten seconds until it stops.', { id: `s${n}` }),
    );
    const memory = filled(
      ...others,
      ...same,
      pair('the lamp blinks red today', 'Buy a new one from the shop.', { id: 'odd' }),
    );
    const found = memory.search(ask('lamp blinks red'), 3);
    expect(found[0]?.pair.id).toMatch(/^s/);
    expect(found[0]?.why).toContain('severalAgree');
    expect(found.filter(({ pair: { id } }) => id.startsWith('s'))).toHaveLength(1);
  });

  it('prefers what was thanked to what was argued about', () => {
    const memory = filled(
      pair('the lid does not close', 'Turn it left until it clicks into place.', { id: 'argued', outcome: 'argued' }),
      pair('the lid does not close', 'Wet the rubber ring and press it down.', { id: 'thanked', outcome: 'thanked' }),
    );
    const [first] = memory.search(ask('my lid does not close'), 1);
    expect(first?.pair.id).toBe('thanked');
    expect(first?.why[0]).toBe('thanked');
  });

  it('leaves out other languages where they are known', () => {
    const memory = filled(
      pair('no funciona', 'Prueba otra vez.', { id: 'es', lang: 'es' }),
      pair('does not work', 'Try again.', { id: 'en', lang: 'en' }),
    );
    expect(ids(memory, 'does not work', { lang: 'es' })).toEqual(['es']);
  });

  it('brings outcome and wording up to date, and forgets', () => {
    const memory = filled(...others, pair('the hose drips', 'Tighten it.', { id: 'h' }));
    memory.add(pair('the hose drips', 'Tighten it by hand.', { id: 'h', outcome: 'solved' }));
    expect(memory.size).toBe(others.length + 1);
    expect(memory.search(ask('hose drips'), 1)[0]?.pair).toMatchObject({
      reply: 'Tighten it by hand.',
      outcome: 'solved',
    });
    memory.forget('h');
    expect(ids(memory, 'hose drips')).not.toContain('h');
    memory.add(pair('the hose drips', 'Tighten it.', { id: 'h' }));
    expect(ids(memory, 'hose drips')[0]).toBe('h');
  });

  it('changes its mind when the message of a pair changes', () => {
    const memory = filled(...others, pair('about hoses', 'A.', { id: 'm' }));
    memory.add(pair('about lamps that blink', 'B.', { id: 'm' }));
    expect(memory.search(ask('my lamp blinks'), 1)[0]?.pair.reply).toBe('B.');
    expect(memory.size).toBe(others.length + 1);
  });

  it('says how sure it is', () => {
    const memory = filled(
      ...others,
      pair('the app crashes when I open a long note', 'Open it on the web.', { id: 'crash' }),
    );
    const [right] = memory.search(ask('the app crashes with a long note'), 1);
    const [wrong] = memory.search(ask('zzz qqq'), 1);
    expect(right?.likely).toBeGreaterThan(0.5);
    expect(wrong?.likely ?? 0).toBeLessThan(0.2);
  });

  it('finds nothing in nothing', () => {
    expect(new ReplyMemory().search(ask('hello'), 3)).toEqual([]);
    expect(filled(...others).search(ask(''), 3).length).toBeLessThanOrEqual(3);
  });

  it('answers quickly from twenty thousand pairs', () => {
    const nouns = Array.from({ length: 400 }, (_, i) => `word${(i * 7919) % 400}x`);
    const memory = new ReplyMemory();
    for (let i = 0; i < 20_000; i++) {
      const text = Array.from({ length: 14 }, (_, k) => nouns[(i * 31 + k * k * 17 + (i >> 3)) % 400]).join(' ');
      memory.add(pair(text, `Reply ${text} and so on`, { id: `p${i}`, at: NOW - i * DAY * 0.01 }));
    }
    const times = Array.from({ length: 30 }, (_, i) => {
      const started = performance.now();
      memory.search(ask(`${nouns[i]} ${nouns[i * 3]} ${nouns[i + 50]} please help with ${nouns[i + 9]}`), 3);
      return performance.now() - started;
    }).sort((a, b) => a - b);
    // 10 ms on a quiet machine (tests/bench); this only catches a blunder.
    expect(times[0]).toBeLessThan(200);
  }, 60_000);
});
