/** What is heard, for the foot of the panel and the empty desk: the site heard last, and any that is only half read. */
import { computed, type ReadonlySignal } from '@preact/signals';
import type { SiteHealth } from '../core/desk';
import { allHealth } from '../store/health';
import { live } from './live';
import type { Panel } from './panel';

export interface Heard {
  /** Undefined until known; null where no site was ever heard. */
  readonly last: ReadonlySignal<SiteHealth | null | undefined>;
  readonly halfRead: ReadonlySignal<readonly SiteHealth[]>;
  /** Anything kept at all. */
  readonly hasHeard: ReadonlySignal<boolean>;
  readonly isListening: ReadonlySignal<boolean>;
}

/** A field may be missing in a few posts of any page (a deleted author); beyond this share the site has changed. */
const TOLERATED = 0.1;

export function isHalfRead(health: SiteHealth): boolean {
  if (health.onPage === 0) return false;
  const missing = Math.max(0, ...Object.values(health.missing));
  return (health.onPage - health.read) / health.onPage > TOLERATED || missing / health.onPage > TOLERATED;
}

export function heardModel(panel: Panel, ends: AbortSignal): Heard {
  const { db } = panel;
  const health = live(() => () => allHealth(db), ends);
  const kept = live(() => async () => (await db.posts.limit(1).primaryKeys()).length > 0, ends);
  const sites = computed(() => [...(health.value.value ?? [])].sort((a, b) => b.at - a.at));
  return {
    last: computed(() => (health.value.value ? (sites.value[0] ?? null) : undefined)),
    halfRead: computed(() => sites.value.filter(isHalfRead)),
    hasHeard: computed(() => kept.value.value ?? true),
    isListening: computed(() => sites.value.length > 0 || panel.settings.value.sites.some((site) => site.listening)),
  };
}
