/**
 * Finds words and phrases that carry tone or intent. One line of a lexicon is `tag: phrase | phrase`; in a phrase `*` after a
 * word stands for any ending and `..` for up to four tokens in between. Accents are ignored, digits are 0.
 */
import { type Token, tokenize } from '../text';
import { KEPT, type Kept, type WordForm } from '../word-form';

export const TAGS = [
  '+2',
  '+1',
  '-2',
  '-1',
  'not',
  'very',
  'but',
  'wh',
  'question',
  'request',
  'problem',
  'complaint',
  'praise',
  'thanks',
  'unthanks',
  'leaving',
  'buying',
  'urgency',
  'offence',
  'spam',
  'close',
  'irony',
  'bond',
  'works',
  'thing',
  'staff',
  'since',
  'you',
  'want',
] as const;
export type Tag = (typeof TAGS)[number];

/** A phrase found: tokens `from` (included) to `to` (excluded). */
export interface Match {
  tag: Tag;
  /** What matched, as the lexicon writes it. */
  phrase: string;
  from: number;
  to: number;
}

type Step = { word: string; stem: boolean } | 'gap';
interface Phrase {
  tag: Tag;
  phrase: string;
  steps: Step[];
}

/** Phrases that a word may begin, in the order the lexicon writes them. */
interface Beginning extends Kept {
  /** All of them, where they are few. */
  every: readonly Phrase[];
  /** Where they are many: for a second word, those that it may go on, and the rest that fit any. Filled as words are met. */
  bySecond: Map<string, readonly Phrase[]> | null;
}

const MOST_GAP = 4;

function parsePhrase(tag: Tag, phrase: string): Phrase | undefined {
  const steps: Step[] = [];
  for (const token of tokenize(phrase)) {
    const last = steps.at(-1);
    if (token.norm === '*' && last && last !== 'gap') last.stem = true;
    else if (token.norm === '..') steps.push('gap');
    else steps.push({ word: token.fold, stem: false });
  }
  return steps.length > 0 && steps[0] !== 'gap' ? { tag, phrase, steps } : undefined;
}

/** Atoms are kept as `word` or `word*`. */
const atomOf = (step: Exclude<Step, 'gap'>) => (step.stem ? `${step.word}*` : step.word);

const NONE: readonly Phrase[] = [];
/** Small words ("no", "I") begin hundreds of phrases; trying each at every "no" costs more than all else together. */
const MANY = 6;
const MOST_SECONDS = 4000;
const MOST_BEGUN = 30_000;

/** Whether the phrase may go on with this word, or with any, or ends before it. */
function mayGoOn({ steps }: Phrase, second: string): boolean {
  const step = steps[1];
  return !step || step === 'gap' || (step.stem ? second.startsWith(step.word) : second === step.word);
}

export class Lexicon {
  /** Phrases by their first atom. */
  private readonly byFirst = new Map<string, Phrase[]>();
  private readonly stems = new Set<string>();
  /** What a spelling begins stays known when another language is read in between. */
  private readonly begun = new Map<string, Beginning>();
  constructor(source: string) {
    for (const line of source.split('\n')) {
      const colon = line.indexOf(':');
      const tag = line.slice(0, colon).trim() as Tag;
      if (colon < 0 || !TAGS.includes(tag)) continue;
      for (const part of line.slice(colon + 1).split('|')) this.add(parsePhrase(tag, part.trim()));
    }
  }

  private add(phrase: Phrase | undefined): void {
    const first = phrase?.steps[0];
    if (!phrase || !first || first === 'gap') return;
    if (first.stem) this.stems.add(first.word);
    const atom = atomOf(first);
    const list = this.byFirst.get(atom);
    if (list) list.push(phrase);
    else this.byFirst.set(atom, [phrase]);
  }

  /** Phrases that a word may begin. */
  private beginning({ fold, kept }: WordForm): Beginning {
    const before = kept[KEPT.lexicon] as Beginning | null;
    if (before?.by === this) return before;
    let begun = this.begun.get(fold);
    if (!begun) {
      const every = this.phrasesFrom(fold);
      begun = { by: this, every, bySecond: every.length > MANY ? new Map() : null };
      if (this.begun.size > MOST_BEGUN) this.begun.clear();
      this.begun.set(fold, begun);
    }
    kept[KEPT.lexicon] = begun;
    return begun;
  }

  private phrasesFrom(fold: string): readonly Phrase[] {
    const found = [...(this.byFirst.get(fold) ?? NONE)];
    for (let length = 2; length <= Math.min(fold.length, 16); length++) {
      const stem = fold.slice(0, length);
      if (this.stems.has(stem)) found.push(...(this.byFirst.get(`${stem}*`) ?? NONE));
    }
    return found;
  }

  /** Those of them worth trying before this word. */
  private following({ every, bySecond }: Beginning, second: Token | undefined): readonly Phrase[] {
    if (!bySecond) return every;
    const word = second?.fold ?? '';
    let found = bySecond.get(word);
    if (!found) {
      found = every.filter((phrase) => mayGoOn(phrase, word));
      if (bySecond.size > MOST_SECONDS) bySecond.clear();
      bySecond.set(word, found);
    }
    return found;
  }

  /** All phrases in the tokens, in order of where they begin. */
  find(tokens: readonly Token[]): Match[] {
    const matches: Match[] = [];
    for (let from = 0; from < tokens.length; from++) {
      const token = tokens[from] as Token;
      if (token.kind === 'mark' || token.kind === 'link' || token.kind === 'handle') continue;
      const begun = this.beginning(token.form);
      if (begun.every.length === 0) continue;
      for (const { tag, phrase, steps } of this.following(begun, tokens[from + 1])) {
        const to = steps.length === 1 ? from + 1 : follow(steps, tokens, from);
        if (to > 0) matches.push({ tag, phrase, from, to });
      }
    }
    return matches;
  }
}

/** Where the phrase whose first word stands at `from` ends, or -1. */
function follow(steps: readonly Step[], tokens: readonly Token[], from: number): number {
  let at = from + 1;
  for (let i = 1; i < steps.length; i++) {
    const step = steps[i] as Step;
    if (step === 'gap') {
      const next = steps[i + 1];
      if (!next || next === 'gap') continue;
      const last = Math.min(tokens.length, at + MOST_GAP + 1);
      while (at < last && !fits(next, tokens[at])) at++;
      if (at === last) return -1;
      continue;
    }
    if (!fits(step, tokens[at])) return -1;
    at++;
  }
  return at;
}

function fits(step: Exclude<Step, 'gap'>, token: Token | undefined): boolean {
  return token !== undefined && (step.stem ? token.fold.startsWith(step.word) : token.fold === step.word);
}
