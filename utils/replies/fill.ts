/** Filling the gaps of a draft by hand, one or all at once. */
import type { Blank, BlankField, Draft } from '../core/draft';

/** Values by the gap's name. A toggle takes `on` or `off`. A passage to check is never replaced: its words are real. */
export type Filled = Record<string, string>;

export type Fillable = Pick<Draft, 'text' | 'blanks'>;

/** The draft with these gaps filled; the others stay, moved to where they now are. */
export function fillBlanks(draft: Fillable, values: Filled): Fillable {
  let text = '';
  let from = 0;
  const blanks: Blank[] = [];
  for (const blank of draft.blanks) {
    text += draft.text.slice(from, blank.start);
    from = blank.end;
    const said = blank.kind !== 'check' && Object.hasOwn(values, blank.name) ? values[blank.name] : undefined;
    const stands = draft.text.slice(blank.start, blank.end);
    const start = text.length;
    if (said === undefined || (said === '' && blank.field?.kind !== 'toggle')) {
      text += stands;
      blanks.push({ ...blank, start, end: text.length });
    } else if (blank.field?.kind !== 'toggle') text += said;
    else if (said === 'on') text += blank.field.words;
    // Words that go take one of the spaces around them along.
    else if (/(?:^|\s)$/u.test(text) && draft.text[from] === ' ') from++;
  }
  return { text: text + draft.text.slice(from), blanks };
}

/** Whether a gap still shows its bracketed name: what must be filled before it is put in the page. */
export function isOpen(draft: Fillable, blank: Blank): boolean {
  return draft.text.slice(blank.start, blank.end) === `[${blank.name}]`;
}

/** What a field starts with, for the form that asks. */
export function startOf(field: BlankField): string {
  return field.kind === 'toggle' ? (field.default ? 'on' : 'off') : field.default;
}
