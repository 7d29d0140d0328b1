import { type Likenesses, likenessesOf } from '../core/look-alike';
import type { Settings } from '../core/settings';

/** Handles of those who are us, each once: who is us on two sites is one of us. */
export function membersOf({ us }: Pick<Settings, 'us'>): string[] {
  const handles = us.map(({ handle }) => handle.replace(/^@/, ''));
  return [...new Map(handles.map((handle) => [handle.toLowerCase(), handle])).values()];
}

/** What somebody might pass for: our handles and our brands. */
export function oursToMistake({ us, brands }: Pick<Settings, 'us' | 'brands'>): Likenesses {
  return likenessesOf([...us.map(({ handle }) => handle), ...brands]);
}
