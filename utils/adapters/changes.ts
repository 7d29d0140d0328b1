/** What changed on a page and was not looked at yet: what was added, and where something else changed. */

export interface Changes {
  /** Added, and not searched for posts yet. */
  readonly subtrees: Set<Node>;
  /** Something in them changed. */
  readonly touched: Set<Node>;
  /** Noted only in part: `sort` has to go on. */
  readonly unsorted: number;
  /**
   * Takes note of what the page did. Where it did much at once the rest is left to `sort`: a page that draws ten thousand posts in
   * one go has kept its reader waiting long enough.
   */
  note(records: MutationRecord[], deep: boolean): void;
  /** Goes on noting until `deadline` (`performance.now()`); true while there is more. */
  sort(deadline: number): boolean;
  /** Another page: what waited belongs to the one before. */
  clear(): void;
}

/** Noted at once. */
const FEW = 100;
/** Noted between two looks at the clock. */
const STEP = 64;

export function createChanges(): Changes {
  const subtrees = new Set<Node>();
  const touched = new Set<Node>();
  const piles: { records: MutationRecord[]; deep: boolean }[] = [];
  let next = 0;
  let left = 0;

  function take({ type, target, addedNodes }: MutationRecord, deep: boolean): void {
    touched.add(target);
    if (!deep || type !== 'childList') return;
    for (let i = 0; i < addedNodes.length; i++) {
      const node = addedNodes[i] as Node;
      if (node.nodeType === 1) subtrees.add(node);
    }
  }

  return {
    subtrees,
    touched,
    get unsorted() {
      return left;
    },
    note(records, deep) {
      if (records.length > FEW || left > 0) {
        piles.push({ records, deep });
        left += records.length;
      } else for (const record of records) take(record, deep);
    },
    sort(deadline) {
      for (let pile = piles[0]; pile; pile = piles[0]) {
        const end = Math.min(next + STEP, pile.records.length);
        for (; next < end; next++) take(pile.records[next] as MutationRecord, pile.deep);
        if (next === pile.records.length) {
          piles.shift();
          left -= next;
          next = 0;
        }
        if (performance.now() >= deadline) return true;
      }
      return false;
    },
    clear() {
      subtrees.clear();
      touched.clear();
      piles.length = next = left = 0;
    },
  };
}
