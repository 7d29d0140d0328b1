/** The welcome page: who we are and where we listen, before anything was heard. */

import type { CommonSite } from './common-sites';
import { hostOf, type SiteRow } from './sites';

/** A site that is offered: one we know by name, one that is open beside, one already chosen. */
export interface Offer {
  pattern: string;
  name: string;
  host: string;
  listening: boolean;
  /** Open in a tab now. */
  open: boolean;
  confirmed: boolean;
}

/** What is offered at first; the rest is behind "Another site". */
const MOST = 5;

/** Chosen ones first, then those open in tabs, then those many listen to. Each once. */
export function offersOf(rows: readonly SiteRow[], tabs: readonly string[], common: readonly CommonSite[]): Offer[] {
  const names = new Map(common.map((site) => [site.pattern, site]));
  const chosen = new Map(rows.flatMap((row) => (row.pattern === null ? [] : [[row.pattern, row] as const])));
  const patterns = [...new Set([...chosen.keys(), ...tabs, ...names.keys()])];
  const offers = patterns.map((pattern): Offer => {
    const known = names.get(pattern);
    const row = chosen.get(pattern);
    return {
      pattern,
      name: known?.name ?? hostOf(pattern),
      host: hostOf(pattern),
      listening: row?.listening === true && row.granted,
      open: tabs.includes(pattern),
      confirmed: known === undefined || known.verified !== 'from source',
    };
  });
  return offers.slice(0, Math.max(MOST, chosen.size));
}
