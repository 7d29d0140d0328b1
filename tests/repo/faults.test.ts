/** Every fault of docs/faults.md is tried somewhere: the file is there, and holds a test of that name. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const table = readFileSync(join(root, 'docs/faults.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, number, , , file, begins] = line.split('|').map((cell) => cell.trim());
    return number && /^\d+$/.test(number) ? [{ number: Number(number), file: file ?? '', begins: begins ?? '' }] : [];
  });

it('has a row for each of the twenty-five, in order', () => {
  expect(table.map(({ number }) => number)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
});

it.each(table)('$number is tried: $begins', ({ file, begins }) => {
  expect(begins).not.toBe('');
  expect(existsSync(join(root, file)), file).toBe(true);
  const text = readFileSync(join(root, file), 'utf8');
  expect(['"', "'", '`'].some((quote) => text.includes(quote + begins))).toBe(true);
});
