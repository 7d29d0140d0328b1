/** What can be wrong with a file that is brought in, in kinds a screen has words for (`restore_<kind>` in the locales). */
export type FileFaultKind =
  /** Not a file of ours, or of anyone we know. */
  | 'notOurs'
  /** Written by a newer Tertulia. */
  | 'tooNew'
  /** Cut short, or changed since it was written. */
  | 'damaged'
  /** Claims or unfolds to more than any copy of ours. */
  | 'tooLarge'
  /** Whole, but what it holds is not what it should be. */
  | 'wrongContent'
  /** Sealed, and no passphrase was given. */
  | 'sealed'
  /** The passphrase does not open it. */
  | 'wrongPassphrase';

export class FileFault extends Error {
  constructor(
    readonly kind: FileFaultKind,
    /** For a report of the fault: where, and what was met there. Never words of a person. */
    readonly detail = '',
    cause?: unknown,
  ) {
    super(`file: ${kind}${detail && ` (${detail})`}`, { cause });
    this.name = 'FileFault';
  }
}
