import { useEffect, useRef } from 'preact/hooks';

/**
 * Whoever asks for more goes on at the first of it: the button they pressed has gone down or away. Gives what to call before
 * more is asked for.
 * @param links selects what is focused in each item, one for each
 * @param shown how many there are
 */
export function useGoOn(links: string, shown: number): () => void {
  const from = useRef<number | null>(null);
  useEffect(() => {
    const before = from.current;
    if (before === null || shown <= before) return;
    from.current = null;
    document.querySelectorAll<HTMLElement>(links)[before]?.focus();
  }, [links, shown]);
  return () => {
    from.current = shown;
  };
}
