import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laterChoices } from '../../utils/panel/later';

const at = (text: string) => new Date(text).getTime();
const of = (now: string) =>
  Object.fromEntries(laterChoices(at(now)).map((choice) => [choice.id, new Date(choice.at).toString().slice(0, 21)]));

describe('later', () => {
  it('offers this afternoon only while it is some way off', () => {
    expect(of('2026-11-25T10:00')).toMatchObject({ today: 'Wed Nov 25 2026 17:00' });
    expect(of('2026-11-25T15:30')).not.toHaveProperty('today');
  });

  it('offers tomorrow, Monday and a week, at nine', () => {
    expect(of('2026-11-25T20:00')).toEqual({
      tomorrow: 'Thu Nov 26 2026 09:00',
      monday: 'Mon Nov 30 2026 09:00',
      answer: 'Wed Dec 02 2026 09:00',
    });
  });

  it('does not say Monday where that is tomorrow', () => {
    expect(of('2026-11-29T20:00')).not.toHaveProperty('monday');
    expect(of('2026-11-30T20:00')).toMatchObject({ monday: 'Mon Dec 07 2026 09:00' });
  });

  it('never offers a moment that has passed', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (now) => {
        for (const choice of laterChoices(now.getTime())) expect(choice.at).toBeGreaterThan(now.getTime());
      }),
    );
  });
});
