import { afterEach, describe, expect, it, vi } from 'vitest';
import { Cancelled, startAnalysis } from '../../utils/analysis/client';
import type { FromWorker, ToWorker } from '../../utils/analysis/worker/jobs';

/** The other end of the wire, played by hand. */
class PlayedWorker {
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly heard: ToWorker[] = [];
  terminated = false;
  postMessage(message: ToWorker): void {
    this.heard.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  say(message: FromWorker): void {
    this.onmessage?.({ data: message });
  }
}

function start() {
  const worker = new PlayedWorker();
  return { worker, analysis: startAnalysis(() => worker as unknown as Worker) };
}

afterEach(() => vi.restoreAllMocks());

describe('the client of the analysis worker', () => {
  it('tells progress and ends with the answer to its own question', async () => {
    const { worker, analysis } = start();
    const onProgress = vi.fn();
    const reading = analysis.read({ onProgress });
    const themes = analysis.updateThemes(5);
    expect(worker.heard.map(({ job }) => job)).toEqual(['read', 'updateThemes']);
    worker.say({ id: 1, progress: { done: 1, total: 2 } });
    worker.say({ id: 2, value: undefined });
    await themes;
    worker.say({ id: 1, value: 2 });
    await reading;
    expect(onProgress).toHaveBeenCalledWith({ done: 1, total: 2 });
  });

  it('reads once more, and once only, when asked while it reads', async () => {
    const { worker, analysis } = start();
    const first = analysis.read();
    const second = analysis.read();
    expect(analysis.read()).toBe(second);
    expect(worker.heard).toHaveLength(1);
    worker.say({ id: 1, value: 0 });
    await first;
    await vi.waitFor(() => expect(worker.heard).toHaveLength(2));
    worker.say({ id: 2, value: 0 });
    await second;
  });

  it('cancels by signal', async () => {
    const { worker, analysis } = start();
    const abort = new AbortController();
    const reading = analysis.read({ signal: abort.signal });
    abort.abort();
    expect(worker.heard.at(-1)).toEqual({ id: 1, job: 'cancel' });
    worker.say({ id: 1, failed: 'AbortError', cancelled: true });
    await expect(reading).rejects.toBeInstanceOf(Cancelled);
    await expect(analysis.read({ signal: abort.signal })).rejects.toBeInstanceOf(Cancelled);
  });

  it('passes on what went wrong', async () => {
    const { worker, analysis } = start();
    const asked = analysis.suggest('x:1');
    worker.say({ id: 1, failed: 'Error: no such post', cancelled: false });
    await expect(asked).rejects.toThrow('no such post');
  });

  it('leaves nobody waiting when it closes', async () => {
    const { worker, analysis } = start();
    const asked = analysis.suggest('x:1');
    analysis.close();
    await expect(asked).rejects.toBeInstanceOf(Cancelled);
    await expect(analysis.suggest('x:1')).rejects.toBeInstanceOf(Cancelled);
    expect(worker.terminated).toBe(true);
  });
});
