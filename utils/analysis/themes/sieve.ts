/** Nearly every term of the log is not one of those looked for: a table of bits says so without a look into a map. */
const BITS = 1 << 16;

export class Sieve {
  private readonly bits = new Uint32Array(BITS / 32);

  add(term: number): void {
    const bit = (term >>> 1) & (BITS - 1);
    this.bits[bit >>> 5]! |= 1 << (bit & 31);
  }

  /** False: certainly not one of them. */
  mayHold(term: number): boolean {
    const bit = (term >>> 1) & (BITS - 1);
    return (this.bits[bit >>> 5]! & (1 << (bit & 31))) !== 0;
  }
}
