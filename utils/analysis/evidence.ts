/** The passages that drove a judgement, few and readable: phrases of the lexicon, else the words that weighed most. */
import type { Evidence, ToneLabel } from '../core/reading';
import type { Parsed } from './features';
import type { Tag } from './lexicon/lexicon';
import type { Scored } from './linear';
import type { Token } from './text';

/** Runs of tokens with a weight each. */
export interface Passage {
  from: number;
  to: number;
  weight: number;
  /** What named it; words alone where nothing did. */
  rule?: Evidence['rule'];
}

const shows = (token: Token | undefined) =>
  token !== undefined &&
  token.kind !== 'handle' &&
  token.kind !== 'link' &&
  (token.kind !== 'mark' || '!?'.includes(token.norm[0] as string));

/** So many tokens between two passages belong to the phrase: "nadie [me] contesta", "worst [service I have] had". */
const BRIDGE = 1;

/** Whether only small words stand between two passages, and no mark that ends a thought. */
function bridges(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > BRIDGE) return false;
  for (let at = from; at < to; at++) if (tokens[at]?.kind !== 'word') return false;
  return true;
}

/** Joins passages that overlap, touch or are parted by a small word, and makes their weights shares. */
export function mergePassages(passages: readonly Passage[], tokens: readonly Token[] = []): Passage[] {
  const merged: Passage[] = [];
  if (passages.length === 0) return merged;
  for (const passage of [...passages].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = merged.at(-1);
    if (last && (passage.from <= last.to || bridges(tokens, last.to, passage.from))) {
      // The weightier of the two gives the name.
      if (passage.rule && (!last.rule || passage.weight > last.weight)) last.rule = passage.rule;
      last.to = Math.max(last.to, passage.to);
      last.weight += passage.weight;
    } else {
      const { from, to, weight, rule } = passage;
      merged.push(rule ? { from, to, weight, rule } : { from, to, weight });
    }
  }
  const total = merged.reduce((sum, passage) => sum + passage.weight, 0) || 1;
  for (const passage of merged) passage.weight /= total;
  return merged;
}

/** Passages as spans of the text, the weightiest `most` of them, in reading order. */
export function toEvidence(
  passages: readonly Passage[],
  parsed: Parsed,
  speaksFor: Evidence['for'],
  most: number,
): Evidence[] {
  const found: Evidence[] = [];
  const weightiest = mergePassages(passages, parsed.tokens).sort((a, b) => b.weight - a.weight);
  for (const { from, to, weight, rule } of weightiest.slice(0, most)) {
    const first = parsed.tokens[from];
    const last = parsed.tokens[to - 1];
    if (weight < 0.08 || !first || !last) continue;
    const said: Evidence = {
      start: first.start,
      end: last.end,
      for: speaksFor,
      weight: Math.round(weight * 100) / 100,
    };
    if (rule) said.rule = rule;
    found.push(said);
  }
  return found.sort((a, b) => a.start - b.start);
}

const TONED: ReadonlySet<Tag> = new Set<Tag>(['+2', '+1', '-1', '-2']);

/** Phrases of the lexicon that say good or bad, with the negation before them: never torn apart. */
function tonePhrases(parsed: Parsed, sign: number): { from: number; to: number; turned: boolean }[] {
  const { matches, polarity, under, tokens } = parsed;
  const found: { from: number; to: number; turned: boolean }[] = [];
  for (const { tag, from, to } of matches) {
    if (!TONED.has(tag) || Math.sign(polarity[from] as number) !== sign) continue;
    if (!under[from]) {
      found.push({ from, to, turned: false });
      continue;
    }
    const not = matches.findLast((match) => match.tag === 'not' && match.to <= from && from - match.to < 4);
    const near = not && !tokens.slice(not.to, from).some(({ kind }) => kind === 'mark');
    found.push({ from: near ? not.from : from, to, turned: true });
  }
  return found;
}

/** What spoke for a tone: each token's share of the logit, raised where the lexicon agrees, as whole phrases. */
export function toneEvidence(parsed: Parsed, scored: Scored, side: number, label: ToneLabel): Evidence[] {
  const { tokens, polarity } = parsed;
  const sign = label === 'positive' ? 1 : -1;
  const gave = tokens.map((token, at) => {
    if (!shows(token)) return 0;
    const other = scored.byToken[at * 2 + 1 - side] as number;
    const agreed = Math.max(0, sign * (polarity[at] as number)) * 0.15;
    return Math.max(0, (scored.byToken[at * 2 + side] as number) - 0.5 * other + agreed);
  });
  const passages: Passage[] = tonePhrases(parsed, sign).map(({ from, to, turned }) => {
    let weight = 0.05;
    for (let at = from; at < to; at++) weight += gave[at] as number;
    return { from, to, weight, rule: turned ? ('negation' as const) : ('phrase' as const) };
  });
  const strongest = Math.max(...passages.map(({ weight }) => weight), ...gave, 0);
  // A small word alone says nothing to a reader, however it weighs.
  gave.forEach((weight, at) => {
    const token = tokens[at] as Token;
    const says = token.kind !== 'word' || token.fold.length > 3;
    if (says && weight > 0 && weight >= strongest * 0.4) passages.push({ from: at, to: at + 1, weight });
  });
  return toEvidence(
    passages.filter((passage) => passage.weight >= strongest * 0.3),
    parsed,
    label,
    3,
  );
}
