import type { ReadonlySignal } from '@preact/signals';
import { computed } from '@preact/signals';
import { facesOf, likenessesOf, type Mistakable } from '../core/look-alike';
import type { Settings } from '../core/settings';
import { knownNames } from '../store/people';
import { live } from './live';
import type { Panel } from './panel';

/** Handles of those who are us, each once: who is us on two sites is one of us. */
export function membersOf({ us }: Pick<Settings, 'us'>): string[] {
  const handles = us.map(({ handle }) => handle.replace(/^@/, ''));
  return [...new Map(handles.map((handle) => [handle.toLowerCase(), handle])).values()];
}

/** Whom somebody might pass for: our handles and our brands, and people something was written about. */
export function mistakableHere(
  { db, settings }: Pick<Panel, 'db' | 'settings'>,
  ends: AbortSignal,
): ReadonlySignal<Mistakable> {
  const names = live(() => () => knownNames(db), ends);
  return computed(() => {
    const { us, brands } = settings.value;
    return {
      ours: likenessesOf([...us.map(({ handle }) => handle), ...brands]),
      known: facesOf(names.value.value ?? []),
    };
  });
}
