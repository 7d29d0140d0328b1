/** Passages of a text to underline, made to lie side by side: a word carries one line, the weightiest. */
import type { Evidence } from '../core/reading';

export interface Span {
  start: number;
  end: number;
  for: Evidence['for'];
}

/** Evidence in order and without overlap. Offsets beyond the text (it was edited since) are left out. */
export function spansOf(evidence: readonly Evidence[], length: number): Span[] {
  const kept: Span[] = [];
  for (const piece of [...evidence].sort((a, b) => b.weight - a.weight)) {
    if (piece.start < 0 || piece.end > length || piece.start >= piece.end) continue;
    if (kept.some((other) => piece.start < other.end && other.start < piece.end)) continue;
    kept.push({ start: piece.start, end: piece.end, for: piece.for });
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Characters that fill the lines a row of the desk may take. */
const ROOM = 205;
/** Longer is never shown in a row; a page may hold a post of megabytes. */
const LONGEST_SHOWN = 1_200;
const SENTENCE = /[^.!?…\n]+[.!?…]*["”»')\]]*\s*/gu;
const ASKS: readonly Evidence['for'][] = ['needsReply', 'question', 'request'];

/**
 * What of a long text a row shows: its beginning, and the sentence that asks if that lies beyond the cut. One range when all
 * of it fits or nothing is asked.
 */
export function excerpt(text: string, evidence: readonly Evidence[], room = ROOM): { start: number; end: number }[] {
  if (text.length <= room) return [{ start: 0, end: text.length }];
  const asking = evidence.find(
    (piece) => ASKS.includes(piece.for) && piece.end <= text.length && piece.end > room - 40,
  );
  if (!asking) return [{ start: 0, end: cutBefore(text, Math.max(room, LONGEST_SHOWN)) }];
  let start = asking.start;
  let end = asking.end;
  for (const sentence of text.matchAll(SENTENCE)) {
    const stop = sentence.index + sentence[0].length;
    if (sentence.index <= asking.start && stop > asking.start) start = sentence.index;
    if (sentence.index < asking.end && stop >= asking.end) end = stop;
  }
  // A sentence without an end (no full stops for a page) is cut around the words that ask.
  if (end - start > room / 2) {
    start = Math.max(start, asking.start - 60);
    end = Math.min(end, asking.end + 60);
  }
  const head = cutBefore(text, Math.max(80, room - (end - start)));
  return head >= start
    ? [{ start: 0, end }]
    : [
        { start: 0, end: head },
        { start, end: end - trailing(text, end) },
      ];
}

function trailing(text: string, end: number): number {
  return end - text.slice(0, end).trimEnd().length;
}

/** The last word boundary before `at`. */
function cutBefore(text: string, at: number): number {
  if (text.length <= at) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space > at / 2 ? space : at;
}
