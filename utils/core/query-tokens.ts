/** Cuts a typed query into tokens. */
import type { QueryReason } from './query-ast';

export const FIELDS = ['site', 'author', 'lang', 'tone', 'is', 'has', 'for', 'watch', 'before', 'after'] as const;
export type FieldName = (typeof FIELDS)[number];

interface Place {
  start: number;
  end: number;
}

export type Token = Place &
  (
    | { kind: 'open' | 'close' | 'or' | 'and' | 'not' }
    | { kind: 'near'; distance: number }
    | { kind: 'term'; text: string }
    | { kind: 'field'; name: FieldName; text: string }
  );

type Say = (reason: QueryReason, start: number, end: number) => void;

const QUOTES: Record<string, string> = { '"': '"', '“': '”', '«': '»', '„': '“' };
const SIGNS: Record<string, 'open' | 'close' | 'or'> = { '(': 'open', ')': 'close', '|': 'or', ',': 'or' };
const OPERATORS = new Map<string, 'or' | 'and' | 'not'>([
  ['OR', 'or'],
  ['AND', 'and'],
  ['NOT', 'not'],
]);

export function tokensOf(text: string, say: Say): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const sign = text[at] as string;
    if (/\s/.test(sign)) at++;
    else if (SIGNS[sign]) tokens.push({ kind: SIGNS[sign], start: at, end: ++at });
    else if (sign === '-' && startsTerm(text, at)) tokens.push({ kind: 'not', start: at, end: ++at });
    else {
      const token = QUOTES[sign] ? quoted(text, at, say) : word(text, at, say);
      tokens.push(token);
      at = token.end;
    }
  }
  return tokens;
}

/** A dash is NOT where a term follows it and none goes before: `well-known` is one word. */
function startsTerm(text: string, at: number): boolean {
  return (at === 0 || /[\s(|,-]/.test(text[at - 1] as string)) && /[^\s)|,]/.test(text[at + 1] ?? ' ');
}

function quoted(text: string, start: number, say: Say): Token & { kind: 'term' } {
  const close = text.indexOf(QUOTES[text[start] as string] as string, start + 1);
  if (close < 0) say('unclosedQuote', start, text.length);
  const end = close < 0 ? text.length : close;
  return { kind: 'term', text: text.slice(start + 1, end), start, end: Math.min(end + 1, text.length) };
}

function word(text: string, start: number, say: Say): Token {
  const field = /^([a-z]+):/i.exec(text.slice(start, start + 20));
  if (field?.[1]) {
    const name = FIELDS.find((known) => known === field[1]?.toLowerCase());
    if (name) return fieldFrom(name, text, start, start + field[0].length, say);
  }
  // A sign that opens nothing still has to be read past.
  const end = Math.max(wordEnd(text, start), start + 1);
  const written = text.slice(start, end);
  const operator = OPERATORS.get(written);
  if (operator) return { kind: operator, start, end };
  const near = /^near(?:\/(\d{1,3}))?$/i.exec(written);
  if (near && (near[1] || written === 'NEAR')) return { kind: 'near', distance: Number(near[1] ?? 10), start, end };
  // `autor:ana` was meant as a field; an address or a time of day was not.
  if (field && /^[a-z]{2,}:[^\s/\d]/i.test(written)) say('unknownField', start, start + field[0].length);
  return { kind: 'term', text: written, start, end };
}

function fieldFrom(name: FieldName, text: string, start: number, from: number, say: Say): Token {
  if (QUOTES[text[from] ?? '']) {
    const value = quoted(text, from, say);
    return { kind: 'field', name, text: value.text, start, end: value.end };
  }
  const end = wordEnd(text, from);
  return { kind: 'field', name, text: text.slice(from, end), start, end };
}

function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && !/[\s()|,"“”«»„]/.test(text[end] as string)) end++;
  return end;
}
