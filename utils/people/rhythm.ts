/** How often one means to have a word with somebody: said of the person, or of those with a tag ("weekly with ambassadors"). */

export interface Rhythm {
  days: number;
  /** The tag it comes from; null where it was said of this person. */
  tag: string | null;
}

/** What can be chosen, in days. */
export const RHYTHMS = [7, 14, 30, 90] as const;

/** Their own wins; of several tags, the one that asks most often. */
export function rhythmOf(
  own: number | undefined,
  tags: readonly string[],
  byTag: Readonly<Record<string, number>> | undefined,
): Rhythm | null {
  if (own !== undefined) return { days: own, tag: null };
  const asked = tags.flatMap((tag) => {
    const days = byTag && Object.hasOwn(byTag, tag) ? byTag[tag] : undefined;
    return days === undefined ? [] : [{ days, tag }];
  });
  return asked.sort((a, b) => a.days - b.days)[0] ?? null;
}
