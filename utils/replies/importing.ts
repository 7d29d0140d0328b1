/**
 * Saved replies from elsewhere: our own JSON, a CSV, Chatwoot's canned responses, Reddit Toolbox's macros and removal reasons,
 * and anything shaped like `{name, shortcut, text}`, in folders or not (Text Blaze's commands are understood). What is read is
 * untrusted: sizes are capped, and only strings are taken.
 */
import type { SavedReply } from '../core/draft';
import { readCsv } from './csv-rows';
import { translated } from './foreign-fields';

/** A saved reply as a file gives it; the store adds the rest. */
export type ImportedReply = Pick<SavedReply, 'name' | 'folder' | 'shortcut' | 'bodies' | 'intents'>;

export type Imported =
  | { replies: ImportedReply[] /** Rows without a text, or beyond the limit. */; skipped: number }
  | { fault: 'tooLarge' | 'notUnderstood' };

const LARGEST_FILE = 5_000_000;
const MOST_REPLIES = 5_000;
const LONGEST_BODY = 20_000;
const LONGEST_NAME = 200;
const DEEPEST = 6;

export function importReplies(text: string): Imported {
  if (text.length > LARGEST_FILE) return { fault: 'tooLarge' };
  const plain = text.replace(/^\uFEFF/u, '').trim();
  const rows = /^[[{]/u.test(plain) ? rowsOfJson(plain) : readCsv(plain).map((row) => ({ row, folder: '' }));
  if (!rows) return { fault: 'notUnderstood' };
  const found = rows.map(({ row, folder }) => replyOf(row, folder));
  const replies = found.filter((reply) => reply !== null).slice(0, MOST_REPLIES);
  return replies.length > 0 ? { replies, skipped: found.length - replies.length } : { fault: 'notUnderstood' };
}

type Row = Record<string, unknown>;

function rowsOfJson(text: string): { row: Row; folder: string }[] | null {
  try {
    const rows: { row: Row; folder: string }[] = [];
    collect(JSON.parse(text), '', 0, rows);
    return rows;
  } catch {
    return null;
  }
}

/** Walks lists and folders; an object with a text of its own is a row. */
function collect(value: unknown, folder: string, depth: number, rows: { row: Row; folder: string }[]): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) for (const one of value) collect(one, folder, depth + 1, rows);
  else if (value instanceof Object) {
    const row = value as Row;
    if (hasText(row)) rows.push({ row, folder });
    else {
      const name = word(row, 'name', 'title') || folder;
      for (const [key, inner] of Object.entries(row)) {
        const isList = inner instanceof Object;
        if (isList)
          collect(inner, key === 'removalReasons' || key === 'modMacros' ? FOLDERS[key] : name, depth + 1, rows);
      }
    }
  }
}

const FOLDERS = { removalReasons: 'Removal reasons', modMacros: 'Macros' };
const TEXT_KEYS = [
  'text',
  'content',
  'body',
  'reply',
  'message',
  'template',
  'snippet',
  'texto',
  'respuesta',
  'mensaje',
  'plantilla',
];

function hasText(row: Row): boolean {
  return row.bodies instanceof Object || TEXT_KEYS.some((key) => typeof field(row, key) === 'string');
}

function replyOf(row: Row, folder: string): ImportedReply | null {
  const bodies = bodiesOf(row);
  const [first] = Object.values(bodies);
  if (!first) return null;
  const shortcut = word(row, 'shortcut', 'short_code', 'abbreviation', 'keyword', 'trigger', 'atajo').replace(
    /^[/\s]+|\s+$/gu,
    '',
  );
  const intents = field(row, 'intents');
  return {
    name:
      word(row, 'name', 'title', 'label', 'nombre', 'título', 'titulo').slice(0, LONGEST_NAME) ||
      shortcut ||
      first.slice(0, 40).trim(),
    folder: word(row, 'folder', 'category', 'group', 'carpeta', 'categoría').slice(0, LONGEST_NAME) || folder,
    shortcut: shortcut.slice(0, 40),
    bodies,
    intents: Array.isArray(intents) ? intents.filter((intent) => typeof intent === 'string') : splitWords(intents),
  };
}

function bodiesOf(row: Row): Record<string, string> {
  const own = row.bodies;
  const bodies: Record<string, string> = Object.create(null);
  const keep = (lang: string, text: unknown) => {
    if (typeof text === 'string' && text.trim() !== '' && /^(?:\*|[a-z]{2,3})$/u.test(lang))
      bodies[lang] = translated(text.slice(0, LONGEST_BODY));
  };
  if (own instanceof Object && !Array.isArray(own)) for (const [lang, text] of Object.entries(own)) keep(lang, text);
  const text = TEXT_KEYS.map((key) => field(row, key)).find((value) => typeof value === 'string');
  if (Object.keys(bodies).length === 0)
    keep(word(row, 'language', 'lang', 'locale', 'idioma').slice(0, 2).toLowerCase() || '*', text);
  return { ...bodies };
}

function field(row: Row, key: string): unknown {
  if (Object.hasOwn(row, key)) return row[key];
  const found = Object.keys(row).find((name) => name.trim().toLowerCase() === key);
  return found === undefined ? undefined : row[found];
}

function word(row: Row, ...keys: string[]): string {
  const found = keys.map((key) => field(row, key)).find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof found === 'string' ? found.trim() : '';
}

function splitWords(value: unknown): string[] {
  return typeof value === 'string' ? value.split(/[,;|\s]+/u).filter(Boolean) : [];
}
