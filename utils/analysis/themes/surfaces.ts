/** How people write a term, for labels: kept only for terms used more than once, by majority of what is met. */

interface Surface {
  form: string;
  votes: number;
}

export class Surfaces {
  private forms = new Map<number, Surface>();

  get size(): number {
    return this.forms.size;
  }

  /** The commonest spelling, by the majority vote of Boyer and Moore: one form and one count a term. */
  meet(term: number, form: string): void {
    const known = this.forms.get(term);
    if (!known) this.forms.set(term, { form, votes: 1 });
    else if (known.form === form) known.votes++;
    else if (--known.votes < 0) this.forms.set(term, { form, votes: 1 });
  }

  of(term: number): string | undefined {
    return this.forms.get(term)?.form;
  }

  /** Forgets terms nobody uses any more. */
  keep(isUsed: (term: number) => boolean): void {
    for (const term of this.forms.keys()) if (!isUsed(term)) this.forms.delete(term);
  }

  entries(): [term: number, form: string, votes: number][] {
    return [...this.forms].map(([term, { form, votes }]) => [term, form, votes]);
  }

  static from(entries: Iterable<[term: number, form: string, votes: number]>): Surfaces {
    const surfaces = new Surfaces();
    for (const [term, form, votes] of entries) surfaces.forms.set(term, { form, votes });
    return surfaces;
  }
}
