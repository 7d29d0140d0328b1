/** How much of each of many people there is here of late: for the list of people, which is told apart by it and never ordered. */
import type { AccountKey } from '../../core/post';
import { type Involved, involvementOf, LATELY, queryOf, WEEK, WEEKS } from '../../people/involvement';
import type { TertuliaDatabase } from '../../store/db';
import { spokeLately } from '../../store/spoke';

/** So many at a time: what the most talkative said is never in memory all at once. */
const PORTION = 50;

/** By the id that was asked for; who was not heard in these weeks is absent. */
export async function involvedOf(
  db: TertuliaDatabase,
  ids: readonly string[],
  now: number,
): Promise<Record<string, Involved & { query: string }>> {
  const found: Record<string, Involved & { query: string }> = {};
  for (let from = 0; from < ids.length; from += PORTION)
    Object.assign(found, await portion(db, ids.slice(from, from + PORTION), now));
  return found;
}

async function portion(db: TertuliaDatabase, ids: readonly string[], now: number) {
  const people = await db.people.bulkGet([...ids]);
  const groups = new Map(ids.map((id, place): [string, AccountKey[]] => [id, people[place]?.accounts ?? [id]]));
  const lately = await spokeLately(db, groups, { from: now - WEEKS * WEEK, until: now, most: LATELY });
  return Object.fromEntries(
    [...lately].flatMap(([id, { spoke, author }]) => {
      const involved = involvementOf(spoke, now);
      return involved ? [[id, { ...involved, query: queryOf(author, now) }]] : [];
    }),
  );
}
