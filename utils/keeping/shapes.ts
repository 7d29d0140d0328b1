/**
 * What a row must be to be let in: the fields that the rest of the program counts on, of the right type. Fields not named
 * here are let through, since a newer Tertulia of the same format may have added them.
 */
import { FileFault } from './faults';

type Type = 'text' | 'filled' | 'number' | 'time' | 'flag' | 'boolean' | 'list' | 'texts' | 'record' | 'address';
type Shape = Readonly<Record<string, Type | `${Type}?` | `${Type}|null`>>;

const LONGEST_KEY = 1_024;
/** Sixteen times what a post may have when it is heard. */
const LONGEST_TEXT = 1_048_576;
/** Beyond it there is no date, and a screen that writes one would break. */
const LATEST_TIME = 8.64e15;

const IS: Readonly<Record<Type, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && value.length <= LONGEST_TEXT,
  filled: (value) => typeof value === 'string' && value !== '' && value.length <= LONGEST_KEY,
  number: (value) => typeof value === 'number' && !Number.isNaN(value),
  time: (value) => typeof value === 'number' && Math.abs(value) <= LATEST_TIME,
  flag: (value) => value === 0 || value === 1,
  boolean: (value) => typeof value === 'boolean',
  list: Array.isArray,
  texts: (value) =>
    Array.isArray(value) && value.every((item) => typeof item === 'string' && item.length <= LONGEST_TEXT),
  record: (value) => value instanceof Object && !Array.isArray(value),
  // Addresses become links: no scheme but the web's may come in by a file.
  address: (value) =>
    typeof value === 'string' && value.length <= LONGEST_TEXT && (value === '' || /^https?:\/\//i.test(value)),
};

const SHAPES: Readonly<Record<string, Shape>> = {
  posts: {
    key: 'filled',
    site: 'filled',
    nativeId: 'filled',
    kind: 'filled',
    url: 'address',
    threadKey: 'filled',
    threadTitle: 'text',
    parentKey: 'filled|null',
    author: 'record',
    text: 'text',
    lang: 'text|null',
    postedAt: 'time|null',
    postedAtSource: 'text|null',
    quotes: 'list?',
    counts: 'record?',
    media: 'list?',
    mentions: 'texts?',
    history: 'list?',
    asOf: 'record?',
    editedAt: 'time?',
    sponsored: 'boolean?',
    truncated: 'boolean?',
    firstSeenAt: 'time',
    lastSeenAt: 'time',
    at: 'time',
    authorKey: 'filled',
    ours: 'flag',
    mention: 'flag',
    waitsSince: 'time?',
    desk: 'filled?',
    deskAt: 'number?',
  },
  threads: {
    key: 'filled',
    site: 'filled',
    url: 'address',
    title: 'text',
    claimed: 'number|null',
    held: 'number',
    lastAt: 'time',
    firstSeenAt: 'time',
    lastSeenAt: 'time',
    visitedAt: 'time?',
    followed: 'time?',
    followedTo: 'time?',
  },
  exposure: { site: 'filled', day: 'filled', posts: 'number', authors: 'number' },
  health: { site: 'filled', adapter: 'text', at: 'time', onPage: 'number', read: 'number', missing: 'record' },
  readings: { key: 'filled', version: 'text', lang: 'text', tone: 'record', intents: 'record', evidence: 'list' },
  corrections: {
    id: 'filled',
    postKey: 'filled',
    label: 'filled',
    was: 'filled',
    to: 'filled',
    at: 'time',
    textHash: 'text',
  },
  themes: { id: 'filled', label: 'text', postKeys: 'texts', quoteKeys: 'texts', timeline: 'list', lastAt: 'time' },
  states: { postKey: 'filled', state: 'filled', until: 'time|null', setAt: 'time' },
  notes: { id: 'filled', target: 'filled', text: 'text', tags: 'texts', createdAt: 'time', updatedAt: 'time' },
  watches: { id: 'filled', name: 'text', query: 'text', createdAt: 'time' },
  people: {
    id: 'filled',
    name: 'text',
    accounts: 'texts',
    createdAt: 'time',
    apart: 'texts?',
    cadenceDays: 'number?',
    letBe: 'record?',
  },
  savedReplies: { id: 'filled', name: 'text', bodies: 'record', intents: 'texts', uses: 'number', updatedAt: 'time' },
  pairs: { id: 'filled', at: 'time', person: 'text', message: 'text', reply: 'text', outcome: 'text|null' },
  forgotten: { id: 'filled', at: 'time', salt: 'text', digests: 'texts', lengths: 'list', counts: 'record' },
  rules: { id: 'filled', name: 'text', query: 'text', tags: 'texts?', on: 'boolean', at: 'time' },
  ruled: { postKey: 'filled', rules: 'texts', at: 'time' },
  cares: { postKey: 'filled', assignee: 'text?', pinned: 'flag?', setAt: 'time' },
  meta: { name: 'filled' },
};

const PROFILE: Shape = {
  account: 'filled',
  site: 'filled',
  name: 'text',
  handle: 'text|null',
  url: 'address|null',
  bio: 'text',
  links: 'texts',
  avatar: 'text?',
  seenAt: 'time',
};
const SETTINGS: Shape = { brands: 'texts?', us: 'list?', sites: 'list?', language: 'filled?', theme: 'filled?' };
const SITE: Shape = { pattern: 'filled', listening: 'boolean', keep: 'filled', retentionDays: 'number|null' };
const OUR_ACCOUNT: Shape = { site: 'filled|null', handle: 'text' };

type Row = Record<string, unknown>;

/** Throws `FileFault` where the row is not what its table holds. */
export function checkRow(table: string, row: Row): void {
  checkShape(table, row, SHAPES[table]);
  if (table === 'posts') checkPost(row);
  if (table === 'meta' && row.name === 'settings') checkSettings(row.value);
  if (table === 'meta' && String(row.name).startsWith('profile:')) checkProfile(row);
}

function checkPost(row: Row): void {
  const { key, site, threadKey, author, media, quotes, history } = row;
  const own = `${String(site)}:`;
  if (!String(key).startsWith(own) || !String(threadKey).startsWith(own)) wrong('posts', 'key');
  checkShape('posts', author as Row, { name: 'text', handle: 'text|null', url: 'address|null' });
  each('posts', media, { alt: 'text?', url: 'address' });
  each('posts', quotes, { author: 'text?', text: 'text' });
  each('posts', history, { text: 'text', seenAt: 'time' });
}

function checkProfile({ name, value }: Row): void {
  if (!IS.record(value)) wrong('meta', 'profile');
  const profile = value as Row;
  checkShape('meta', profile, PROFILE);
  if (name !== `profile:${String(profile.account)}` || !(profile.links as unknown[]).every(IS.address))
    wrong('meta', 'profile');
}

function checkSettings(value: unknown): void {
  if (!IS.record(value)) wrong('meta', 'settings');
  checkShape('settings', value as Row, SETTINGS);
  each('settings', (value as Row).sites, SITE);
  each('settings', (value as Row).us, OUR_ACCOUNT);
}

function each(table: string, list: unknown, shape: Shape): void {
  if (list === undefined) return;
  for (const item of list as unknown[]) {
    if (!IS.record(item)) wrong(table, 'list');
    checkShape(table, item as Row, shape);
  }
}

const READY = new WeakMap<Shape, [name: string, is: (value: unknown) => boolean, absent: unknown][]>();

function checkShape(table: string, row: Row, shape: Shape | undefined): void {
  if (!shape) return;
  let checks = READY.get(shape);
  if (!checks) {
    checks = Object.entries(shape).map(([name, spec]) => {
      const type = spec.replace(/\?$|\|null$/, '') as Type;
      // A value that no row can hold stands for "must be there".
      return [name, IS[type], spec.endsWith('?') ? undefined : spec.endsWith('|null') ? null : READY];
    });
    READY.set(shape, checks);
  }
  for (const [name, is, absent] of checks) {
    const value = row[name];
    if (value !== absent && !is(value)) wrong(table, name);
  }
}

function wrong(table: string, field: string): never {
  throw new FileFault('wrongContent', `${table}.${field}`);
}
