/** A theme's name in the people's own words. */
import { fold, isPrimary } from './fold';
import type { Model } from './model';
import type { Surfaces } from './surfaces';

const MOST_TERMS = 6;
const IN_LABEL = 3;
/** Terms considered: what comes later in the model says little. */
const CONSIDERED = 16;

/** The surest terms as people write them, none said twice: a phrase takes the place of its words. */
export function termsToShow(model: Model, surfaces: Surfaces): string[] {
  const shown: { words: string; form: string }[] = [];
  let considered = 0;
  for (const term of model.keys()) {
    if (considered++ >= CONSIDERED) break;
    const form = surfaces.of(term);
    if (!form) continue;
    const words = bare(form);
    if (shown.some((other) => contains(other.words, words))) continue;
    const inside = shown.findIndex((other) => contains(words, other.words));
    if (inside >= 0 && !isPrimary(term)) {
      shown[inside] = { words, form };
      for (let i = shown.length - 1; i > inside; i--) if (contains(words, shown[i]!.words)) shown.splice(i, 1);
    } else if (inside < 0) shown.push({ words, form });
  }
  return shown.slice(0, MOST_TERMS).map((entry) => entry.form);
}

export function labelOf(terms: readonly string[]): string {
  return terms.slice(0, IN_LABEL).join(' · ');
}

function bare(form: string): string {
  return fold(form).replace(/[#'’]/g, '');
}

/** Whether the phrase holds the word or phrase, plurals aside: "boston marathon" holds "marathons". */
function contains(phrase: string, words: string): boolean {
  const stem = words.endsWith('s') ? words.slice(0, -1) : words;
  return stem.length > 2 && ` ${phrase}`.includes(` ${stem}`) && phrase.length + 1 >= stem.length;
}
