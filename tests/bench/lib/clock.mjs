/** Time of the processor rather than of the wall: a busy neighbour costs the second, hardly the first. */

/** Milliseconds of processor time. */
export function spent(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Several works in turn, round after round, so that what slows the machine slows all of them: the median of each. */
export function inTurn(works, rounds) {
  const times = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, work] of Object.entries(works)) times[name].push(spent(work));
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}
