import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PanelTrouble } from '../../utils/panel/panel';
import { watchWaking } from '../../utils/panel/unwoken';

function screen(before: PanelTrouble | null = null) {
  const trouble = signal<PanelTrouble | null>(before);
  return {
    trouble,
    sayTrouble(kind: PanelTrouble | null) {
      trouble.value = kind;
    },
  };
}

describe('a background nobody wakes', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const MINUTE = 62_000;

  it('is told after two silences, and is over when it answers', async () => {
    const answers = [false, false, false, true];
    const panel = screen();
    const ends = new AbortController();
    watchWaking(panel, ends.signal, async () => answers.shift() ?? true);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(panel.trouble.value).toBe('unwoken');
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(panel.trouble.value).toBeNull();
    ends.abort();
  });

  it('is not told for one silence', async () => {
    const answers = [false, true];
    const panel = screen();
    watchWaking(panel, new AbortController().signal, async () => answers.shift() ?? true);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(panel.trouble.value).toBeNull();
  });

  it('leaves another trouble standing', async () => {
    const panel = screen('diskFull');
    watchWaking(panel, new AbortController().signal, async () => false);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(panel.trouble.value).toBe('diskFull');
  });

  it('asks no more once the panel is closed', async () => {
    const ask = vi.fn(async () => true);
    const ends = new AbortController();
    watchWaking(screen(), ends.signal, ask);
    await vi.advanceTimersByTimeAsync(3_000);
    ends.abort();
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
