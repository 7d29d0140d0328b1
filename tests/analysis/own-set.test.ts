/** What the reading reaches on the half of our own posts it never saw. The floors are those of the model card. */
import { describe, expect, it } from 'vitest';
import { INTENTS } from '../../utils/core/reading';
import { ownRows, reader } from './model';

const rows = ownRows('test');
const readings = rows.map(({ text, parent }) => reader.read({ text, parent }));

/** F1 of a yes-or-no judgement. */
function f1(gold: readonly boolean[], told: readonly boolean[]): number {
  let hits = 0;
  let both = 0;
  gold.forEach((yes, i) => {
    hits += Number(yes && told[i]);
    both += Number(yes) + Number(told[i]);
  });
  return (2 * hits) / both;
}

describe('on our own test half', () => {
  it('shares no idea and no text with the half it learnt from', () => {
    const learnt = ownRows('train');
    const ideas = new Set(learnt.map(({ idea }) => idea));
    const texts = new Set(learnt.map(({ text }) => text.toLowerCase()));
    expect(rows.filter(({ idea }) => ideas.has(idea))).toEqual([]);
    expect(rows.filter(({ text }) => texts.has(text.toLowerCase())).map(({ text }) => text)).toEqual([]);
  });

  it('is large and varied enough to mean something', () => {
    const all = [...rows, ...ownRows('train')];
    const count = (lang: string) => all.filter((row) => row.lang === lang).length;
    expect(all.length).toBeGreaterThanOrEqual(1200);
    expect(count('es')).toBeGreaterThanOrEqual(500);
    expect(count('en')).toBeGreaterThanOrEqual(400);
    for (const lang of ['pt', 'fr', 'de', 'it']) expect(count(lang)).toBeGreaterThanOrEqual(75);
  });

  it('tells intents with a macro-F1 of at least 0.75', () => {
    const all = INTENTS.map((name) =>
      f1(
        rows.map((row) => row.intents[name] === 1),
        readings.map((reading) => (reading.intents[name] ?? 0) >= 0.5),
      ),
    );
    expect(all.reduce((sum, one) => sum + one, 0) / all.length).toBeGreaterThanOrEqual(0.75);
  });

  it('tells who waits for a reply with an F1 of at least 0.85', () => {
    const gold = rows.map((row) => row.needsReply);
    expect(
      f1(
        gold,
        readings.map((reading) => reading.needsReply.value),
      ),
    ).toBeGreaterThanOrEqual(0.85);
  });

  it('is right about tone more often the surer it says it is', () => {
    const told = rows.flatMap((row, i) => {
      const tone = readings[i]?.tone;
      return tone?.label && tone.label !== 'mixed' && row.tone !== 'mixed'
        ? [{ sure: tone.confidence, right: tone.label === row.tone }]
        : [];
    });
    const right = (list: typeof told) => list.filter((one) => one.right).length / list.length;
    const sorted = [...told].sort((a, b) => a.sure - b.sure);
    const half = Math.floor(sorted.length / 2);
    expect(right(sorted.slice(half))).toBeGreaterThan(right(sorted.slice(0, half)) + 0.1);
    expect(told.length / rows.length).toBeGreaterThan(0.6);
  });
});
