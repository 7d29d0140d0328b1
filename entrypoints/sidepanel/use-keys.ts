import { useEffect, useRef } from 'preact/hooks';
import { type KeyMap, listenForKeys } from '../../components/ui/keys';
import type { Panel } from '../../utils/panel/panel';

/** The keys of a screen, for as long as it is shown. The map is read at each press, so it may depend on what is shown. */
export function useKeys(panel: Panel, keys: KeyMap): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const ends = new AbortController();
    listenForKeys(document, () => current.current, {
      singles: () => panel.settings.peek().singleKeys,
      signal: ends.signal,
    });
    return () => ends.abort();
  }, [panel]);
}
