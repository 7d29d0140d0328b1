import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placed } from '../../utils/panel/ties';
import { LETTER_PX, labelsOf, roomFor } from '../../utils/panel/ties-labels';

const person = (place: number, group: number, name = `Somebody ${place}`) => ({
  account: `lamps.example:${place}`,
  name,
  group,
  said: 500 - place,
  heard: 3,
});
const many = Array.from({ length: 500 }, (_, place) => person(place, place % 9));

/** As the picture does it, so many pixels wide. */
function named(people: typeof many, px: number) {
  const points = placed(people);
  const room = roomFor(points);
  const unit = room.width / px;
  return { room, unit, labels: labelsOf(people, points, room, unit) };
}

describe('names in the picture of ties', () => {
  it('one of every group is named first, those with most words before others', () => {
    const { labels } = named(many, 360);
    expect(new Set(labels.slice(0, 8).map(({ account }) => Number(account.split(':')[1]) % 9)).size).toBe(8);
    expect(labels[0]?.name).toBe('Somebody 0');
  });

  it('as many are named as leave room for the others, and never more than 32', () => {
    expect([240, 360, 856, 5_000].map((px) => named(many, px).labels.length)).toEqual([10, 15, 32, 32]);
  });

  it('no name is cut: one too long to stand here is left to the table', () => {
    const { labels } = named([person(0, 0, 'x'.repeat(29)), person(1, 1, 'Maria Øvregård Lindqvist')], 360);
    expect(labels.map(({ name }) => name)).toEqual(['Maria Øvregård Lindqvist']);
  });

  it('none lies over another or leaves the picture, whatever the names, groups and widths', () => {
    const names = fc.array(fc.record({ name: fc.string({ minLength: 1, maxLength: 40 }), group: fc.nat(12) }), {
      minLength: 1,
      maxLength: 120,
    });
    fc.assert(
      fc.property(names, fc.integer({ min: 240, max: 900 }), (list, px) => {
        const { room, unit, labels } = named(
          list.map(({ name, group }, place) => person(place, group, name)),
          px,
        );
        const size = LETTER_PX * unit;
        const boxes = labels.map(({ name, x, y }) => {
          const half = ([...name].length * 0.58 * size) / 2;
          return { left: x - half, right: x + half, top: y - size, bottom: y };
        });
        boxes.forEach((one, at) => {
          expect(one.left).toBeGreaterThanOrEqual(room.left - 1e-6);
          expect(one.right).toBeLessThanOrEqual(room.left + room.width + 1e-6);
          expect(one.top).toBeGreaterThanOrEqual(room.top - 1e-6);
          for (const other of boxes.slice(at + 1)) {
            const apart =
              one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
            expect(apart).toBe(true);
          }
        });
      }),
    );
  });
});
