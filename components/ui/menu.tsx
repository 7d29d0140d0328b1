import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface MenuItem {
  id: string;
  word: string;
  /** What stands at the end of the line: the exact time, a file ending. */
  detail?: ComponentChildren;
}

export interface MenuProps {
  label: string;
  items: readonly MenuItem[];
  onPick: (id: string) => void;
  /** Escape, a click elsewhere, or focus that leaves. On Escape the focus goes back to where it was. */
  onClose: () => void;
  fromStart?: boolean;
}

/** A list of choices below the control that opened it (both inside an element of class `anchored`). Arrows move, Enter picks, Escape leaves. */
export function Menu({ label, items, onPick, onClose, fromStart }: MenuProps) {
  const root = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    const ends = new AbortController();
    before.current = document.activeElement;
    root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    document.addEventListener(
      'pointerdown',
      (event) => {
        if (!root.current?.contains(event.target as Node)) close.current();
      },
      { signal: ends.signal },
    );
    return () => ends.abort();
  }, []);

  const move = (event: KeyboardEvent) => {
    const all = [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to =
      event.key === 'ArrowDown'
        ? at + 1
        : event.key === 'ArrowUp'
          ? at - 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? all.length - 1
              : null;
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      close.current();
      if (event.key === 'Escape') {
        event.preventDefault();
        if (before.current instanceof HTMLElement) before.current.focus();
      }
    } else if (to !== null) {
      event.preventDefault();
      all[(to + all.length) % all.length]?.focus();
    }
  };

  return (
    <div
      ref={root}
      class={`menu${fromStart ? ' from-start' : ''}`}
      role="menu"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={move}
    >
      {items.map((item) => (
        <button key={item.id} type="button" role="menuitem" tabIndex={-1} onClick={() => onPick(item.id)}>
          {item.word}
          {item.detail ? <span class="meta">{item.detail}</span> : null}
        </button>
      ))}
    </div>
  );
}
