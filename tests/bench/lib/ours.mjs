/** Which long tasks of a page are ours: told by the browser's own trace, and not by counting tasks with us and without. */

/** A task is long from here on (W3C Long Tasks), ms. */
const LONG = 50;
const PIECES = new Set(['EvaluateScript', 'FunctionCall']);

/**
 * Does `work` while the browser traces the tab of `session`, and tells of our scripts in it. A task is ours if it would not have
 * been long without us: once by the clock, in which a busy machine counts, and once by processor time, in which it does not.
 * What our promises go on with is told only as far as the browser puts it under one of its calls.
 * @param {import('playwright-core').CDPSession} session of the tab
 * @param {string} id of the extension
 * @param {() => Promise<unknown>} work
 * @returns {Promise<{ pieces: number, byClock: number, byProcessor: number, longest: { clock: number, processor: number,
 *   file: string } }>} how many calls of ours, long tasks of ours by either measure, and the longest call, ms
 */
export async function oursIn(session, id, work) {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline'] },
  });
  try {
    await work();
  } finally {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    session.off('Tracing.dataCollected', collect);
  }
  return taskOurs(events, `chrome-extension://${id}/`);
}

/** From the events of a trace (microseconds) to what is ours in it. */
export function taskOurs(events, origin) {
  const spans = events.filter(({ ph, dur }) => ph === 'X' && dur > 0);
  const within = (inner, outer) =>
    inner.pid === outer.pid &&
    inner.tid === outer.tid &&
    inner.ts >= outer.ts &&
    inner.ts + inner.dur <= outer.ts + outer.dur;
  const called = spans.filter(({ name, args }) => PIECES.has(name) && args?.data?.url?.startsWith(origin));
  // A call within a call of ours is counted once.
  const pieces = called.filter((one) => !called.some((other) => other !== one && within(one, other)));
  const tasks = spans.filter(({ name, dur }) => name.endsWith('RunTask') && dur > LONG * 1_000);
  const sum = (list, what) => list.reduce((total, one) => total + (one[what] ?? 0), 0) / 1_000;
  let byClock = 0;
  let byProcessor = 0;
  for (const task of tasks) {
    const held = pieces.filter((piece) => within(piece, task));
    const isOurs = (what) => sum([task], what) > LONG && sum([task], what) - sum(held, what) <= LONG;
    if (isOurs('dur')) byClock++;
    if (isOurs('tdur')) byProcessor++;
  }
  const longest = { clock: 0, processor: 0, file: '' };
  for (const { dur, tdur = 0, args } of pieces) {
    longest.clock = Math.max(longest.clock, dur / 1_000);
    if (tdur / 1_000 <= longest.processor) continue;
    longest.processor = tdur / 1_000;
    longest.file = args.data.url.slice(origin.length);
  }
  return { pieces: pieces.length, byClock, byProcessor, longest };
}
