/**
 * While much is brought in, nothing else is heard: what cannot be finished is put back as it was, and a post heard in between
 * would go with it. The capture scripts keep what they have and send it again.
 */
const NAME = 'tertulia-bringing-in';

/** Something is being brought in. What was sent is sent again later. */
export class BringingIn extends Error {
  constructor() {
    super('something is being brought in');
    this.name = 'BringingIn';
  }
}

/** Runs while nothing is heard; waits for a batch that is being kept. */
export function alone<T>(work: () => Promise<T>): Promise<T> {
  return locks() ? navigator.locks.request(NAME, work) : work();
}

/** As `alone`, but gives null at once where somebody else is at it. */
export function aloneIfFree<T>(work: () => Promise<T>): Promise<T | null> {
  if (!locks()) return work();
  return navigator.locks.request(NAME, { ifAvailable: true }, (lock) => (lock ? work() : Promise.resolve(null)));
}

/** Runs beside others of its kind. Throws `BringingIn` at once while something is brought in. */
export function together<T>(work: () => Promise<T>): Promise<T> {
  if (!locks()) return work();
  return navigator.locks.request(NAME, { mode: 'shared', ifAvailable: true }, (lock) => {
    if (!lock) throw new BringingIn();
    return work();
  });
}

/** Absent outside browsers. */
const locks = (): boolean => typeof navigator === 'object' && Boolean(navigator.locks);
