/** Single values in `storage.local`: what has to outlive a lost database. */
import { browser } from 'wxt/browser';

export interface LocalValue<T> {
  /** As stored: whatever it is, it is checked by who reads it. */
  read(): Promise<unknown>;
  write(value: T): Promise<void>;
  clear(): Promise<void>;
}

export function localValue<T>(name: string): LocalValue<T> {
  return {
    read: async () => (await browser.storage.local.get(name))[name],
    write: (value) => browser.storage.local.set({ [name]: value }),
    clear: () => browser.storage.local.remove(name),
  };
}
