/** A draft as the screen shows it: its words, what is still to fill, and what to look at again before it is put. */
import type { Blank, BlankField } from '../core/draft';
import { type Fillable, type Filled, fillBlanks, isOpen, startOf } from '../replies/fill';

export type { Filled };

export type DraftPiece =
  | { kind: 'text'; text: string }
  /** A gap: its name stands there until it is filled. */
  | { kind: 'open'; name: string }
  /** Carried over from an older answer: right then, perhaps not now. */
  | { kind: 'check'; text: string; name: string };

export function piecesOf(draft: Fillable): DraftPiece[] {
  const pieces: DraftPiece[] = [];
  let from = 0;
  for (const blank of draft.blanks) {
    if (blank.start < from || blank.end > draft.text.length) continue;
    if (blank.start > from) pieces.push({ kind: 'text', text: draft.text.slice(from, blank.start) });
    const text = draft.text.slice(blank.start, blank.end);
    pieces.push(isOpen(draft, blank) ? { kind: 'open', name: blank.name } : { kind: 'check', text, name: blank.name });
    from = blank.end;
  }
  if (from < draft.text.length) pieces.push({ kind: 'text', text: draft.text.slice(from) });
  return pieces;
}

/** What the human is asked for: each gap once, in the order they stand. */
export function questionsOf(draft: Fillable): { name: string; field: BlankField }[] {
  const asked = new Map<string, BlankField>();
  for (const blank of draft.blanks) {
    if (blank.kind === 'check' || asked.has(blank.name)) continue;
    asked.set(blank.name, blank.field ?? { kind: 'text', default: '' });
  }
  return [...asked].map(([name, field]) => ({ name, field }));
}

/** What the form starts with. A default stands as if it had been typed. */
export function startValues(draft: Fillable): Filled {
  return Object.fromEntries(questionsOf(draft).map(({ name, field }) => [name, startOf(field)]));
}

export function missingOf(draft: Fillable): string[] {
  return [...new Set(draft.blanks.filter((blank: Blank) => isOpen(draft, blank)).map((blank) => blank.name))];
}

const ISO_DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** The draft with what the human said; days in the words of the draft's language. */
export function filledWith(draft: Fillable & { lang: string }, values: Filled): Fillable {
  const said = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      ISO_DAY.test(value) ? dayIn(draft.lang, value) : value.trim(),
    ]),
  );
  return fillBlanks(draft, said);
}

function dayIn(lang: string, iso: string): string {
  const [, year, month, day] = ISO_DAY.exec(iso) ?? [];
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  try {
    return new Intl.DateTimeFormat(lang, { weekday: 'long', day: 'numeric', month: 'long' }).format(date);
  } catch {
    return iso;
  }
}
