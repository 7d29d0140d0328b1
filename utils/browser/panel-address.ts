/**
 * Tells the panel where to go, open or opening: `sidePanel.open` takes no address. Through the session's storage, since
 * the panel may load before or after the word reaches it.
 */
import { browser } from 'wxt/browser';

const NAME = 'session:panelAddress';
/** An older word is not for a panel that opens now. */
const FRESH_MS = 10_000;

interface Word {
  address: string;
  at: number;
}

/** `#/thread/…`, as the panel's router writes it. */
export async function sendPanelTo(address: string): Promise<void> {
  await browser.storage.session.set({ [NAME]: { address, at: Date.now() } satisfies Word });
}

/** Calls back with each address sent, the one that opened this panel first. */
export function followPanelAddress(go: (address: string) => void, signal: AbortSignal): void {
  const take = (value: unknown): void => {
    const word = value as Word | undefined;
    if (typeof word?.address !== 'string' || Date.now() - word.at > FRESH_MS || signal.aborted) return;
    go(word.address);
    void browser.storage.session.remove(NAME);
  };
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    if (Object.hasOwn(changes, NAME)) take(changes[NAME]?.newValue);
  };
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener), { once: true });
  browser.storage.session.get(NAME).then(
    (found) => take(found[NAME]),
    () => undefined,
  );
}
