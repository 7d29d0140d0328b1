/** Whether a post is what a query asks for. The same grammar serves watches and search. */
import { fold } from './normalize';
import type { Post } from './post';
import type { Near, Query, Term } from './query-ast';
import type { Reading } from './reading';
import { foldedWords, wordsOf } from './words';

export type { Query } from './query-ast';
export { checkQuery, isEmptyQuery, parseQuery } from './query-parser';

/** What a post is matched by: the fields a query can ask for. Derived fields may be missing on a post not stored yet. */
export type Matchable = Pick<Post, 'key' | 'site' | 'kind' | 'threadKey' | 'threadTitle' | 'author' | 'text' | 'lang'> &
  Partial<Pick<Post, 'quotes' | 'media' | 'at' | 'ours' | 'mention' | 'waitsSince'>>;

/** What is known of a post beside it. */
export interface Beside {
  reading?: Reading | null | undefined;
  hasNote?: boolean;
  /** Whose it is of us, where somebody took it on. */
  assignee?: string | undefined;
}

/** A post made ready to be asked many queries: its words are cut once, and only if a query needs them. */
export interface Prepared {
  readonly post: Matchable;
  /** The author's words; an opening post's title is among them. */
  readonly passages: readonly Passage[];
}

interface Passage {
  readonly text: string;
  readonly folded: string;
  readonly words: readonly string[];
  /** Where each word stands, as places in `words`. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

export function prepare(post: Matchable): Prepared {
  const texts = post.key === post.threadKey && post.threadTitle !== '' ? [post.threadTitle, post.text] : [post.text];
  return { post, passages: texts.map((text) => new LazyPassage(text)) };
}

class LazyPassage implements Passage {
  private cut: { words: readonly string[]; places: ReadonlyMap<string, readonly number[]> } | undefined;
  private plain: string | undefined;
  constructor(
    readonly text: string,
    private readonly given?: readonly string[],
  ) {}

  get folded(): string {
    this.plain ??= fold(this.text);
    return this.plain;
  }

  get words(): readonly string[] {
    return this.cutWords().words;
  }

  get places(): ReadonlyMap<string, readonly number[]> {
    return this.cutWords().places;
  }

  private cutWords() {
    if (this.cut) return this.cut;
    const words = this.given ?? foldedWords(this.text);
    const places = new Map<string, number[]>();
    words.forEach((word, place) => {
      const list = places.get(word);
      if (list) list.push(place);
      else places.set(word, [place]);
    });
    this.cut = { words, places };
    return this.cut;
  }
}

export function matches(query: Query, post: Matchable, beside: Beside = {}): boolean {
  return asks(query, prepare(post), beside);
}

/** What of that a query asks for: the reading, or what the user wrote and decided. The rest is in the post itself. */
export function asksBeside(query: Query): { reading: boolean; decided: boolean } {
  switch (query.kind) {
    case 'and':
    case 'or': {
      const parts = query.parts.map(asksBeside);
      return { reading: parts.some(({ reading }) => reading), decided: parts.some(({ decided }) => decided) };
    }
    case 'not':
      return asksBeside(query.part);
    default:
      return {
        reading: query.kind === 'lang' || query.kind === 'tone' || query.kind === 'is',
        decided: query.kind === 'for' || (query.kind === 'has' && query.value === 'note'),
      };
  }
}

/** As `matches`, on a prepared post. */
export function asks(query: Query, on: Prepared, beside: Beside = {}): boolean {
  const { post } = on;
  switch (query.kind) {
    case 'and':
      return query.parts.every((part) => asks(part, on, beside));
    case 'or':
      return query.parts.some((part) => asks(part, on, beside));
    case 'not':
      return !asks(query.part, on, beside);
    case 'term':
      return on.passages.some((text) => starts(query, text).length > 0);
    case 'near':
      return on.passages.some((text) => isNear(query, text));
    case 'site':
      return `.${fold(post.site)}.`.includes(`.${query.value}.`);
    case 'author':
      return isBy(query.value, post);
    case 'lang':
      return [beside.reading?.lang, post.lang].some((lang) => lang?.toLowerCase().split('-')[0] === query.value);
    case 'tone':
      return beside.reading?.tone.label === query.value;
    case 'for':
      return beside.assignee !== undefined && fold(beside.assignee).replace(/^@/, '').startsWith(query.value);
    case 'is':
      return isSo(query.value, post, beside);
    case 'has':
      return hasSuch(query.value, post, beside);
    case 'before':
      return post.at !== undefined && post.at < query.at;
    case 'after':
      return post.at !== undefined && post.at >= query.at;
  }
}

/** Where in a text the words asked for stand, in order: what a screen marks. Words behind a NOT are not looked for. */
export function findTerms(query: Query, text: string): { start: number; end: number }[] {
  const words = wordsOf(text);
  const on = new LazyPassage(
    text,
    words.map(({ word }) => word),
  );
  const found = termsOf(query).flatMap((term) =>
    starts(term, on).map((first) => ({
      start: words[first]?.start ?? first,
      end: words[first + term.words.length - 1]?.end ?? first + (term.literal?.length ?? 0),
    })),
  );
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Places of the first word of each occurrence; for signs, the offset in the text. */
function starts(term: Term, on: Passage): number[] {
  if (term.literal !== undefined) return offsetsOf(term.literal, on.text);
  const [first, ...rest] = term.words;
  // Most posts hold no word of a query: a look at the letters spares cutting them into words.
  if (first === undefined || !on.folded.includes(first.replace(/\*$/, ''))) return [];
  return placesOf(first, on).filter((place) => rest.every((word, i) => isWord(word, on.words[place + 1 + i])));
}

function placesOf(word: string, on: Passage): readonly number[] {
  if (!word.endsWith('*')) return on.places.get(word) ?? [];
  const begin = word.slice(0, -1);
  return [...on.places].flatMap(([known, places]) => (known.startsWith(begin) ? places : [])).sort((a, b) => a - b);
}

function isWord(asked: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  return asked.endsWith('*') ? word.startsWith(asked.slice(0, -1)) : word === asked;
}

function offsetsOf(literal: string, text: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + literal.length)) found.push(at);
  return found;
}

/** Each part within reach of one that stands before it in the query. */
function isNear(query: Near, on: Passage): boolean {
  let reached: number[] | null = null;
  for (const part of query.parts) {
    const here = starts(part, on);
    reached = reached ? here.filter((a) => reached?.some((b) => Math.abs(a - b) <= query.distance && a !== b)) : here;
    if (reached.length === 0) return false;
  }
  return reached !== null;
}

function isBy(value: string, post: Matchable): boolean {
  if (post.author.handle && fold(post.author.handle) === value) return true;
  const asked = wordsOf(value).map(({ word }) => word);
  if (asked.length === 0) return fold(post.author.name) === value;
  return starts({ kind: 'term', words: asked }, new LazyPassage(post.author.name)).length > 0;
}

function isSo(value: (Query & { kind: 'is' })['value'], post: Matchable, { reading }: Beside): boolean {
  switch (value) {
    case 'question':
      return reading ? reading.intents.question !== undefined : /[?¿؟？]/.test(post.text);
    case 'mention':
      return post.mention === 1;
    case 'unanswered':
      return post.waitsSince !== undefined;
    case 'ours':
      return post.ours === 1;
    case 'post':
    case 'reply':
    case 'review':
      return post.kind === value;
    default:
      return reading?.intents[value] !== undefined;
  }
}

function hasSuch(value: (Query & { kind: 'has' })['value'], post: Matchable, { hasNote }: Beside): boolean {
  switch (value) {
    case 'note':
      return hasNote === true;
    case 'link':
      return /https?:\/\/\S/i.test(post.text);
    case 'media':
      return (post.media?.length ?? 0) > 0;
    case 'quote':
      return (post.quotes?.length ?? 0) > 0;
  }
}

function termsOf(query: Query): Term[] {
  if (query.kind === 'and' || query.kind === 'or') return query.parts.flatMap(termsOf);
  if (query.kind === 'near') return query.parts;
  return query.kind === 'term' ? [query] : [];
}
