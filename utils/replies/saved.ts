/**
 * Saved replies: the user's own templates. Known from the post: `{first name}`, `{name}`, `{our name}`, `{product}`. Asked of the
 * human: `{link}`, any other `{words}`, and fields that say how to ask:
 *
 *   {?batch letter}              text            {?batch letter=B}        text with a default
 *   {?colour: red | *blue}       menu, * = default
 *   {?day: date}  {?day: date=+3d}               {?refund: toggle=off: We will refund it.}
 *
 * What stays unknown becomes a gap; a draft never shows a brace.
 */
import type { Blank, BlankField, Draft, DraftReason, ReplyContext, SavedReply } from '../core/draft';
import { blankWord } from './templates/blank-words';

/** What the variables stand for; empty = not known. */
export interface Variables {
  firstName: string;
  name: string;
  ourName: string;
  product: string;
}

const SLOT = /\{([^{}\n]{1,200})\}/gu;

const KNOWN: Record<string, keyof Variables> = {
  'first name': 'firstName', nombre: 'firstName', 'nombre de pila': 'firstName', name: 'name', 'full name': 'name', 'nombre completo': 'name',
  'our name': 'ourName', 'nuestro nombre': 'ourName', 'mi nombre': 'ourName', 'my name': 'ourName', product: 'product', producto: 'product',
}; // biome-ignore format: a table

/** Names that a gap takes in the draft's language, for variables that were not known. */
const GAPS: Record<string, Parameters<typeof blankWord>[0]> = {
  'first name': 'name', nombre: 'name', name: 'name', product: 'product', producto: 'product', link: 'link', enlace: 'link',
}; // biome-ignore format: a table

/** The template with what is known put in. `now` is what a date field counts from. */
export function renderSaved(
  body: string,
  known: Variables,
  lang: string,
  now: number,
): { text: string; blanks: Blank[] } {
  const blanks: Blank[] = [];
  let text = '';
  let from = 0;
  const template = body.replace(/\r\n?/gu, '\n');
  for (const slot of template.matchAll(SLOT)) {
    text += template.slice(from, slot.index);
    from = slot.index + slot[0].length;
    const inside = (slot[1] ?? '').trim();
    const variable = KNOWN[inside.toLowerCase()];
    const value = variable ? known[variable] : '';
    if (value) {
      text += value;
      continue;
    }
    // A name that is not known is better left out than asked for: "Hola, :" becomes "Hola:".
    if (variable === 'firstName' || variable === 'name') {
      text = text.replace(/(?<![ \t])[ \t]*(?:,[ \t]*)?$/u, '');
      continue;
    }
    const { name, field } = inside.startsWith('?')
      ? readField(inside.slice(1), now)
      : { name: gapName(inside, lang), field: undefined };
    const start = text.length;
    text += field ? shown(field, name) : `[${name}]`;
    blanks.push({ start, end: text.length, name, ...(field && { field }) });
  }
  return dropBraces(text + template.slice(from), blanks);
}

function gapName(inside: string, lang: string): string {
  const gap = GAPS[inside.toLowerCase()];
  return gap ? blankWord(gap, lang) : inside.replace(/[[\]]/gu, '');
}

function readField(inside: string, now: number): { name: string; field: BlankField } {
  const [, head = '', rest = ''] = /^([^:]*)(?::([\s\S]*))?$/u.exec(inside) ?? [];
  const [label = '', given = ''] = head.split('=').map((part) => part.trim());
  const name = label.replace(/[[\]]/gu, '') || 'text';
  const spec = rest.trim();
  const date = /^(?:date|fecha)(?:\s*=\s*(.*))?$/iu.exec(spec);
  if (date) return { name, field: { kind: 'date', default: dayFrom(date[1] ?? given, now) } };
  const toggle = /^(?:toggle|s[íi]\/no)(?:\s*=\s*(on|off|s[íi]|no))?\s*:\s*([\s\S]*)$/iu.exec(spec);
  if (toggle)
    return {
      name,
      field: { kind: 'toggle', words: toggle[2] ?? '', default: !/^(?:off|no)$/iu.test(toggle[1] ?? 'on') },
    };
  if (!spec) return { name, field: { kind: 'text', default: given } };
  const options = spec.split('|').map((option) => option.trim()).filter(Boolean); // biome-ignore format: one line
  const starred = options.find((option) => option.startsWith('*'))?.slice(1).trim(); // biome-ignore format: one line
  return {
    name,
    field: { kind: 'menu', options: options.map((option) => option.replace(/^\*\s*/u, '')), default: starred ?? given },
  };
}

/** `+3d`, `+1w` or `2026-03-12` as `YYYY-MM-DD`; empty where nothing usable is said. */
function dayFrom(said: string, now: number): string {
  const ahead = /^\+(\d{1,3})\s*([dws])/iu.exec(said.trim());
  if (!ahead) return /^\d{4}-\d{2}-\d{2}$/u.test(said.trim()) ? said.trim() : '';
  const days = Number(ahead[1]) * (/d/iu.test(ahead[2] ?? '') ? 1 : 7);
  const day = new Date(now);
  const due = new Date(day.getFullYear(), day.getMonth(), day.getDate() + days);
  return `${due.getFullYear()}-${String(due.getMonth() + 1).padStart(2, '0')}-${String(due.getDate()).padStart(2, '0')}`;
}

/** What stands in the draft until the human decides: the default, or the field's name in brackets. */
function shown(field: BlankField, name: string): string {
  if (field.kind === 'toggle') return field.default ? field.words : '';
  return field.default || `[${name}]`;
}

/** A brace left over is a slip of the pen; removing it moves the gaps after it. */
function dropBraces(text: string, blanks: Blank[]): { text: string; blanks: Blank[] } {
  if (!/[{}]/u.test(text)) return { text, blanks };
  const before = (offset: number) => offset - (text.slice(0, offset).match(/[{}]/gu)?.length ?? 0);
  return {
    text: text.replace(/[{}]/gu, ''),
    blanks: blanks.map((blank) => ({ ...blank, start: before(blank.start), end: before(blank.end) })),
  };
}

/** The body for a language: exact, then for any language. */
export function bodyFor(saved: SavedReply, lang: string): { body: string; lang: string } | null {
  const exact = saved.bodies[lang];
  if (exact) return { body: exact, lang };
  const any = saved.bodies['*'];
  return any ? { body: any, lang } : null;
}

export function savedDraft(
  saved: SavedReply,
  context: ReplyContext,
  known: Variables,
  lang: string,
  why: DraftReason[],
): Draft | null {
  const chosen = bodyFor(saved, lang);
  if (!chosen) return null;
  const { text, blanks } = renderSaved(chosen.body, known, lang, context.now);
  return {
    id: `${context.post.key}#saved:${saved.id}`,
    text,
    source: { kind: 'saved', reply: saved.id, name: saved.name },
    blanks,
    lang,
    why,
  };
}
