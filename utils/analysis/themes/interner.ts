/** Strings kept once and named by small numbers; a table of numbers finds them again. */
import { hash32 } from './fold';

export class Interner {
  readonly strings: string[] = [];
  private slots = new Uint32Array(1024);

  get size(): number {
    return this.strings.length;
  }

  /** The number of a string, kept if new. */
  idOf(text: string): number {
    const slot = this.find(text);
    const known = this.slots[slot]!;
    if (known !== 0) return known - 1;
    this.strings.push(text);
    this.slots[slot] = this.strings.length;
    if (this.strings.length * 2 > this.slots.length) this.grow();
    return this.strings.length - 1;
  }

  /** The number of a string, or -1 where it is not held. */
  lookup(text: string): number {
    return this.slots[this.find(text)]! - 1;
  }

  nameOf(id: number): string {
    return this.strings[id]!;
  }

  private find(text: string): number {
    const mask = this.slots.length - 1;
    let slot = hash32(text) & mask;
    for (;;) {
      const id = this.slots[slot]!;
      if (id === 0 || this.strings[id - 1] === text) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    for (let id = 0; id < this.strings.length; id++) this.slots[this.find(this.strings[id]!)] = id + 1;
  }
}
