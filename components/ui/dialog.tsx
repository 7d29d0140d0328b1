import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface DialogProps {
  label: string;
  onClose: () => void;
  children: ComponentChildren;
  /** `palette` stands near the top and brings its own spacing. */
  kind?: 'palette';
}

/** A sheet over the screen, never over a conversation being read. The browser keeps focus inside; Escape and a click outside close it. */
export function Dialog({ label, onClose, children, kind }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    element.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the backdrop is for the mouse; Escape is the key
    <dialog
      ref={element}
      class={kind}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      {children}
    </dialog>
  );
}
