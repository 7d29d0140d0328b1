/** Keys that act. By what is printed on the key, not where it stands, so that `?` and `/` work on any keyboard. */

/** All in small letters: `j`, `?`, `enter`, `g d` (one after the other), `ctrl+z` (or ⌘), `shift+arrowdown`. */
export type KeyMap = Record<string, ((event: KeyboardEvent) => void) | undefined>;

/** How long the first key of two waits for the second. */
const SEQUENCE_MS = 1200;

export interface KeyOptions {
  /** Whether single keys act (a setting); `Ctrl` combinations, `Escape`, `Enter` and arrows always do. */
  singles: () => boolean;
  /** Whether Escape leaves a field, for the keys that act outside. Where only `Ctrl` keys act there is no reason to. */
  leaves?: boolean;
  signal: AbortSignal;
}

/** Acts on keys pressed anywhere in the document, silent while somebody types or a dialog or menu is open. */
export function listenForKeys(target: Document, keys: () => KeyMap, options: KeyOptions): void {
  let first = '';
  let firstAt = 0;
  target.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const name = keyName(event);
      const command = event.ctrlKey || event.metaKey;
      // A field keeps its keys, its own undo too where it has one; the palette opens from anywhere.
      if (isTyping(event.target) && name !== 'ctrl+k' && !(name === 'ctrl+z' && isChoice(event.target))) {
        if (name === 'escape' && options.leaves !== false) leave(event.target as HTMLElement);
        return;
      }
      if (target.querySelector('dialog[open]')) return;
      if (name.length === 1 && !command && !options.singles()) return;
      const map = keys();
      const sequence = first && event.timeStamp - firstAt < SEQUENCE_MS ? `${first} ${name}` : '';
      first = '';
      const act = (sequence && map[sequence]) || map[name];
      if (act) {
        event.preventDefault();
        act(event);
      } else if (!command && Object.keys(map).some((key) => key.startsWith(`${name} `))) {
        first = name;
        firstAt = event.timeStamp;
      }
    },
    { signal: options.signal },
  );
}

/** Out of a field, to what it stands in: keys act again, and whoever goes on by Tab goes on from there. */
function leave(field: HTMLElement): void {
  const around = field.parentElement?.closest<HTMLElement>('article[tabindex], main[tabindex]');
  if (around) around.focus({ preventScroll: true });
  else field.blur();
}

function keyName(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) return `ctrl+${key}`;
  // Shift is part of what is printed (`?`); it is named only with keys that print nothing.
  return event.shiftKey && (event.key.length > 1 || key === ' ') ? `shift+${key}` : key;
}

/** Fields take every key; buttons and links keep Enter and Space for themselves. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select, [role=menu] *'))
  );
}

/** A choice among given ones has no undo of its own. */
function isChoice(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('select, input[type=radio]');
}

/** Whether Enter or Space already mean something where the key was pressed. */
export function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, summary, label, input') !== null;
}
