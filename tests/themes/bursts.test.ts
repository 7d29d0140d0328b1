/** The quick look spares only what is far from news. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isUsual } from '../../utils/analysis/themes/bursts';
import { negativeBinomialTail } from '../../utils/analysis/themes/tail';

it('never passes over a term that might be promising', () => {
  const mean = fc.double({ min: 1e-4, max: 2_000, noNaN: true });
  const size = fc.double({ min: 0.3, max: 30, noNaN: true });
  fc.assert(
    fc.property(mean, size, fc.double({ min: 0, max: 1, noNaN: true }), (m, s, share) => {
      const people = Math.floor(m + share * Math.sqrt(m + (m * m) / s));
      fc.pre(people >= 1 && isUsual(people, m, s));
      expect(negativeBinomialTail(people, m, s)).toBeGreaterThan(0.02);
    }),
    { numRuns: 2_000 },
  );
});
