/** Hours of a day as people type them: "9-14, 16:30-19". */

const BLOCK = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(?:-|–|—|a|to|hasta)\s*(\d{1,2})(?:[:.h](\d{2}))?\s*h?$/i;

/** Blocks in order, apart from each other; null where it cannot be understood. Nothing typed: nobody is there. */
export function parseBlocks(text: string): [from: number, to: number][] | null {
  const parts = text
    .split(/[,;]|\by\b|\band\b/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const blocks: [number, number][] = [];
  for (const part of parts) {
    const match = BLOCK.exec(part);
    if (!match) return null;
    const from = minuteOf(match[1], match[2]);
    const to = minuteOf(match[3], match[4]);
    if (from === null || to === null || from >= to) return null;
    blocks.push([from, to]);
  }
  blocks.sort((a, b) => a[0] - b[0]);
  return blocks.every(([from], i) => i === 0 || from >= (blocks[i - 1]?.[1] ?? 0)) ? blocks : null;
}

function minuteOf(hour = '', minute = '0'): number | null {
  const value = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && value <= 1_440 ? value : null;
}

export function writeBlocks(blocks: readonly (readonly [number, number])[]): string {
  return blocks.map(([from, to]) => `${write(from)}-${write(to)}`).join(', ');
}

function write(minute: number): string {
  const rest = minute % 60;
  return `${Math.floor(minute / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
