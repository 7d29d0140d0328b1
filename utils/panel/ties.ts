/** Who talks with whom: asked of the worker, and where each stands in the picture. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Ties, Worth } from '../core/ties';
import { changePerson, type PeopleBefore, restorePeople } from '../store/same';
import type { Panel } from './panel';

export interface Point {
  x: number;
  y: number;
  r: number;
}

export interface TiesModel {
  /** Undefined while it is being found out. */
  readonly ties: ReadonlySignal<Ties | undefined>;
  readonly failed: ReadonlySignal<boolean>;
  /** Puts a suggestion aside, until something happens again; can be taken back. */
  letBe(worth: Worth): Promise<void>;
  /** Where each of `people` stands. */
  readonly points: ReadonlySignal<readonly Point[]>;
}

export function tiesModel(panel: Pick<Panel, 'analysis' | 'db' | 'keep' | 'undo'>, ends: AbortSignal): TiesModel {
  const ties = signal<Ties | undefined>(undefined);
  const failed = signal(false);
  const stop = effect(() => {
    const analysis = panel.analysis.value;
    if (!analysis) return;
    analysis.ties().then(
      (found) => {
        if (!ends.aborted) ties.value = found;
      },
      () => {
        if (!ends.aborted) failed.value = true;
      },
    );
  });
  ends.addEventListener('abort', stop, { once: true });
  const show = (change: (worth: readonly Worth[]) => Worth[]) => {
    if (ties.value) ties.value = { ...ties.value, worth: change(ties.value.worth) };
  };
  return {
    ties,
    failed,
    points: computed(() => placed(ties.value?.people ?? [])),
    async letBe(worth) {
      const place = ties.value?.worth.indexOf(worth) ?? -1;
      let before: PeopleBefore | undefined;
      const kept = await panel.keep(async () => {
        before = await changePerson(panel.db, worth.account, worth.name, (person) => ({
          ...person,
          letBe: { ...person.letBe, [worth.kind]: Date.now() },
        }));
      });
      if (!kept || !before) return;
      const was = before;
      show((list) => list.filter((one) => one !== worth));
      panel.undo.did({ kind: 'letBe', people: [worth.name] }, async () => {
        await restorePeople(panel.db, was);
        show((list) => [...list.slice(0, place), worth, ...list.slice(place)]);
      });
    },
  };
}

const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const SPACING = 9;

/** Each group a sunflower, the groups a larger one, the largest in the middle: nobody covers anybody, and it never jumps. */
export function placed(people: readonly { group: number; said: number; heard: number }[]): Point[] {
  const groups = new Map<number, number[]>();
  people.forEach(({ group }, place) => {
    const list = groups.get(group);
    if (list) list.push(place);
    else groups.set(group, [place]);
  });
  const largest = [...groups.values()].sort((a, b) => b.length - a.length);
  const points: Point[] = people.map(() => ({ x: 0, y: 0, r: 0 }));
  const discs: Point[] = [];
  for (const members of largest) {
    const r = SPACING * Math.sqrt(members.length) + SPACING;
    const middle = freePlace(discs, r);
    discs.push({ ...middle, r });
    members.forEach((place, n) => {
      const far = SPACING * Math.sqrt(n);
      const { said, heard } = people[place]!;
      points[place] = {
        x: middle.x + far * Math.cos(n * GOLDEN),
        y: middle.y + far * Math.sin(n * GOLDEN),
        r: Math.min(6, 2 + Math.log2(1 + said + heard) / 2),
      };
    });
  }
  return points;
}

function freePlace(discs: readonly Point[], r: number): { x: number; y: number } {
  for (let n = 0; ; n++) {
    const far = SPACING * Math.sqrt(n);
    const at = { x: far * Math.cos(n * GOLDEN), y: far * Math.sin(n * GOLDEN) };
    if (discs.every((disc) => Math.hypot(disc.x - at.x, disc.y - at.y) >= disc.r + r)) return at;
  }
}
