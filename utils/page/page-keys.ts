/** Which key means what in somebody's page. */

import { DEFAULT_PAGE_KEYS, PAGE_ACTIONS, type PageAction, type PageKeys } from '../core/marks';
import { keyName, type Pressed } from '../core/page-key';

/**
 * What a key does. Keys without Alt are ours only where the user wants single keys, the page has none of its own for the
 * same, and nobody is typing; with Alt, J and K serve everywhere.
 */
export function actionOf(
  pressed: Pressed,
  keys: Partial<PageKeys>,
  { single, typing }: { single: boolean; typing: boolean },
): PageAction | null {
  const name = keyName(pressed);
  if (name === null) return null;
  for (const action of PAGE_ACTIONS) {
    const key = keys[action] ?? DEFAULT_PAGE_KEYS[action];
    if (key === '') continue;
    const plain = !key.startsWith('Alt+');
    if (name === key && (!plain || (single && !typing))) return action;
    if (plain && name === `Alt+${key}` && /^[A-Z]$/.test(key)) return action;
  }
  return null;
}

/** Whether what is typed would go into the page. */
export function isTyping(document: Document): boolean {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (!(active instanceof HTMLElement)) return false;
  return (
    active.isContentEditable ||
    active.matches('input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, iframe')
  );
}
