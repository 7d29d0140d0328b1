/** `/thanks` before the cursor of a reply box: found, and selected so that what is put in takes its place. */

export interface TypedShortcut {
  /** Without its slash, in small letters. */
  word: string;
  /** Selects it. False where it no longer stands there. */
  select(): boolean;
}

const SHORTCUT = /(?:^|[\s\u200b\ufeff])\/([\p{L}\p{N}_-]{1,40})$/u;

export function shortcutBefore(box: HTMLElement): TypedShortcut | null {
  return box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement ? inField(box) : inEditable(box);
}

function inField(field: HTMLTextAreaElement | HTMLInputElement): TypedShortcut | null {
  const end = field.selectionStart;
  if (end === null || end !== field.selectionEnd) return null;
  const word = SHORTCUT.exec(field.value.slice(0, end))?.[1];
  if (!word) return null;
  const start = end - word.length - 1;
  return {
    word: word.toLowerCase(),
    select() {
      if (field.value.slice(start, end) !== `/${word}`) return false;
      field.focus({ preventScroll: true });
      field.setSelectionRange(start, end);
      return true;
    },
  };
}

function inEditable(host: HTMLElement): TypedShortcut | null {
  const selection = selectionIn(host);
  const node = selection?.anchorNode;
  const end = selection?.anchorOffset ?? 0;
  if (!selection?.isCollapsed || !(node instanceof Text) || !host.contains(node)) return null;
  const word = SHORTCUT.exec(node.data.slice(0, end))?.[1];
  if (!word) return null;
  const start = end - word.length - 1;
  return {
    word: word.toLowerCase(),
    select() {
      if (!node.isConnected || node.data.slice(start, end) !== `/${word}`) return false;
      const now = selectionIn(host);
      now?.setBaseAndExtent(node, start, node, end);
      return now !== null;
    },
  };
}

/** Chromium keeps a selection per shadow root. */
export function selectionIn(host: HTMLElement): Selection | null {
  const root = host.getRootNode() as ShadowRoot & { getSelection?: () => Selection | null };
  return root.getSelection?.() ?? host.ownerDocument.getSelection();
}

/** The box somebody writes in, if it is one for several words: not a search field, not a password. */
export function boxInHand(document: Document): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (!(active instanceof HTMLElement)) return null;
  if (active instanceof HTMLTextAreaElement) return active.readOnly || active.disabled ? null : active;
  return active.isContentEditable ? active : null;
}

/** Where the cursor stands, to be put back after the focus was elsewhere. */
export function rememberCursor(box: HTMLElement): () => void {
  if (box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement) {
    const [start, end] = [box.selectionStart, box.selectionEnd];
    return () => {
      box.focus({ preventScroll: true });
      if (start !== null) box.setSelectionRange(start, end);
    };
  }
  const selection = selectionIn(box);
  const [anchor, anchorAt] = [selection?.anchorNode, selection?.anchorOffset ?? 0];
  const [focus, focusAt] = [selection?.focusNode, selection?.focusOffset ?? 0];
  return () => {
    box.focus({ preventScroll: true });
    if (anchor?.isConnected && focus?.isConnected && box.contains(anchor)) {
      selectionIn(box)?.setBaseAndExtent(
        anchor,
        Math.min(anchorAt, lengthOf(anchor)),
        focus,
        Math.min(focusAt, lengthOf(focus)),
      );
    }
  };
}

function lengthOf(node: Node): number {
  return node instanceof CharacterData ? node.length : node.childNodes.length;
}
