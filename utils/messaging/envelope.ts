/** The outside of every message. */
export interface Envelope {
  /** Who is to read it: tells ours from whatever else crosses the same channel. */
  tertulia: 'fromPage' | 'fromScreen' | 'toPage' | 'toHost';
  type: string;
  request: unknown;
}

/** The outside of every answer. Whatever else comes back (often nothing, and no error) is no answer. */
export type Answer = { value: unknown } | { fault: FaultKind };

/** `refused`: this sender may not, or the message makes no sense. `failed`: it did, but could not be done now. */
export type FaultKind = 'refused' | 'failed';

const READERS = new Set<unknown>(['fromPage', 'fromScreen', 'toPage', 'toHost']);

export function isEnvelope(message: unknown): message is Envelope {
  if (typeof message !== 'object' || message === null) return false;
  const { tertulia, type } = message as Partial<Record<keyof Envelope, unknown>>;
  return READERS.has(tertulia) && typeof type === 'string';
}

export function isAnswer(answer: unknown): answer is Answer {
  return typeof answer === 'object' && answer !== null && ('value' in answer || 'fault' in answer);
}
