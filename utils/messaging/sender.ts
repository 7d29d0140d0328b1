/** Who sent a message. Only the browser's word counts (`id`, `origin`), never what the message or its page says. */

/** The parts of `runtime.MessageSender` that can be trusted. */
export interface RawSender {
  id?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined } | undefined;
}

export type Sender =
  /** A page of ours. It may stand in a tab: `tab` tells nothing. */
  | { kind: 'screen' }
  /** Our script in somebody's page: its origin is the page's. */
  | { kind: 'page'; origin: string; tabId: number; frameId: number }
  | { kind: 'stranger' };

export function classifySender(sender: RawSender | undefined, us: { id: string; origin: string }): Sender {
  if (!sender || sender.id === undefined || sender.id !== us.id) return { kind: 'stranger' };
  if (sender.origin === us.origin) return { kind: 'screen' };
  const { origin, tab, frameId = 0 } = sender;
  if (tab?.id === undefined || origin === undefined || !/^https?:\/\/[^/]+$/.test(origin)) return { kind: 'stranger' };
  return { kind: 'page', origin, tabId: tab.id, frameId };
}
