import type { Settings } from '../core/settings';

/** Handles of those who are us, each once: who is us on two sites is one of us. */
export function membersOf({ us }: Pick<Settings, 'us'>): string[] {
  const handles = us.map(({ handle }) => handle.replace(/^@/, ''));
  return [...new Map(handles.map((handle) => [handle.toLowerCase(), handle])).values()];
}
