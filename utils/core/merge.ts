/**
 * What all sightings of a post add up to. A fuller sighting completes a partial one; a partial one never erases a fuller
 * one; text that changed keeps its earlier wordings.
 *
 * A stored post is a join of sightings, and the join is idempotent, commutative and associative: a batch sent twice, two
 * tabs, a backup restored over newer rows, all end the same whatever the order. Every field is a register whose winner is
 * the highest by rank (fuller), then by when it was shown (`asOf`, or `lastSeenAt`), then by value.
 */
import type { HeardPost, KeptPost, TimeSource, Wording } from './post';

/** Earlier wordings kept: a page that rewrites a post at each look must not grow a row for ever. */
export const LONGEST_HISTORY = 20;

/** A text that ends in an ellipsis is taken for a cut of a longer one only when at least this much of it agrees. */
const SHORTEST_CUT = 40;

interface Register {
  readonly name: string;
  /** undefined: the sighting says nothing of it. */
  read(post: HeardPost): unknown;
  /** The fields that carry the value, given the post as built so far. */
  give(value: never, post: KeptPost): Partial<KeptPost>;
  /** Fuller wins over fresher. */
  rank?(value: never, post: HeardPost): number;
  /** Whether the latest showing wins, the first, or neither counts. Default `last`. */
  order?: 'last' | 'first' | 'none';
}

const KINDS = { post: 0, reply: 1, review: 2 } as const;
const TIME_SOURCES: Record<TimeSource, number> = { relative: 0, id: 1, machine: 2 };

const filled = <T>(list: T[] | undefined): T[] | undefined => (list?.length ? list : undefined);

function register<T>(
  name: string,
  read: (post: HeardPost) => T | null | undefined | '',
  give: (value: T, post: KeptPost) => Partial<KeptPost>,
  more: { rank?: (value: T, post: HeardPost) => number; order?: 'first' | 'none' } = {},
): Register {
  const known = (post: HeardPost): unknown => {
    const value = read(post);
    return value === null || value === '' ? undefined : value;
  };
  return { name, read: known, give, ...more } as Register;
}

const KIND = register(
  'kind',
  (p) => p.kind,
  (kind) => ({ kind }),
  { rank: (kind) => KINDS[kind], order: 'none' },
);

const ADDRESS = register(
  'url',
  (p) => p.url,
  (url) => ({ url }),
);

/** A feed knows no conversation and makes each post its own: a conversation of others is the fuller answer. */
const THREAD = register(
  'thread',
  (p) => p.threadKey,
  (threadKey) => ({ threadKey }),
  { rank: (threadKey, p) => (threadKey === p.key ? 0 : 1) },
);

const TITLE = register(
  'title',
  (p) => p.threadTitle,
  (threadTitle) => ({ threadTitle }),
);

const PARENT = register(
  'parent',
  (p) => p.parentKey && { key: p.parentKey, inferred: p.parentInferred === true },
  ({ key, inferred }) => ({ parentKey: key, ...(inferred && { parentInferred: true }) }),
  { rank: ({ inferred }) => (inferred ? 0 : 1) },
);

const AUTHOR = (['name', 'handle', 'url'] as const).map((part) =>
  register(
    `author.${part}`,
    (p) => p.author[part],
    (value, p) => ({ author: { ...p.author, [part]: value } }),
  ),
);

/** "3 h ago" was most exact when it was first read. */
const POSTED = register(
  'posted',
  (p) => (p.postedAt === null ? null : { at: p.postedAt, source: p.postedAtSource ?? ('relative' as const) }),
  ({ at, source }) => ({ postedAt: at, postedAtSource: source }),
  { rank: ({ source }) => TIME_SOURCES[source], order: 'first' },
);

const COUNTS = (['replies', 'likes', 'shares'] as const).map((name) =>
  register(
    name,
    (p) => p.counts?.[name],
    (count, p) => ({ counts: { ...p.counts, [name]: count } }),
  ),
);

const QUOTES = register(
  'quotes',
  (p) => filled(p.quotes),
  (quotes) => ({ quotes }),
);

const MEDIA = register(
  'media',
  (p) => filled(p.media),
  (media) => ({ media }),
);

const MENTIONS = register(
  'mentions',
  (p) => filled(p.mentions),
  (mentions) => ({ mentions }),
);

const LANG = register(
  'lang',
  (p) => p.lang,
  (lang) => ({ lang }),
);

const EDITED = register(
  'edited',
  (p) => p.editedAt,
  (editedAt) => ({ editedAt }),
  { rank: (editedAt) => editedAt, order: 'none' },
);

const SPONSORED = register(
  'sponsored',
  (p) => p.sponsored === true,
  (sponsored) => (sponsored ? { sponsored } : {}),
);

const REGISTERS: readonly Register[] = [
  ...[KIND, ADDRESS, THREAD, TITLE, PARENT, ...AUTHOR, POSTED, EDITED],
  ...[QUOTES, LANG, ...COUNTS, MEDIA, MENTIONS, SPONSORED],
];

/** Adds a sighting to what is held of a post. */
export function mergeSighting(old: KeptPost | undefined, heard: HeardPost, now: number): KeptPost {
  const sighting = fromSighting(heard, now);
  return old ? mergeKept(old, sighting) : sighting;
}

/** One sighting on its own, with the known fields only. */
export function fromSighting(heard: HeardPost, now: number): KeptPost {
  const post = blank(heard, now, now);
  for (const field of REGISTERS) {
    const value = field.read(heard);
    if (value !== undefined) Object.assign(post, field.give(value as never, post));
  }
  post.text = heard.text;
  if (heard.truncated) post.truncated = true;
  return post;
}

/** The join of two rows of the same post: the same in any order, and of a row with itself the row. */
export function mergeKept(a: KeptPost, b: KeptPost): KeptPost {
  const out = blank(a, Math.min(a.firstSeenAt, b.firstSeenAt), Math.max(a.lastSeenAt, b.lastSeenAt));
  const asOf: Record<string, number> = {};
  for (const field of REGISTERS) {
    const winner = beats(field, a, b) ? a : b;
    const value = field.read(winner);
    if (value === undefined) continue;
    Object.assign(out, field.give(value as never, out));
    const shown = stamp(field, winner);
    if (field.order !== 'none' && shown !== stamp(field, out)) asOf[field.name] = shown;
  }
  mergeText(out, asOf, a, b);
  if (Object.keys(asOf).length > 0) out.asOf = asOf;
  return out;
}

function blank(post: HeardPost, firstSeenAt: number, lastSeenAt: number): KeptPost {
  return {
    key: post.key,
    site: post.site,
    nativeId: post.nativeId,
    kind: post.kind,
    url: post.url,
    threadKey: post.threadKey,
    threadTitle: '',
    parentKey: null,
    author: { name: '', handle: null, url: null },
    text: '',
    lang: null,
    postedAt: null,
    postedAtSource: null,
    firstSeenAt,
    lastSeenAt,
  };
}

function stamp(field: Pick<Register, 'name' | 'order'>, post: KeptPost): number {
  return post.asOf?.[field.name] ?? (field.order === 'first' ? post.firstSeenAt : post.lastSeenAt);
}

/** Whether the value of `a` wins over that of `b`. */
function beats(field: Register, a: KeptPost, b: KeptPost): boolean {
  const mine = field.read(a);
  const theirs = field.read(b);
  if (mine === undefined || theirs === undefined) return theirs === undefined;
  const rank = (field.rank?.(mine as never, a) ?? 0) - (field.rank?.(theirs as never, b) ?? 0);
  if (rank !== 0) return rank > 0;
  const shown = field.order === 'none' ? 0 : stamp(field, a) - stamp(field, b);
  if (shown !== 0) return field.order === 'first' ? shown < 0 : shown > 0;
  return mine === theirs || JSON.stringify(mine) >= JSON.stringify(theirs);
}

function mergeText(out: KeptPost, asOf: Record<string, number>, a: KeptPost, b: KeptPost): void {
  const whole = distinct([...wholeWordings(a), ...wholeWordings(b)]);
  const current = whole.pop();
  if (current) {
    out.text = current.text;
    if (current.seenAt !== out.lastSeenAt) asOf.text = current.seenAt;
    if (current.since !== out.firstSeenAt) asOf.worded = current.since;
    if (whole.length > 0) out.history = whole.slice(-LONGEST_HISTORY);
    return;
  }
  const best = fullerCut(a, b) ? a : b;
  out.text = best.text;
  if (best.truncated) out.truncated = true;
  const shown = stamp({ name: 'text' }, best);
  if (shown !== out.lastSeenAt) asOf.text = shown;
}

function fullerCut(a: KeptPost, b: KeptPost): boolean {
  if (a.text.length !== b.text.length) return a.text.length > b.text.length;
  const shown = stamp({ name: 'text' }, a) - stamp({ name: 'text' }, b);
  if (shown !== 0) return shown > 0;
  return a.text === b.text ? a.truncated !== true || b.truncated === true : a.text > b.text;
}

/** Complete wordings of a post. An empty text says nothing: a page that shows a title only has not emptied the post. */
function wholeWordings(post: KeptPost): Required<Wording>[] {
  const earlier = (post.history ?? []).map((wording) => ({ since: wording.seenAt, ...wording }));
  if (post.truncated || post.text.trim() === '') return earlier;
  return [...earlier, { text: post.text, seenAt: stamp({ name: 'text' }, post), since: wordedAt(post) }];
}

/** When the present wording was first seen. */
export function wordedAt(post: KeptPost): number {
  return post.asOf?.worded ?? post.firstSeenAt;
}

/** One of each wording, oldest first. Spacing is no edit, and "the first lines…" is a cut of the whole, not a wording. */
function distinct(wordings: readonly Required<Wording>[]): Required<Wording>[] {
  const bySquashed = new Map<string, Required<Wording>>();
  for (const wording of wordings) {
    const squashed = squash(wording.text);
    const known = bySquashed.get(squashed);
    bySquashed.set(squashed, known ? sameWords(known, wording) : wording);
  }
  const all = [...bySquashed];
  return all
    .filter(([squashed]) => !all.some(([other]) => isCutOf(squashed, other)))
    .map(([, wording]) => wording)
    .sort((a, b) => a.seenAt - b.seenAt || (a.text < b.text ? -1 : 1));
}

function sameWords(a: Required<Wording>, b: Required<Wording>): Required<Wording> {
  const [, text] = [a.text, b.text].sort((x, y) => x.length - y.length || (x < y ? -1 : 1)) as [string, string];
  return { text, seenAt: Math.max(a.seenAt, b.seenAt), since: Math.min(a.since, b.since) };
}

const squash = (text: string): string => text.replace(/\s+/g, ' ').trim();

function isCutOf(cut: string, whole: string): boolean {
  if (whole.length <= cut.length || !/(?:…|\.\.\.)$/.test(cut)) return false;
  let end = cut.length;
  while (end > 0 && '.… '.includes(cut.charAt(end - 1))) end--;
  return end >= SHORTEST_CUT && whole.startsWith(cut.slice(0, end));
}
