/** Runs in the page of `reading-worker.bench.mjs`, and once more in a worker that this page starts: the reader as it is at work. */
import { readModel } from '../../utils/analysis/model';
import { createReader } from '../../utils/analysis/reader';

interface Asked {
  model: ArrayBuffer;
  /** Read first, so that the code is warm. */
  before: string[];
  /** Never read before the first round. */
  texts: string[];
  rounds: number;
}

/** Posts a second, each round by itself: the first reads what it has never seen. */
function measure({ model, before, texts, rounds }: Asked): number[] {
  const reader = createReader(readModel(model));
  for (let i = 0; i < 4; i++) for (const text of before) reader.read({ text });
  return Array.from({ length: rounds }, () => {
    const started = performance.now();
    for (const text of texts) reader.read({ text });
    return (1000 * texts.length) / (performance.now() - started);
  });
}

function readInWorker(model: number[], before: string[], texts: string[], rounds: number): Promise<number[]> {
  const worker = new Worker('/bench.js');
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage({ model: Uint8Array.from(model).buffer, before, texts, rounds } satisfies Asked);
  });
}

if (typeof document === 'undefined') self.onmessage = ({ data }: MessageEvent<Asked>) => postMessage(measure(data));
else Object.assign(window, { readInWorker });
