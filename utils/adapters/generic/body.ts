/** Where in a list's items people's words stand: the place that holds most of what is said and least of all else. */
import type { Leaf, Outline } from './outline';
import { formOf } from './plan';
import { hintsOf } from './shape';

const INLINE = /^(em|strong|b|i|u|code|small|sup|sub|font|mark)$/;
const BODY_HINT =
  /content|body|\btext|message|comment-?text|e-content|description|caption|markdown|\bmd\b|prose|usertext|review-?text|bbwrapper|commtext/i;
const NOT_BODY =
  /signature|\bsig\b|firma|user-?info|user-?details|post-?profile|avatar|\bmeta|footer|toolbar|actions|buttons|\bmenu|reactions|breadcrumb|\btags|\brank|statistics|reply-?to|attachment|edit-?note|lastedit|author|byline/i;
const HEADING = /^(h[1-6]|header|nav|footer|button|label)$/;

/** What stands at a place, over all items of the sample. */
interface Tally {
  /** Length of what people said below it. */
  said: number;
  /** Length of all else below it. */
  noise: number;
  elements: number;
  items: number;
  tag: string;
  isBody: boolean;
  isNot: boolean;
}

/** Places of the words, best first: an item may lack the best one. */
export function bodyPlaces(
  outlines: readonly Outline[],
  furniture: ReadonlySet<string>,
  authors: readonly number[],
  times: readonly number[],
): number[] {
  const tallies = talliesOf(outlines);
  for (const outline of outlines) {
    const taken = new Set([...authors, ...times].map((place) => outline.places.indexOf(place)));
    for (const leaf of outline.leaves) {
      // One essay does not decide for many short comments.
      const length = Math.min(400, leaf.text.trim().length);
      const said = furniture.has(formOf(leaf, outline)) ? 0 : length * weightOf(leaf, outline, taken, tallies);
      const met = new Set<Tally>();
      for (let at = leaf.at; at >= 0; at = outline.parents[at] as number) {
        const tally = tallies[outline.places[at] as number] as Tally;
        if (met.has(tally)) continue;
        met.add(tally);
        tally.said += said;
        tally.noise += length - said;
      }
    }
  }
  const whole = tallies[0] as Tally;
  const values: [number, number][] = [];
  tallies.forEach((tally, place) => {
    if (INLINE.test(tally.tag) || tally.isNot || (tally.tag === 'a' && tally.said < tally.items * 50)) return;
    const presence = tally.items / whole.items;
    const share = tally.said / Math.max(1, whole.said);
    const purity = tally.said / Math.max(1, tally.said + tally.noise);
    const single = tally.elements > tally.items * 1.1 ? 0.6 : 1;
    values.push([place, presence ** 0.5 * share ** 0.8 * purity ** 1.5 * single * (tally.isBody ? 1.25 : 1)]);
  });
  return values
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 8)
    .map(([place]) => place);
}

function talliesOf(outlines: readonly Outline[]): Tally[] {
  const tallies: Tally[] = [];
  for (const { elements, places } of outlines) {
    const met = new Set<number>();
    for (let i = 0; i < elements.length; i++) {
      const place = places[i] as number;
      let tally = tallies[place];
      if (!tally) {
        const element = elements[i] as Element;
        const hints = place === 0 ? '' : hintsOf(element);
        const isBody = BODY_HINT.test(hints);
        const isOther = NOT_BODY.test(hints);
        const isNot = place !== 0 && ((isOther && !isBody) || HEADING.test(element.localName));
        tally = { said: 0, noise: 0, elements: 0, items: 0, tag: element.localName, isBody: isBody && !isOther, isNot };
        tallies[place] = tally;
      }
      tally.elements++;
      if (!met.has(place)) tally.items++;
      met.add(place);
    }
  }
  return tallies;
}

/** How much of a leaf is something said, 0 to 1. */
function weightOf(
  leaf: Leaf,
  { parents, places }: Outline,
  taken: ReadonlySet<number>,
  tallies: readonly Tally[],
): number {
  let weight = leaf.inLink ? (leaf.text.length < 60 ? 0.3 : 0.8) : 1;
  for (let at = leaf.at; at > 0; at = parents[at] as number) {
    if (taken.has(at)) return 0;
    if (tallies[places[at] as number]?.isNot) weight *= 0.1;
  }
  return weight;
}
