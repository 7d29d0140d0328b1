/** Single values in `storage.local`: what has to outlive a lost database. */
import { browser } from 'wxt/browser';

export interface LocalValue<T> {
  /** As stored: whatever it is, it is checked by who reads it. */
  read(): Promise<unknown>;
  write(value: T): Promise<void>;
  clear(): Promise<void>;
  /** Calls back when it was written, here or in another window. */
  onChange(changed: () => void, ends: AbortSignal): void;
}

export function localValue<T>(name: string): LocalValue<T> {
  return {
    read: async () => (await browser.storage.local.get(name))[name],
    write: (value) => browser.storage.local.set({ [name]: value }),
    clear: () => browser.storage.local.remove(name),
    onChange(changed, ends) {
      const listener = (changes: Record<string, unknown>) => name in changes && changed();
      browser.storage.local.onChanged.addListener(listener);
      ends.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener), { once: true });
    },
  };
}
