/** Work in steps, for slices of idle time: a generator pauses at each `yield`. */

/** Takes all the steps at once. */
export function finish<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
