/** The passages that drove a judgement, few and readable: phrases of the lexicon, else the words that weighed most. */
import type { Evidence, ToneLabel } from '../core/reading';
import type { Parsed } from './features';
import type { Scored } from './linear';
import type { Token } from './text';

/** Runs of tokens with a weight each. */
interface Passage {
  from: number;
  to: number;
  weight: number;
}

const shows = (token: Token | undefined) =>
  token !== undefined &&
  token.kind !== 'handle' &&
  token.kind !== 'link' &&
  (token.kind !== 'mark' || '!?'.includes(token.norm[0] as string));

/** Joins passages that overlap or touch, and makes their weights shares. */
export function mergePassages(passages: Passage[]): Passage[] {
  const merged: Passage[] = [];
  for (const passage of [...passages].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = merged.at(-1);
    if (last && passage.from <= last.to) {
      last.to = Math.max(last.to, passage.to);
      last.weight += passage.weight;
    } else merged.push({ ...passage });
  }
  const total = merged.reduce((sum, passage) => sum + passage.weight, 0) || 1;
  return merged.map((passage) => ({ ...passage, weight: passage.weight / total }));
}

/** Passages as spans of the text, the weightiest `most` of them, in reading order. */
export function toEvidence(passages: Passage[], parsed: Parsed, speaksFor: Evidence['for'], most: number): Evidence[] {
  return mergePassages(passages)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .filter((passage) => passage.weight >= 0.08)
    .flatMap((passage) => {
      const first = parsed.tokens[passage.from];
      const last = parsed.tokens[passage.to - 1];
      if (!first || !last) return [];
      const weight = Math.round(passage.weight * 100) / 100;
      return [{ start: first.start, end: last.end, for: speaksFor, weight }];
    })
    .sort((a, b) => a.start - b.start);
}

/** What spoke for a tone: each token's share of the logit, raised where the lexicon agrees. */
export function toneEvidence(parsed: Parsed, scored: Scored, side: number, label: ToneLabel): Evidence[] {
  const { tokens } = parsed;
  const sign = label === 'positive' ? 1 : -1;
  const passages: Passage[] = [];
  let strongest = 0;
  tokens.forEach((token, at) => {
    if (!shows(token)) return;
    const other = scored.byToken[at * 2 + 1 - side] as number;
    const gave =
      (scored.byToken[at * 2 + side] as number) -
      0.5 * other +
      Math.max(0, sign * (parsed.polarity[at] as number)) * 0.15;
    if (gave > 0) passages.push({ from: at, to: at + 1, weight: gave });
    strongest = Math.max(strongest, gave);
  });
  return toEvidence(
    passages.filter((passage) => passage.weight >= strongest * 0.4),
    parsed,
    label,
    3,
  );
}
