/** Passages of a text to underline, made to lie side by side: a word carries one line, the weightiest. */
import type { Evidence } from '../core/reading';

export interface Span {
  start: number;
  end: number;
  for: Evidence['for'];
}

/** As much of a post as a conversation shows. The rest is on the page. */
export function readable(text: string): { start: number; end: number }[] {
  return [{ start: 0, end: cutBefore(text, LONGEST_READ) }];
}

/** Between two passages of one kind, a gap this short belongs to the phrase: "nobody [at Farol] answers". */
const GAP = 12;

/**
 * What to underline: whole words, phrases rather than crumbs, in order and without overlap. A question mark alone stands for
 * its sentence. Offsets beyond the text (it was edited since) are left out.
 */
export function spansOf(evidence: readonly Evidence[], text: string): Span[] {
  const kept: Span[] = [];
  for (const piece of [...evidence].sort((a, b) => b.weight - a.weight)) {
    if (piece.start < 0 || piece.end > text.length || piece.start >= piece.end) continue;
    const span = { ...wholeWords(text, piece.start, piece.end), for: piece.for };
    // The weightier keeps its words; what is left of the lighter is underlined still.
    for (const other of kept) {
      if (span.start >= other.end || other.start >= span.end) continue;
      if (span.start < other.start) span.end = other.start;
      else span.start = other.end;
    }
    if (/[\p{L}\p{N}]/u.test(text.slice(span.start, span.end))) kept.push(trimmed(text, span));
  }
  return joined(
    text,
    kept.sort((a, b) => a.start - b.start),
  );
}

function wholeWords(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  if (!/[\p{L}\p{N}]/u.test(text.slice(start, end))) {
    for (const sentence of text.slice(0, end).matchAll(SENTENCE)) if (sentence.index <= start) from = sentence.index;
    return { start: from, end: to };
  }
  while (from > 0 && isWord(text, from - 1) && isWord(text, from)) from--;
  while (to < text.length && isWord(text, to) && isWord(text, to - 1)) to++;
  return { start: from, end: to };
}

const isWord = (text: string, at: number) => /[\p{L}\p{M}\p{N}\ud800-\udfff]/u.test(text[at] ?? '');

function trimmed(text: string, span: Span): Span {
  const said = text.slice(span.start, span.end);
  const start = span.start + (said.length - said.trimStart().length);
  return { start, end: start + said.trim().length, for: span.for };
}

function joined(text: string, spans: readonly Span[]): Span[] {
  const phrases: Span[] = [];
  for (const span of spans) {
    const last = phrases[phrases.length - 1];
    if (last && span.start < last.end) continue;
    const gap = last && last.for === span.for ? text.slice(last.end, span.start) : null;
    if (last && gap !== null && gap.length <= GAP && !/[.!?…\n]/.test(gap)) last.end = span.end;
    else phrases.push({ ...span });
  }
  return phrases;
}

/** Characters that fill the lines a row of the desk may take. */
const ROOM = 205;
/** Longer is never shown in a row, nor in a conversation; a page may hold a post of megabytes. */
const LONGEST_SHOWN = 1_200;
const LONGEST_READ = 20_000;
const SENTENCE = /[^.!?…\n]+[.!?…]*["”»')\]]*\s*/gu;
const ASKS: readonly Evidence['for'][] = ['needsReply', 'question', 'request'];

/**
 * What of a long text a row shows: its beginning, and the sentence that asks if that lies beyond the cut. One range when all
 * of it fits or nothing is asked.
 */
export function excerpt(text: string, evidence: readonly Evidence[], room = ROOM): { start: number; end: number }[] {
  if (text.length <= room) return [{ start: 0, end: text.length }];
  const asking = evidence.find(
    (piece) => ASKS.includes(piece.for) && piece.end <= Math.min(text.length, LONGEST_READ) && piece.end > room - 40,
  );
  if (!asking) return [{ start: 0, end: cutBefore(text, Math.max(room, LONGEST_SHOWN)) }];
  let start = asking.start;
  let end = asking.end;
  for (const sentence of text.slice(0, LONGEST_READ).matchAll(SENTENCE)) {
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
