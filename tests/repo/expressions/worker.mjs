/** Looks at one expression at a time, apart from the rest: one that hangs is ended with its thread. */
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { pumpsFor } from './pumps.mjs';

/** The checker in JavaScript alone: its other forms are programs of their own. */
const require = createRequire(import.meta.url);

const SIZES = [512, 2_048, 4_096];
/**
 * What grows with the square takes some 0.1 s at the longest, with the cube more than ten: far from both, so that a busy
 * machine changes nothing.
 */
const TOO_LONG_MS = 2_000;

function timeOf(expression, text) {
  const started = performance.now();
  if (expression.global) text.replace(expression, '');
  else expression.test(text);
  return performance.now() - started;
}

/** Tries what was made for it, ever longer. The text it hangs on, or none. */
function measured(source, flags) {
  const expression = new RegExp(source, flags.replace(/[yd]/g, ''));
  for (const { lead, pump, end } of pumpsFor(source, flags)) {
    for (const length of SIZES) {
      const text = lead + pump.repeat(Math.max(1, Math.ceil(length / pump.length))) + end;
      // Twice, before it is called slow: the machine may have stood still.
      if (timeOf(expression, text) > TOO_LONG_MS && timeOf(expression, text) > TOO_LONG_MS)
        return { slow: `${JSON.stringify(text.slice(0, 60))} … ${length}` };
    }
  }
  return {};
}

function checked(source, flags, clock) {
  const { checkSync } = require('recheck/lib/browser.js');
  const { status, complexity, attack } = checkSync(source, flags.replace(/[gyd]/g, ''), { timeout: clock });
  if (status === 'unknown' || complexity?.isFuzz) return { verdict: 'measured' };
  if (status === 'safe') return { verdict: 'linear' };
  if (complexity.type === 'polynomial' && complexity.degree === 2) return { verdict: 'quadratic' };
  return { verdict: complexity.summary, attack: attack.pattern };
}

parentPort.on('message', ({ source, flags, clock }) => {
  try {
    parentPort.postMessage(clock === undefined ? measured(source, flags) : checked(source, flags, clock));
  } catch (reason) {
    parentPort.postMessage({ fault: String(reason) });
  }
});
