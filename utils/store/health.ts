import type { SiteHealth } from '../core/desk';
import type { TertuliaDatabase } from './schema';

/** Capture health of every site heard, by site. */
export async function allHealth(db: TertuliaDatabase): Promise<SiteHealth[]> {
  return db.health.orderBy('site').toArray();
}

export async function siteHealth(db: TertuliaDatabase, site: string): Promise<SiteHealth | undefined> {
  return db.health.get(site);
}
