import { browser } from 'wxt/browser';

/** A background that calls the browser now and again is not put to sleep. */
const EVERY_MS = 20_000;

/** Keeps the background awake while it works: a long upgrade cut short would begin again at every wake. */
export async function awakeFor<T>(work: Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), EVERY_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
