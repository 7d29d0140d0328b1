/**
 * A post as a few dozen plain signals: which lists of the lexicon it touches, its marks, its tone. What intents are judged
 * by; few enough to be learnt from a thousand posts, and each one can be named.
 */
import type { Parsed } from './features';
import { NEGATIVE_EMOJI, POSITIVE_EMOJI } from './lexicon/emoji';
import { type Match, TAGS, type Tag } from './lexicon/lexicon';
import type { Token } from './text';

/** What other heads said of the post already. */
export interface Heard {
  /** Probabilities by the tone head. */
  positive: number;
  negative: number;
  /** Logits of the heads learnt from larger sets, clipped. */
  thanks: number;
  praise: number;
}

const LISTS: readonly Tag[] = TAGS.filter((tag) => !['+2', '+1', '-2', '-1', 'very'].includes(tag));

/** Names of the signals, in the order of their weights. */
export const SIGNALS: readonly string[] = [
  ...LISTS.flatMap((tag) => [tag, `${tag}+`, `${tag}++`, `${tag}!`]),
  ...['+2', '+1', '-1', '-2'],
  ...['?', '?end', '??', '!', '!!', '..', 'quotes', 'link', 'handle', 'handleFirst', 'hashtag', 'number', 'money'],
  ...['faceGood', 'faceBad', 'onlyFaces', 'capitals', 'drawnOut', 'tiny', 'short', 'long', 'sentences'],
  ...['whFirst', 'wh?', 'whNo?', 'request?', 'buying?', 'bond?', 'problem?', 'complaint?'],
  ...[
    'positive',
    'negative',
    'goodButNegative',
    'praiseNegative',
    'thanksNegative',
    'problemNegative',
    'ironyNegative',
  ],
  ...['thing', 'staff', 'since', 'you'].flatMap((tag) => [`${tag}Negative`, `${tag}Positive`]),
  ...[
    'want?',
    'youAsk',
    'wantBuying',
    'thingBuying',
    'sinceProblem',
    'worksNotThing',
    'thing?',
    'urgencyProblem',
    'urgencyRequest',
    'thanksYou',
    'noThing',
  ],
  ...['requestNegative', 'buyingNegative', 'negative?', 'positive?', 'thanksHead', 'praiseHead'],
];
const INDEX = new Map(SIGNALS.map((name, i) => [name, i]));

/** Place of a signal in the list. */
export function signal(name: string): number {
  const at = INDEX.get(name);
  if (at === undefined) throw new RangeError(`no signal ${name}`);
  return at;
}

const PLACES = new Map<Tag, number>(LISTS.map((tag) => [tag, signal(tag)]));
const CAPITALS = signal('capitals');
const DRAWN_OUT = signal('drawnOut');

/** Place of a tag's first signal, or -1: matches of it are evidence for that signal and the two after it. */
export function placeOf(tag: Tag): number {
  return PLACES.get(tag) ?? -1;
}

function countMatches(matches: readonly Match[], turned: (match: Match) => boolean, out: Float64Array): void {
  for (const match of matches) {
    const place = placeOf(match.tag);
    if (place < 0) {
      if (match.tag !== 'very') add(out, match.tag, turned(match) ? 0 : 0.5, 1.5);
      continue;
    }
    const length = match.to - match.from;
    const kind = turned(match) && match.tag !== 'not' ? 3 : Math.min(2, length - 1);
    out[place + kind] = Math.min(1.5, (out[place + kind] as number) + (out[place + kind] ? 0.25 : 1));
  }
}

function add(out: Float64Array, name: string, amount: number, most: number): void {
  const at = signal(name);
  out[at] = Math.min(most, (out[at] as number) + amount);
}

const MONEY = /[€$£]|\b(?:euros?|pesos?|lucas|quid|reais)\b/i;

function countTokens(tokens: readonly Token[], out: Float64Array): { words: number; marks: number } {
  let words = 0;
  let faces = 0;
  let marks = 0;
  let first = true;
  tokens.forEach((token, at) => {
    if (token.kind === 'word') words++;
    if (token.form.capitals && token.norm.length > 2) out[CAPITALS] = Math.min(1, (out[CAPITALS] as number) + 0.34);
    if (token.form.drawnOut) out[DRAWN_OUT] = 1;
    switch (token.kind) {
      case 'emoji':
        faces++;
        if (POSITIVE_EMOJI.has(token.norm)) add(out, 'faceGood', 0.5, 1);
        if (NEGATIVE_EMOJI.has(token.norm)) add(out, 'faceBad', 0.5, 1);
        break;
      case 'mark':
        if (token.norm === '?' || token.norm === '??' || token.norm === '!?') {
          add(out, '?', 1, 1);
          if (token.norm !== '?') add(out, '??', 1, 1);
          if (at >= tokens.length - 2) add(out, '?end', 1, 1);
        } else if (token.norm === '!') add(out, '!', 1, 1);
        else if (token.norm === '!!') add(out, '!!', 1, 1);
        else if (token.norm === '..') add(out, '..', 1, 1);
        else if ('"“”«»'.includes(token.norm)) add(out, 'quotes', 0.5, 1);
        if ('.!?…'.includes(token.norm[0] as string)) marks++;
        break;
      case 'word':
        break;
      case 'handle':
        add(out, 'handle', 1, 1);
        if (first) add(out, 'handleFirst', 1, 1);
        break;
      default:
        add(out, token.kind, 1, 1);
    }
    if (token.kind !== 'mark') first = false;
  });
  if (faces && !words) add(out, 'onlyFaces', 1, 1);
  return { words, marks };
}

/** Whether a question word opens a sentence. */
function asksFirst(tokens: readonly Token[], matches: readonly Match[]): boolean {
  return matches.some((match) => {
    if (match.tag !== 'wh') return false;
    const before = tokens[match.from - 1];
    return (
      !before || (before.kind === 'mark' && '.!?¿…,:'.includes(before.norm[0] as string)) || before.kind === 'handle'
    );
  });
}

const pairs = (tags: readonly Tag[], ending: string) => tags.map((tag) => ({ tag, at: signal(`${tag}${ending}`) }));
const ABOUT_US: readonly Tag[] = ['thing', 'staff', 'since', 'you'];
const ASKED = pairs(['request', 'buying', 'bond', 'problem', 'complaint'], '?');
const WITH_POSITIVE = pairs(ABOUT_US, 'Positive');
const WITH_NEGATIVE = pairs([...ABOUT_US, 'praise', 'thanks', 'problem', 'irony', 'request', 'buying'], 'Negative');

/** Reads the signals of a parsed post into `out`. */
export function readSignals(parsed: Parsed, heard: Heard, out = new Float64Array(SIGNALS.length)): Float64Array {
  const { tokens, matches, text } = parsed;
  out.fill(0);
  countMatches(matches, (match) => parsed.under[match.from] === 1, out);
  const { words, marks } = countTokens(tokens, out);
  const value = (name: string) => out[signal(name)] as number;
  const set = (name: string, amount: number) => {
    out[signal(name)] = amount;
  };
  const any = (tag: Tag) => {
    const place = placeOf(tag);
    return Math.min(1, (out[place] as number) + (out[place + 1] as number) + (out[place + 2] as number));
  };
  const asks = value('?');
  set('money', MONEY.test(text.slice(0, 2000)) ? 1 : 0);
  set('tiny', words <= 2 ? 1 : 0);
  set('short', words > 2 && words <= 6 ? 1 : 0);
  set('long', words > 30 ? 1 : 0);
  set('sentences', Math.min(1, marks / 4));
  const wh = asksFirst(tokens, matches) ? 1 : 0;
  set('whFirst', wh);
  set('wh?', wh * asks);
  set('whNo?', wh * (1 - asks));
  for (const { tag, at } of ASKED) out[at] = any(tag) * asks;
  set('positive', heard.positive);
  set('negative', heard.negative);
  set('goodButNegative', Math.min(1, value('+2') + value('+1')) * heard.negative);
  for (const { tag, at } of WITH_NEGATIVE) out[at] = any(tag) * heard.negative;
  for (const { tag, at } of WITH_POSITIVE) out[at] = any(tag) * heard.positive;
  set('want?', any('want') * asks);
  set('youAsk', any('you') * asks);
  set('wantBuying', any('want') * any('buying'));
  set('thingBuying', any('thing') * any('buying'));
  set('sinceProblem', any('since') * Math.min(1, any('problem') + value('works!')));
  set('worksNotThing', value('works!') * any('thing'));
  set('thing?', any('thing') * asks);
  set('urgencyProblem', any('urgency') * Math.min(1, any('problem') + value('works!')));
  set('urgencyRequest', any('urgency') * Math.min(1, any('request') + any('want')));
  set('thanksYou', any('thanks') * any('you'));
  set('noThing', heard.negative * (1 - Math.min(1, any('thing') + any('staff') + any('you'))));
  set('negative?', heard.negative * asks);
  set('positive?', heard.positive * asks);
  set('thanksHead', Math.max(-1, Math.min(1, heard.thanks / 4)));
  set('praiseHead', Math.max(-1, Math.min(1, heard.praise / 4)));
  return out;
}
