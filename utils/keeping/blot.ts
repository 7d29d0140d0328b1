/** A row of any table without the people who were forgotten. Tables not known here are gone through all the same. */
import type { Blotter } from '../core/forgotten';

type Row = Record<string, unknown>;

/** Fields that name the row, its place or somebody else: a name in them is another's. */
const LEFT: Readonly<Record<string, readonly string[]>> = {
  posts: ['key', 'site', 'nativeId', 'threadKey', 'part', 'authorKey', 'author', 'kind', 'lang', 'heardOn', 'said'],
  threads: ['key', 'site'],
  exposure: ['site', 'day'],
  health: ['site', 'adapter', 'origin'],
  people: ['id', 'name'],
  meta: ['name'],
};

/** Tables whose rows are about what their key names: such a row goes. Posts and conversations are others' too, and stay. */
const STAYS = new Set(['posts', 'threads', 'exposure', 'health', 'meta', 'savedReplies', 'watches']);

/** The row without them; the same row where it has nothing of them; null where it should go. */
export function blotRow(table: string, row: Row, key: unknown, blotter: Blotter): Row | null {
  if (!STAYS.has(table) && names(key, blotter)) return null;
  if (table === 'notes' && names(String(row.target).replace(/^\w+:/, ''), blotter)) return null;
  // What we answered them, for drafts.
  if (table === 'pairs' && blotter.isForgotten(String(row.person))) return null;
  // A promise to them, or whatever else is bound to their account.
  if (table !== 'posts' && typeof row.authorKey === 'string' && blotter.isForgotten(row.authorKey)) return null;
  if (table === 'people') return leavePerson(row, blotter);
  if (table === 'meta' && String(row.name).startsWith('profile:')) return leaveProfile(row, blotter);
  const left = LEFT[table] ?? [];
  let changed: Row | null = null;
  for (const [name, value] of Object.entries(row)) {
    if (left.includes(name)) continue;
    const blotted = name === 'quotes' ? blotQuotes(value, blotter) : blotValue(value, blotter);
    if (blotted === value) continue;
    changed ??= { ...row };
    // A parent that cannot be named is no parent any more.
    changed[name] = name === 'parentKey' ? null : blotted;
  }
  return changed ?? row;
}

/** A key, or any part of a compound one, that holds a name of theirs. */
function names(key: unknown, blotter: Blotter): boolean {
  if (Array.isArray(key)) return key.some((part) => names(part, blotter));
  return typeof key === 'string' && (blotter.isForgotten(key) || blotter.text(key) !== key);
}

function leavePerson(row: Row, blotter: Blotter): Row | null {
  const accounts = row.accounts as string[];
  const left = accounts.filter((account) => !blotter.isForgotten(account));
  if (left.length === 0) return null;
  const apart = (row.apart as string[] | undefined)?.filter((account) => !blotter.isForgotten(account));
  const isWhole = left.length === accounts.length && apart?.length === (row.apart as string[] | undefined)?.length;
  return isWhole ? row : { ...row, accounts: left, ...(apart && { apart }) };
}

/** What they say of themselves goes with them; what others say of themselves stays, without them. */
function leaveProfile(row: Row, blotter: Blotter): Row | null {
  const { bio, links, avatar, ...who } = row.value as Row;
  if (blotter.isForgotten(String(who.account)) || blotter.isForgotten(String(who.url))) return null;
  const said = { bio, ...(avatar !== undefined && { avatar }) };
  const blotted = blotValue(said, blotter);
  const left = (links as string[]).filter((link) => blotter.text(link) === link && !blotter.isForgotten(link));
  if (blotted === said && left.length === (links as string[]).length) return row;
  return { ...row, value: { ...who, ...(blotted as Row), links: left } };
}

function blotQuotes(value: unknown, blotter: Blotter): unknown {
  if (!Array.isArray(value)) return value;
  const left = value.filter(({ author }) => !blotter.isForgotten(author));
  const blotted = blotValue(left, blotter);
  return left.length === value.length && blotted === left ? value : blotted;
}

/** The same value, by identity, where nothing in it is theirs. */
export function blotValue(value: unknown, blotter: Blotter): unknown {
  if (typeof value === 'string') return blotter.text(value);
  if (Array.isArray(value)) return blotList(value, blotter);
  if (typeof value !== 'object' || value === null) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  let changed: Row | null = null;
  for (const [name, item] of Object.entries(value)) {
    // A record may be by name: ties of a person, words of a theme.
    const clean = blotter.text(name);
    const blotted = blotValue(item, blotter);
    if (clean === name && blotted === item) continue;
    changed ??= { ...(value as Row) };
    if (clean === name) changed[name] = blotted;
    else delete changed[name];
  }
  return changed ?? value;
}

/** In a list of names, keys or handles, what is theirs goes; a text among others keeps its place, blotted. */
function blotList(list: readonly unknown[], blotter: Blotter): unknown[] {
  let changed = false;
  const left: unknown[] = [];
  for (const item of list) {
    if (typeof item === 'string' && blotter.isForgotten(item)) {
      changed = true;
      continue;
    }
    const blotted = blotValue(item, blotter);
    changed ||= blotted !== item;
    left.push(blotted);
  }
  return changed ? left : (list as unknown[]);
}
