/** What to send when a site is half read: selectors and counts only, so that it can be pasted anywhere. */
import { adapterFacts } from './common-sites';
import type { SiteRow } from './sites';

/** No address, no name, no word of anybody: a forum's own host would say where somebody talks. */
export function healthReport({ health }: Pick<SiteRow, 'health'>, version: string): string {
  const parts = health.map((row) => {
    const facts = adapterFacts(row.adapter);
    return {
      adapter: row.adapter,
      verified: facts?.verified ?? null,
      item: facts?.item ?? null,
      day: new Date(row.at).toISOString().slice(0, 10),
      onPage: row.onPage,
      read: row.read,
      missing: row.missing,
      faults: row.faults,
    };
  });
  return JSON.stringify({ tertulia: version, health: parts }, null, 2);
}
