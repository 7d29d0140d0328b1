import { useEffect, useRef } from 'preact/hooks';

/** A model that lives as long as its key: made with a signal that ends when the key changes or the screen goes. */
export function useOwned<T>(key: string, make: (ends: AbortSignal) => T): T {
  const owned = useRef<{ key: string; model: T; ends: AbortController } | null>(null);
  if (owned.current?.key !== key) {
    owned.current?.ends.abort();
    const ends = new AbortController();
    owned.current = { key, ends, model: make(ends.signal) };
  }
  useEffect(() => () => owned.current?.ends.abort(), []);
  return owned.current.model;
}
