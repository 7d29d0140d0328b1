/** What can go wrong with the store, in kinds a screen has words for (`store_<kind>` in the locales). */

export type StoreErrorKind =
  /** The browser allows no more space. */
  | 'quota'
  /** The disk is full. */
  | 'diskFull'
  /** The files of the database cannot be read. A restart of the browser sometimes helps; a backup does. */
  | 'damaged'
  /** Another window holds an older version open. */
  | 'blocked'
  /** The database was made by a newer Tertulia. */
  | 'newerVersion'
  /** The browser gives no answer. */
  | 'silent'
  /** The browser keeps nothing here: private mode, history switched off. */
  | 'forbidden'
  | 'unknown';

export class StoreError extends Error {
  constructor(
    readonly kind: StoreErrorKind,
    cause: unknown,
  ) {
    super(`store: ${kind}${cause instanceof Error ? ` (${cause.name}: ${cause.message})` : ''}`, { cause });
    this.name = 'StoreError';
  }
}

/** Chains of causes are short; a hostile one may be a circle. */
const DEEPEST_CAUSE = 5;

/** The kind of whatever IndexedDB or Dexie threw. Names and messages as Chromium 156 and Firefox 153 give them. */
export function kindOfFault(fault: unknown): StoreErrorKind {
  let cause: unknown = fault;
  for (let depth = 0; depth < DEEPEST_CAUSE && cause instanceof Object; depth++) {
    if (cause instanceof StoreError) return cause.kind;
    const kind = kindOfOne(nameOf(cause), messageOf(cause));
    if (kind) return kind;
    cause = 'inner' in cause ? cause.inner : 'cause' in cause ? cause.cause : null;
  }
  return 'unknown';
}

/** The fault as a `StoreError`; one that is already stays as it is. */
export function storeError(fault: unknown): StoreError {
  return fault instanceof StoreError ? fault : new StoreError(kindOfFault(fault), fault);
}

function kindOfOne(name: string, message: string): StoreErrorKind | null {
  // A full disk says so in two ways: while committing, and later when the connection is closed over it.
  if (/disk full|NO_SPACE|no space/i.test(message)) return 'diskFull';
  if (name === 'QuotaExceededError') return 'quota';
  if (name === 'VersionError') return 'newerVersion';
  if (/mutation operation|not allow(?:ed)? mutations|InvalidStateError.*private/i.test(message)) return 'forbidden';
  if (name === 'SecurityError' || name === 'MissingAPIError') return 'forbidden';
  if (/backing store|corrupt|IO error|Internal error/i.test(message)) return 'damaged';
  return name === 'NotReadableError' || name === 'UnknownError' ? 'damaged' : null;
}

const nameOf = (fault: object): string => ('name' in fault && typeof fault.name === 'string' ? fault.name : '');
const messageOf = (fault: object): string =>
  'message' in fault && typeof fault.message === 'string' ? fault.message : '';
