import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { atRest } from '../../utils/page/at-rest';

let state: DocumentReadyState = 'complete';
let idle: (() => void)[] = [];
let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  idle = [];
  vi.spyOn(document, 'readyState', 'get').mockImplementation(() => state);
  Object.assign(window, {
    requestIdleCallback: (then: () => void) => idle.push(then),
    cancelIdleCallback: (id: number) => delete idle[id - 1],
  });
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const begun = () => {
  const then = vi.fn();
  void atRest(document, life.signal).then(then);
  return then;
};
const moment = async () => {
  for (const then of idle.splice(0)) then?.();
  await vi.advanceTimersByTimeAsync(0);
};

it('waits until the page has loaded and has a moment', async () => {
  state = 'interactive';
  const then = begun();
  await moment();
  expect(then).not.toHaveBeenCalled();
  window.dispatchEvent(new Event('load'));
  await vi.advanceTimersByTimeAsync(0);
  expect(then).not.toHaveBeenCalled();
  await moment();
  expect(then).toHaveBeenCalledOnce();
});

it('of a page that is there already only waits for a moment', async () => {
  state = 'complete';
  const then = begun();
  await moment();
  expect(then).toHaveBeenCalledOnce();
});

it('does not wait for ever for a page that never ends loading', async () => {
  state = 'loading';
  const then = begun();
  await vi.advanceTimersByTimeAsync(1_900);
  await moment();
  expect(then).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  await moment();
  expect(then).toHaveBeenCalledOnce();
});

it('begins nothing once it is over', async () => {
  state = 'complete';
  const then = begun();
  life.abort();
  await moment();
  expect(then).not.toHaveBeenCalled();
});
