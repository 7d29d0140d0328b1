/** People we have words with: those who spoke to us, whom we answered, and whom one wrote about. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Note } from '../core/desk';
import type { AccountKey, Post } from '../core/post';
import { INVOLVEMENTS, type Involvement } from '../people/involvement';
import type { TertuliaDatabase } from '../store/db';
import { notesForMany } from '../store/notes';
import { getPosts } from '../store/posts';
import { live } from './live';
import type { Panel } from './panel';
import type { Involved } from './person-more';

export interface Acquaintance {
  /** Person id, or the account where nobody said who it is. */
  id: string;
  name: string;
  sites: string[];
  /** The last word between us, either way. */
  last: Post;
  waitsSince: number | null;
  note: Note | null;
}

/** What the list is narrowed to: how much of somebody there is here of late, or nothing in these weeks. */
export type Only = Involvement | 'quiet';

export interface PeopleModel {
  readonly people: ReadonlySignal<Acquaintance[] | undefined>;
  /** By person, with the reasons; undefined until it is found out. The list is never ordered by it. */
  readonly involved: ReadonlySignal<Readonly<Record<string, Involved>> | undefined>;
  readonly only: Signal<Only | null>;
  /** The people of the list, narrowed. */
  readonly shown: ReadonlySignal<Acquaintance[] | undefined>;
  /** How many each choice leaves; those that leave nobody are absent. */
  readonly counts: ReadonlySignal<ReadonlyMap<Only, number>>;
  readonly error: ReadonlySignal<unknown>;
}

/** Latest words to us and of ours that are looked through. */
const LOOKED_THROUGH = 400;

export function peopleModel(panel: Panel, ends: AbortSignal): PeopleModel {
  const found = live(() => () => acquaintances(panel.db), ends);
  const involved = signal<Record<string, Involved> | undefined>(undefined);
  const only = signal<Only | null>(null);
  let asked = '';
  const stop = effect(() => {
    const analysis = panel.analysis.value;
    const ids = found.value.value?.map(({ id }) => id);
    if (!analysis || !ids) return;
    // Asked anew when others come or go: what somebody said a moment ago changes no word of twelve weeks.
    const who = [...ids].sort().join('\n');
    if (who === asked) return;
    asked = who;
    analysis.involved(ids).then(
      (known) => {
        if (!ends.aborted && asked === who) involved.value = known;
      },
      () => undefined,
    );
  });
  ends.addEventListener('abort', stop, { once: true });
  const levelOf = ({ id }: Acquaintance): Only => involved.value?.[id]?.level ?? 'quiet';
  return {
    people: found.value,
    error: found.error,
    involved,
    only,
    shown: computed(() => {
      const picked = only.value;
      return picked === null ? found.value.value : found.value.value?.filter((one) => levelOf(one) === picked);
    }),
    counts: computed(() => {
      const counts = new Map<Only, number>();
      if (!involved.value) return counts;
      const people = found.value.value ?? [];
      for (const level of [...INVOLVEMENTS, 'quiet'] as const) {
        const count = people.filter((one) => levelOf(one) === level).length;
        if (count > 0) counts.set(level, count);
      }
      return counts;
    }),
  };
}

export async function acquaintances(db: TertuliaDatabase): Promise<Acquaintance[]> {
  const lately = (index: '[mention+at]' | '[ours+at]') =>
    db.posts.where(index).between([1, -Infinity], [1, Infinity]).reverse().limit(LOOKED_THROUGH).toArray();
  const [toUs, ours, people, notes] = await Promise.all([
    lately('[mention+at]'),
    lately('[ours+at]'),
    db.people.toArray(),
    db.notes.where('target').startsWith('person:').toArray(),
  ]);
  const answered = await getPosts(db, [...new Set(ours.flatMap((post) => post.parentKey ?? []))]);
  const personOf = new Map(people.flatMap((person) => person.accounts.map((account) => [account, person] as const)));
  const ourWords = new Map(ours.flatMap((post) => (post.parentKey ? [[post.parentKey, post] as const] : [])));

  const known = new Map<string, Acquaintance>();
  const meet = (post: Post, last: Post) => {
    if (post.ours) return;
    const person = personOf.get(post.authorKey);
    const id = person?.id ?? post.authorKey;
    const waits = post.desk === 'open' ? (post.waitsSince ?? post.at) : null;
    const one = known.get(id);
    if (!one) {
      known.set(id, {
        id,
        name: person?.name ?? post.author.name,
        sites: [post.site],
        last,
        waitsSince: waits,
        note: null,
      });
      return;
    }
    if (last.at > one.last.at) one.last = last;
    if (!one.sites.includes(post.site)) one.sites.push(post.site);
    if (waits !== null) one.waitsSince = Math.min(one.waitsSince ?? waits, waits);
  };
  for (const post of toUs) meet(post, post);
  for (const post of answered) meet(post, ourWords.get(post.key) ?? post);
  for (const post of await lastOfNoted(db, notes, known)) meet(post, post);

  const byTarget = await notesForMany(
    db,
    [...known.keys()].map((id) => `person:${id}` as const),
  );
  for (const one of known.values()) one.note = byTarget.get(`person:${one.id}`)?.at(-1) ?? null;
  return [...known.values()].sort((a, b) => b.last.at - a.last.at);
}

/** Somebody one wrote about belongs here though they never spoke to us: their last post. */
async function lastOfNoted(
  db: TertuliaDatabase,
  notes: readonly Note[],
  known: ReadonlyMap<string, Acquaintance>,
): Promise<Post[]> {
  const ids = [...new Set(notes.map((note) => note.target.slice('person:'.length)))].filter((id) => !known.has(id));
  const people = await db.people.bulkGet(ids);
  const accounts: AccountKey[] = ids.flatMap((id, index) => people[index]?.accounts ?? [id]);
  const posts = await Promise.all(
    accounts.map((account) =>
      db.posts.where('[authorKey+at]').between([account, -Infinity], [account, Infinity]).last(),
    ),
  );
  return posts.filter((post) => post !== undefined);
}
