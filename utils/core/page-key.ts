/** Keys as they are written in the settings. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** A pressed key as it is written in the settings: "Alt+N", "J", "?". Null: no key of ours can be that. */
export function keyName({ key, code, altKey, ctrlKey, metaKey, shiftKey }: Pressed): string | null {
  if (ctrlKey || metaKey || key === 'Dead' || key === 'Process') return null;
  // With Alt some keyboards type another sign: what counts is the key itself.
  const sign = altKey ? (/^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? key) : key;
  if ([...sign].length !== 1 || sign === ' ') return null;
  const isLetter = sign.toLowerCase() !== sign.toUpperCase();
  return `${altKey ? 'Alt+' : ''}${shiftKey && isLetter ? 'Shift+' : ''}${sign.toUpperCase()}`;
}
