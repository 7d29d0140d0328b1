/** What ever left this machine: where to, when and how much, never what was said. Empty until a model is set up and asked. */
import type { DepartureRow, TertuliaDatabase } from './schema';

export type { DepartureRow } from './schema';

/** Newest first; older ones are told as a number. */
const SHOWN = 20;

/** Written before the request is: one that fails or is called off may have arrived all the same. */
export async function noteDeparture(
  db: TertuliaDatabase,
  { url, body }: { url: string; body: string },
  now = Date.now(),
): Promise<void> {
  const bytes = new TextEncoder().encode(body).length;
  await db.departures.add({ id: crypto.randomUUID(), at: now, to: new URL(url).host, bytes });
}

export async function departures(db: TertuliaDatabase): Promise<{ total: number; latest: DepartureRow[] }> {
  const [total, latest] = await Promise.all([
    db.departures.count(),
    db.departures.orderBy('at').reverse().limit(SHOWN).toArray(),
  ]);
  return { total, latest };
}
