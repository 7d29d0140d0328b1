/** What is usual of each term: a hash table in typed arrays, twelve bytes a term. */

export class TermTable {
  private keys: Uint32Array;
  private values: Float64Array;
  private used = 0;

  constructor(capacity = 1 << 12) {
    this.keys = new Uint32Array(capacity);
    this.values = new Float64Array(capacity);
  }

  get size(): number {
    return this.used;
  }

  get(hash: number): number {
    return this.values[this.find(hash)]!;
  }

  add(hash: number, amount: number): void {
    let slot = this.find(hash);
    if (this.keys[slot] === 0) {
      if ((this.used + 1) * 10 > this.keys.length * 7) {
        this.rebuild(this.keys.length * 2);
        slot = this.find(hash);
      }
      this.keys[slot] = hash;
      this.used++;
    }
    this.values[slot] = this.values[slot]! + amount;
  }

  /** The terms in use with their amounts, for saving. */
  entries(): { keys: Uint32Array<ArrayBuffer>; values: Float64Array<ArrayBuffer> } {
    const keys = new Uint32Array(this.used);
    const values = new Float64Array(this.used);
    let n = 0;
    for (let i = 0; i < this.keys.length; i++) {
      if (this.keys[i] === 0) continue;
      keys[n] = this.keys[i]!;
      values[n++] = this.values[i]!;
    }
    return { keys, values };
  }

  static from(keys: Uint32Array, values: Float64Array): TermTable {
    let capacity = 1 << 12;
    while (keys.length * 10 > capacity * 6) capacity *= 2;
    const table = new TermTable(capacity);
    for (let i = 0; i < keys.length; i++) table.add(keys[i]!, values[i]!);
    return table;
  }

  /** Drops terms that came down to nothing. */
  compact(): void {
    let alive = 0;
    for (let i = 0; i < this.keys.length; i++) if (this.keys[i] !== 0 && this.values[i]! > 0) alive++;
    let capacity = 1 << 12;
    while (alive * 10 > capacity * 6) capacity *= 2;
    this.rebuild(capacity);
  }

  private rebuild(capacity: number): void {
    const { keys, values } = this;
    this.keys = new Uint32Array(capacity);
    this.values = new Float64Array(capacity);
    this.used = 0;
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === 0 || values[i]! <= 0) continue;
      const slot = this.find(keys[i]!);
      this.keys[slot] = keys[i]!;
      this.values[slot] = values[i]!;
      this.used++;
    }
  }

  private find(hash: number): number {
    const mask = this.keys.length - 1;
    let slot = hash & mask;
    while (this.keys[slot] !== 0 && this.keys[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }
}
