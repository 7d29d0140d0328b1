/** Many expressions over a few threads, each with a clock. */
import { Worker } from 'node:worker_threads';

/**
 * @param {readonly { source: string, flags: string }[]} expressions
 * @param {{ clock?: number, longest: number, threads?: number }} options `clock`: what the checker may take; without it the expression is measured
 * @returns {Promise<{ verdict?: string, attack?: string, slow?: string, fault?: string, hung?: true }[]>} in their order; `hung` where one had to be ended
 */
export async function lookAtAll(expressions, { clock, longest, threads = 2 }) {
  const answers = new Array(expressions.length);
  let next = 0;
  async function oneThread() {
    let worker = new Worker(new URL('./worker.mjs', import.meta.url));
    while (next < expressions.length) {
      const at = next++;
      const { source, flags } = expressions[at];
      const answer = await new Promise((resolve) => {
        const timer = setTimeout(() => resolve({ hung: true }), longest);
        worker.once('message', (told) => {
          clearTimeout(timer);
          resolve(told);
        });
        worker.postMessage({ source, flags, clock });
      });
      answers[at] = answer;
      if (!answer.hung) continue;
      await worker.terminate();
      worker = new Worker(new URL('./worker.mjs', import.meta.url));
    }
    await worker.terminate();
  }
  await Promise.all(Array.from({ length: threads }, oneThread));
  return answers;
}
