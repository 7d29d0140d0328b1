/** A person: what was said between us, what one wrote about them, their names. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Note, Person } from '../core/desk';
import type { AccountKey, Post } from '../core/post';
import type { Profile } from '../core/profile';
import type { Reading } from '../core/reading';
import { answersTo } from '../store/answers';
import { notesFor } from '../store/notes';
import { accountsOf, personOf, personPosts } from '../store/people';
import { profilesOf } from '../store/profiles';
import { live } from './live';
import { type Notes, notesModel } from './notes';
import type { Panel } from './panel';

/** One thing said, by them or by us to them. */
export interface Exchange {
  post: Post;
  reading: Reading | null;
}

export interface PersonView {
  person: Person | null;
  /** The name most lately shown. */
  name: string;
  accounts: {
    key: AccountKey;
    name: string;
    handle: string | null;
    site: string;
    url: string | null;
    /** What they say of themselves there, where it was seen. */
    profile?: Profile;
  }[];
  /** Newest first: what they said, and what we answered them. */
  exchanges: Exchange[];
  more: boolean;
  /** First post held. */
  since: number;
  /** Since when they wait for us; null where they do not. */
  waitsSince: number | null;
  /** Our last word to them. */
  answeredAt: number | null;
  sites: string[];
  notes: Note[];
}

export interface PersonModel {
  /** Undefined while it is being read; null where nobody of that name is held. */
  readonly view: ReadonlySignal<PersonView | null | undefined>;
  readonly error: ReadonlySignal<unknown>;
  readonly writing: Notes;
  /** What notes about them are kept under. */
  readonly target: ReadonlySignal<`person:${string}`>;
  showMore(): void;
}

const PAGE = 40;

export function personModel(panel: Panel, id: string, ends: AbortSignal): PersonModel {
  const { db } = panel;
  const limit = signal(PAGE);
  const tables = [db.posts, db.people, db.readings, db.notes, db.meta];
  const found = live(() => {
    const count = limit.value;
    // One transaction: each of its own costs more than what is asked in it.
    return () => db.transaction('r', tables, () => readPerson(panel, id, count));
  }, ends);
  return {
    view: found.value,
    error: found.error,
    writing: notesModel(panel, ends),
    target: computed(() => `person:${found.value.value?.person?.id ?? id}` as const),
    showMore() {
      limit.value += PAGE;
    },
  };

  async function readPerson({ db }: Panel, key: string, count: number): Promise<PersonView | null> {
    // Most are one account by itself: what it wrote is asked for while that is looked up. Few waits one after the other.
    const [accounts, person, alone] = await Promise.all([
      accountsOf(db, key),
      db.people.get(key).then((known) => known ?? personOf(db, key)),
      personPosts(db, [key], { limit: count + 1 }),
    ]);
    const isAlone = accounts.length === 1 && accounts[0] === key;
    const posts = isAlone ? alone : await personPosts(db, accounts, { limit: count + 1 });
    if (posts.length === 0) return null;
    const shown = posts.slice(0, count);
    const keys = shown.map((post) => post.key);
    const [answers, theirs, first, waiting, notes, names] = await Promise.all([
      answersTo(db, keys),
      db.readings.bulkGet(keys),
      firstPost(accounts),
      waitingSince(accounts),
      notesOf(person?.id ?? key, accounts),
      namesOf(accounts),
    ]);
    const ours = answers.filter((post) => post.ours === 1);
    const said = await db.readings.bulkGet(ours.map((post) => post.key));
    const exchanges = [
      ...shown.map((post, i) => ({ post, reading: theirs[i] ?? null })),
      ...ours.map((post, i) => ({ post, reading: said[i] ?? null })),
    ];
    return {
      person: person ?? null,
      name: person?.name ?? (posts[0] as Post).author.name,
      accounts: names,
      exchanges: exchanges.sort((a, b) => b.post.at - a.post.at),
      more: posts.length > count,
      since: first?.at ?? (posts[0] as Post).at,
      waitsSince: waiting,
      answeredAt: ours.reduce<number | null>((last, post) => Math.max(last ?? 0, post.at), null),
      sites: [...new Set(posts.map((post) => post.site))],
      notes,
    };
  }

  async function firstPost(accounts: readonly AccountKey[]): Promise<Post | undefined> {
    const firsts = await Promise.all(
      accounts.map((account) =>
        db.posts.where('[authorKey+at]').between([account, -Infinity], [account, Infinity]).first(),
      ),
    );
    return firsts.filter((post) => post !== undefined).sort((a, b) => a.at - b.at)[0];
  }

  async function waitingSince(accounts: readonly AccountKey[]): Promise<number | null> {
    const open = await db.posts
      .where('[desk+authorKey]')
      .anyOf(accounts.map((account) => ['open', account]))
      .toArray();
    return open.reduce<number | null>((since, post) => {
      const at = post.waitsSince ?? post.at;
      return since === null ? at : Math.min(since, at);
    }, null);
  }

  /** Notes on the person, and those begun while they were only an account. */
  async function notesOf(personId: string, accounts: readonly AccountKey[]): Promise<Note[]> {
    const targets = [...new Set([personId, ...accounts])];
    const lists = await Promise.all(targets.map((target) => notesFor(db, `person:${target}`)));
    return lists.flat().sort((a, b) => b.updatedAt - a.updatedAt);
  }

  async function namesOf(accounts: readonly AccountKey[]): Promise<PersonView['accounts']> {
    const [lasts, profiles] = await Promise.all([
      Promise.all(accounts.map((account) => personPosts(db, [account], { limit: 1 }))),
      profilesOf(db, accounts),
    ]);
    const profileOf = new Map(profiles.map((profile) => [profile.account, profile]));
    return lasts.flatMap(([post]) =>
      post
        ? [
            {
              key: post.authorKey,
              name: post.author.name,
              handle: post.author.handle,
              site: post.site,
              url: post.author.url,
              ...(profileOf.has(post.authorKey) && { profile: profileOf.get(post.authorKey) as Profile }),
            },
          ]
        : [],
    );
  }
}
