import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countdown } from '../../components/ui/countdown';
import { type KeyMap, listenForKeys } from '../../components/ui/keys';
import { Menu } from '../../components/ui/menu';
import { Toast, UNDO_MS } from '../../components/ui/toast';
import { press, settled, show } from './show';

let ends: AbortController;
let singles = true;
const acts = {
  j: vi.fn(),
  '?': vi.fn(),
  'g d': vi.fn(),
  'ctrl+z': vi.fn(),
  'ctrl+k': vi.fn(),
  escape: vi.fn(),
  'shift+arrowdown': vi.fn(),
};

beforeEach(() => {
  ends = new AbortController();
  singles = true;
  listenForKeys(document, () => acts as KeyMap, { singles: () => singles, signal: ends.signal });
});
afterEach(() => {
  ends.abort();
  for (const act of Object.values(acts)) act.mockReset();
  document.body.replaceChildren();
});
function field(tag = 'input'): HTMLElement {
  const element = document.createElement(tag);
  document.body.append(element);
  element.focus();
  return element;
}

describe('keys', () => {
  it('act by what is printed on them, with or without Shift', () => {
    press('j');
    press('J', document, { shiftKey: true });
    press('?', document, { shiftKey: true });
    expect(acts.j).toHaveBeenCalledTimes(2);
    expect(acts['?']).toHaveBeenCalledOnce();
  });

  it('act one after the other, and not after something else', () => {
    press('g');
    press('d');
    expect(acts['g d']).toHaveBeenCalledOnce();
    press('g');
    press('x');
    press('d');
    expect(acts['g d']).toHaveBeenCalledOnce();
  });

  it('take back what was chosen: a choice has no undo of its own', () => {
    press('z', field('select'), { ctrlKey: true });
    expect(acts['ctrl+z']).toHaveBeenCalledOnce();
  });

  it.each(['input', 'textarea', 'select'])('are silent while somebody types in %s; only the palette opens', (tag) => {
    const on = field(tag);
    press('j', on);
    expect(acts.j).not.toHaveBeenCalled();
    if (tag !== 'select') press('z', on, { ctrlKey: true });
    expect(acts['ctrl+z']).not.toHaveBeenCalled();
    press('k', on, { ctrlKey: true });
    expect(acts['ctrl+k']).toHaveBeenCalledOnce();
  });

  it('leave a field on Escape before they leave the screen', () => {
    const on = field();
    press('Escape', on);
    expect(acts.escape).not.toHaveBeenCalled();
    expect(document.activeElement).not.toBe(on);
    press('Escape');
    expect(acts.escape).toHaveBeenCalledOnce();
  });

  it('let whoever is in a field stay there on Escape where only combinations act', () => {
    ends.abort();
    ends = new AbortController();
    listenForKeys(document, () => acts as KeyMap, { singles: () => false, leaves: false, signal: ends.signal });
    const on = field();
    press('Escape', on);
    expect(document.activeElement).toBe(on);
    expect(acts.escape).not.toHaveBeenCalled();
  });

  it('can be switched off, all but the combinations', () => {
    singles = false;
    press('j');
    press('?');
    expect(acts.j).not.toHaveBeenCalled();
    press('z', document, { metaKey: true });
    press('Escape');
    expect(acts['ctrl+z']).toHaveBeenCalledOnce();
    expect(acts.escape).toHaveBeenCalledOnce();
  });

  it('leave a key alone that somebody else has answered, or that is part of a composition', () => {
    document.addEventListener('keydown', (event) => event.preventDefault(), { capture: true, once: true });
    press('j');
    press('j', document, { isComposing: true });
    press('j', document, { altKey: true });
    expect(acts.j).not.toHaveBeenCalled();
  });

  it('end with their signal', () => {
    ends.abort();
    press('j');
    expect(acts.j).not.toHaveBeenCalled();
  });
});

describe('a menu', () => {
  const items = [
    { id: 'a', word: 'First' },
    { id: 'b', word: 'Second' },
  ];

  it('moves with the arrows, round and round, and picks', async () => {
    const onPick = vi.fn();
    const page = show(<Menu label="When" items={items} onPick={onPick} onClose={() => undefined} />);
    await settled();
    expect(document.activeElement?.textContent).toBe('First');
    press('ArrowUp', document.activeElement as Element);
    expect(document.activeElement?.textContent).toBe('Second');
    press('ArrowDown', document.activeElement as Element);
    expect(document.activeElement?.textContent).toBe('First');
    (page.querySelectorAll('[role=menuitem]')[1] as HTMLElement).click();
    expect(onPick).toHaveBeenCalledWith('b');
  });

  it('closes on Escape and on a press elsewhere', async () => {
    const onClose = vi.fn();
    show(<Menu label="When" items={items} onPick={() => undefined} onClose={onClose} />);
    await settled();
    press('Escape', document.activeElement as Element);
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(onClose).toHaveBeenCalledTimes(2);
    expect(acts.escape).not.toHaveBeenCalled();
  });
});

describe('a toast', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('counts ten seconds, standing still while it is paused', () => {
    const gone = vi.fn();
    const clock = countdown(UNDO_MS, gone, ends.signal);
    clock.run();
    vi.advanceTimersByTime(9_000);
    clock.pause();
    vi.advanceTimersByTime(60_000);
    expect(gone).not.toHaveBeenCalled();
    clock.run();
    vi.advanceTimersByTime(999);
    expect(gone).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2);
    expect(gone).toHaveBeenCalledOnce();
  });

  it('goes by itself, and offers its undo until then', () => {
    const onGone = vi.fn();
    const onUndo = vi.fn();
    const page = show(
      <Toast onUndo={onUndo} onGone={onGone}>
        Bram moved to Done.
      </Toast>,
    );
    page.querySelector('button')?.click();
    expect(onUndo).toHaveBeenCalledOnce();
  });
});
