/**
 * The grammar of watches and search:
 *
 *     word  "some phrase"  pre*  -not  NOT x  a OR b  a AND b  ( … )  a near/5 b
 *     site:  author:  lang:  tone:  is:  has:  for:  before:2026-05  after:2026-05-03
 *
 * and, where watches are given, `watch:name` for all that one of them finds.
 * A query is typed by hand, so reading never fails: what cannot be read is mended or left out, and said with its place.
 */
import { fold } from './normalize';
import {
  HAS_VALUES,
  IS_VALUES,
  type Query,
  type QueryProblem,
  type QueryReason,
  type Term,
  TONE_VALUES,
} from './query-ast';
import { type Token, tokensOf } from './query-tokens';
import { wordsOf } from './words';

const LONGEST_QUERY = 2_000;
const DEEPEST_QUERY = 50;

export interface QueryOptions {
  /**
   * What stands between two words without an operator. A search narrows (`all`); a watch lists what people call a thing, so
   * that any of its words will do (`any`), while fields and NOT still narrow.
   */
  between?: 'all' | 'any';
  /** What `watch:name` may name. Absent: there is no such field. */
  watches?: readonly { name: string; query: string }[];
}

export function parseQuery(text: string, options: QueryOptions = {}): Query {
  return new Reader(text, options).query;
}

/** The mistakes in a query, in the order they stand. Empty when it reads well. */
export function checkQuery(text: string, options: QueryOptions = {}): QueryProblem[] {
  return new Reader(text, options).problems.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** True where nothing is asked: matches every post in a search, and nothing as a watch. */
export function isEmptyQuery(query: Query): boolean {
  return query.kind === 'and' && query.parts.length === 0;
}

/** The words of a text as one phrase, operators and all: a name is looked for as it is written. Null where it has none. */
export function phrase(text: string): Query | null {
  return termOf(text.replaceAll('*', ' '));
}

class Reader {
  readonly problems: QueryProblem[] = [];
  readonly query: Query;
  private readonly tokens: readonly Token[];
  private readonly end: number;
  private next = 0;
  private depth = 0;

  constructor(
    text: string,
    private readonly options: QueryOptions,
  ) {
    if (text.length > LONGEST_QUERY) this.say('tooLong', LONGEST_QUERY, text.length);
    const read = text.slice(0, LONGEST_QUERY);
    this.end = read.length;
    this.tokens = tokensOf(read, (reason, start, end) => this.say(reason, start, end));
    const parts: Query[] = [];
    while (this.peek()) {
      parts.push(...this.alternatives());
      const stray = this.peek();
      if (stray?.kind === 'close') this.say('strayParenthesis', stray.start, stray.end);
      this.next++;
    }
    this.query = joined('and', parts);
  }

  /** `a OR b`. None, or one query. */
  private alternatives(): Query[] {
    const parts = this.run();
    while (this.peek()?.kind === 'or') {
      const or = this.take();
      const right = this.run();
      if (parts.length === 0 || right.length === 0) this.say('missingTerm', or.start, or.end);
      parts.push(...right);
    }
    return parts.length > 0 ? [joined('or', parts)] : [];
  }

  /** What stands side by side. */
  private run(): Query[] {
    const parts: Query[] = [];
    for (let token = this.peek(); token && token.kind !== 'or' && token.kind !== 'close'; token = this.peek()) {
      parts.push(...this.conjunction());
    }
    if (parts.length === 0) return [];
    if (this.options.between !== 'any') return [joined('and', parts)];
    const names = parts.filter(isNaming);
    const limits = parts.filter((part) => !isNaming(part));
    return [joined('and', names.length > 0 ? [joined('or', names), ...limits] : limits)];
  }

  /** `a AND b`. */
  private conjunction(): Query[] {
    const parts = this.negation();
    while (this.peek()?.kind === 'and') {
      const and = this.take();
      const right = this.negation();
      if (parts.length === 0 || right.length === 0) this.say('missingTerm', and.start, and.end);
      parts.push(...right);
    }
    return parts.length > 0 ? [joined('and', parts)] : [];
  }

  private negation(): Query[] {
    let negative = false;
    let last: Token | null = null;
    for (let token = this.peek(); token?.kind === 'not'; token = this.peek()) {
      negative = !negative;
      last = this.take();
    }
    const parts = this.closeness();
    if (last && parts.length === 0) this.say('missingTerm', last.start, last.end);
    return negative ? parts.map((part) => ({ kind: 'not', part })) : parts;
  }

  /** `a near/5 b`. */
  private closeness(): Query[] {
    const left = this.atom();
    const terms: Query[] = [...left];
    let distance = 0;
    for (let token = this.peek(); token?.kind === 'near'; token = this.peek()) {
      this.next++;
      const right = this.atom();
      if (terms.length === 0 || right.length === 0) this.say('missingTerm', token.start, token.end);
      else if (![...terms, ...right].every(isTerm)) this.say('nearWordsOnly', token.start, token.end);
      distance = Math.max(distance, token.distance);
      terms.push(...right);
    }
    if (terms.length < 2) return terms;
    return terms.every(isTerm) ? [{ kind: 'near', distance, parts: terms }] : [joined('and', terms)];
  }

  private atom(): Query[] {
    const token = this.peek();
    if (!token || token.kind === 'or' || token.kind === 'and' || token.kind === 'close') return [];
    if (token.kind === 'near' || token.kind === 'not') return [];
    this.next++;
    if (token.kind === 'open') return this.group(token);
    if (token.kind === 'field') return this.field(token);
    const term = token.kind === 'term' ? termOf(token.text) : null;
    return term ? [term] : [];
  }

  private group(open: Token): Query[] {
    if (this.depth >= DEEPEST_QUERY) {
      this.say('tooDeep', open.start, open.end);
      return [];
    }
    this.depth++;
    const inside = this.alternatives();
    this.depth--;
    if (this.peek()?.kind === 'close') this.next++;
    else this.say('unclosedParenthesis', open.start, open.end);
    return inside;
  }

  private field(token: Token & { kind: 'field' }): Query[] {
    const value = fold(token.text).replace(/^@/, '');
    const wrong = (reason: QueryReason): Query[] => {
      this.say(reason, token.start, token.end);
      return [];
    };
    if (value === '') return wrong('missingTerm');
    switch (token.name) {
      case 'site':
      case 'author':
      case 'lang':
      case 'for':
        return [{ kind: token.name, value }];
      case 'tone': {
        const known = TONE_VALUES.find((name) => name === value);
        return known ? [{ kind: 'tone', value: known }] : wrong('unknownValue');
      }
      case 'watch': {
        const { watches } = this.options;
        if (!watches) return wrong('unknownField');
        const watch = watches.find(({ name, query }) => fold(name || query) === value);
        const query = watch ? parseQuery(watch.query, { between: 'any' }) : null;
        return query && !isEmptyQuery(query) ? [query] : wrong('unknownValue');
      }
      case 'is': {
        const known = IS_VALUES.find((name) => name === value);
        return known ? [{ kind: 'is', value: known }] : wrong('unknownValue');
      }
      case 'has': {
        const known = HAS_VALUES.find((name) => name === value);
        return known ? [{ kind: 'has', value: known }] : wrong('unknownValue');
      }
      case 'before':
      case 'after': {
        const at = dayOf(value);
        return at === null ? wrong('badDate') : [{ kind: token.name, at }];
      }
    }
  }

  private peek(): Token | undefined {
    return this.tokens[this.next];
  }

  private take(): Token {
    return this.tokens[this.next++] as Token;
  }

  private say(reason: QueryReason, start: number, end: number): void {
    this.problems.push({ reason, start, end: Math.max(end, Math.min(start + 1, this.end)) });
  }
}

function joined(kind: 'and' | 'or', parts: readonly Query[]): Query {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  return flat.length === 1 ? (flat[0] as Query) : { kind: flat.length === 0 ? 'and' : kind, parts: flat };
}

const isTerm = (query: Query): query is Term => query.kind === 'term';

/** What a watch is called by, as against what narrows it. */
function isNaming(query: Query): boolean {
  if (query.kind === 'and') return query.parts.every(isNaming);
  return query.kind === 'term' || query.kind === 'near' || query.kind === 'or';
}

function termOf(text: string): Term | null {
  const words = wordsOf(text).map(({ word, end }) => (text[end] === '*' ? `${word}*` : word));
  if (words.length > 0) return { kind: 'term', words };
  // An emoji is typed with or without the mark that asks for its coloured form.
  const literal = text.replaceAll('\ufe0f', '').trim();
  return literal === '' ? null : { kind: 'term', words: [], literal };
}

/** Start of the day, month or year, local time. */
function dayOf(text: string): number | null {
  const match = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(year, month - 1, day);
  return date.getFullYear() === year && date.getMonth() === month - 1 && date.getDate() === day ? date.getTime() : null;
}
