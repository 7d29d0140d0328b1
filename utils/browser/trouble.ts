/** What went wrong with keeping, for every screen to say in words until it is over or was read. */
import { browser } from 'wxt/browser';
import { localValue } from './local';

export type TroubleKind =
  | 'quota'
  /** Four fifths of the room are taken: still time to do something. */
  | 'nearlyFull'
  | 'diskFull'
  | 'damaged'
  /** The browser threw everything away. */
  | 'emptied'
  /** … or a part of it; the rest can be read. */
  | 'partlyLost'
  | 'blocked'
  | 'newerVersion'
  | 'silent'
  | 'forbidden'
  /** A copy that was due could not be made: nothing is lost, and nothing is safe elsewhere either. */
  | 'copyFailed'
  /** The browser no longer wakes the background: what is kept can be read, and nothing new is heard. */
  | 'unwoken'
  | 'unknown';

export interface Trouble {
  kind: TroubleKind;
  at: number;
  /** Rows lost, by table, where that is what happened. */
  lost?: Record<string, number>;
}

const NAME = 'trouble';
const place = localValue<Trouble>(NAME);
const last = localValue<Trouble>('lastTrouble');

export async function readTrouble(): Promise<Trouble | null> {
  return parse(await place.read());
}

/** The last one stays known after it is over. */
export async function readLastTrouble(): Promise<Trouble | null> {
  return parse(await last.read());
}

export async function writeTrouble(trouble: Trouble): Promise<void> {
  await Promise.all([place.write(trouble), last.write(trouble)]);
}

export const clearTrouble = place.clear;

/** Calls back with the trouble, or null when it is over. */
export function onTroubleChanged(changed: (trouble: Trouble | null) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    if (Object.hasOwn(changes, NAME)) changed(parse(changes[NAME]?.newValue));
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener), { once: true });
}

function parse(value: unknown): Trouble | null {
  if (!(value instanceof Object) || !('kind' in value) || typeof value.kind !== 'string') return null;
  return value as Trouble;
}
