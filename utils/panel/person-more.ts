/** What else a person's page says: promises, ties, themes, who brought them, how often one means to speak, and who else they may be. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Person } from '../core/desk';
import { accountKey } from '../core/keys';
import type { AccountKey, Post, PostKey, ThreadKey } from '../core/post';
import type { OurPromise } from '../core/promise';
import { type Involved as Involvement, involvementOf, LATELY, queryOf, WEEK, WEEKS } from '../people/involvement';
import { type Rhythm, rhythmOf } from '../people/rhythm';
import type { Proposal } from '../people/same';
import { answersTo } from '../store/answers';
import { tiesOf } from '../store/marks';
import { notesFor } from '../store/notes';
import { accountsOf, personOf, personPosts } from '../store/people';
import { changePerson, joinAccounts, type PeopleBefore, partAccounts, restorePeople } from '../store/same';
import { changeSettings, readSettings } from '../store/settings';
import { spokeLately } from '../store/spoke';
import { live } from './live';
import type { Panel } from './panel';
import { nameOf } from './theme-view';

/** With what finds what it is said of. */
export type Involved = Involvement & { query: string };

export interface PersonMore {
  person: Person | null;
  name: string;
  /** Ours to them, not kept yet. */
  promises: OurPromise[];
  /** Of notes about them. */
  tags: string[];
  ties: { account: AccountKey; name: string; times: number }[];
  themes: { id: string; name: string }[];
  /** Whom their first words answered, or who had named them before. */
  brought: { how: 'answer' | 'named'; name: string; account: AccountKey; thread: ThreadKey; post: PostKey } | null;
  /** The last word between us, either way. */
  betweenUs: number | null;
  /** How much of them there is here of late, with its reasons; `query` finds what it is said of. */
  involved: Involved | null;
  rhythm: Rhythm | null;
  /** For each of their tags, where one is set. */
  tagDays: Record<string, number>;
}

export interface PersonMoreModel {
  readonly more: ReadonlySignal<PersonMore | undefined>;
  /** Accounts that may be theirs too. */
  readonly proposals: ReadonlySignal<readonly Proposal[]>;
  join(proposal: Proposal): Promise<void>;
  part(account: AccountKey, name: string): Promise<void>;
  /** Days; null: no rhythm of their own. */
  keepTouch(days: number | null): Promise<void>;
  keepTouchWithTag(tag: string, days: number | null): Promise<void>;
}

const LOOKED_AT = 60;
const FIRST_THREAD = 300;
const MOST_THEMES = 6;

/** `first`: what the page is opened for. All this is read once that is there, so that it waits for nothing of it. */
export function personMoreModel(
  panel: Panel,
  id: string,
  first: ReadonlySignal<unknown>,
  ends: AbortSignal,
): PersonMoreModel {
  const { db, undo } = panel;
  const isThere = computed(() => first.value !== undefined);
  const found = live(() => (isThere.value ? () => readMore(panel, id) : null), ends);
  const proposals = signal<readonly Proposal[]>([]);
  let asked = '';
  const stop = effect(() => {
    const analysis = panel.analysis.value;
    const more = found.value.value;
    if (!analysis || !more) return;
    const about = JSON.stringify([more.person?.accounts, more.person?.apart]);
    if (about === asked) return;
    asked = about;
    analysis.same(id).then(
      (list) => {
        if (!ends.aborted && asked === about) proposals.value = list;
      },
      () => undefined,
    );
  });
  ends.addEventListener('abort', stop, { once: true });
  const name = () => found.value.value?.name ?? id;

  async function change(kind: 'joined' | 'parted' | 'rhythm', people: string[], work: () => Promise<PeopleBefore>) {
    let before: PeopleBefore | undefined;
    const kept = await panel.keep(async () => {
      before = await work();
    });
    if (kept && before) undo.did({ kind, people }, () => restorePeople(db, before as PeopleBefore));
  }

  return {
    more: found.value,
    proposals,
    async join(proposal) {
      proposals.value = proposals.value.filter(({ account }) => account !== proposal.account);
      await change('joined', [name(), proposal.name], () => joinAccounts(db, id, proposal.account, name()));
    },
    async part(account, other) {
      proposals.value = proposals.value.filter((one) => one.account !== account);
      await change('parted', [name(), other], () => partAccounts(db, id, account, name()));
    },
    keepTouch: (days) =>
      change('rhythm', [name()], () =>
        changePerson(db, id, name(), ({ cadenceDays: _, ...person }) => ({
          ...person,
          ...(days !== null && { cadenceDays: days }),
        })),
      ),
    async keepTouchWithTag(tag, days) {
      const set = (value: number | null | undefined) =>
        changeSettings(db, ({ cadences, ...settings }) => {
          const { [tag]: _, ...others } = cadences ?? {};
          return { ...settings, cadences: { ...others, ...(value != null && { [tag]: value }) } };
        });
      const before = (await readSettings(db)).cadences?.[tag];
      if (await panel.keep(() => set(days)))
        undo.did({ kind: 'rhythm', people: [tag] }, async () => void (await set(before)));
    },
  };
}

async function readMore({ db }: Panel, id: string): Promise<PersonMore> {
  const [own, person, settings] = await Promise.all([
    accountsOf(db, id),
    db.people.get(id).then((known) => known ?? personOf(db, id)),
    readSettings(db),
  ]);
  const accounts = new Set(own);
  const targets = [...new Set([...own, ...(person ? [person.id] : [])])];
  const [theirs, promises, themes, notes, first] = await Promise.all([
    personPosts(db, own, { limit: LOOKED_AT }),
    db.promises
      .where('authorKey')
      .anyOf(own)
      .filter(({ state }) => state === 'open')
      .toArray(),
    db.themes
      .filter(
        ({ authorKeys, notTheme, mergedInto }) =>
          !notTheme && !mergedInto && authorKeys.some((key) => accounts.has(key)),
      )
      .toArray(),
    Promise.all(targets.map((target) => notesFor(db, `person:${target}`))),
    firstOf(db, own),
  ]);
  const tags = [...new Set(notes.flat().flatMap((note) => note.tags))];
  const [ties, brought, betweenUs, involved] = await Promise.all([
    tiesOf(db, theirs, accounts),
    first ? broughtBy(db, first, accounts) : null,
    lastBetween(db, theirs),
    involvedOf(db, own, id),
  ]);
  return {
    person: person ?? null,
    name: person?.name ?? theirs[0]?.author.name ?? id,
    promises: promises.sort((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity)),
    tags,
    ties,
    themes: themes
      .sort((a, b) => b.lastAt - a.lastAt)
      .slice(0, MOST_THEMES)
      .map((theme) => ({ id: theme.id, name: nameOf(theme) })),
    brought,
    betweenUs,
    involved,
    rhythm: rhythmOf(person?.cadenceDays, tags, settings.cadences),
    tagDays: Object.fromEntries(
      tags.flatMap((tag) => (settings.cadences?.[tag] ? [[tag, settings.cadences[tag]]] : [])),
    ),
  };
}

type Db = Panel['db'];

async function firstOf(db: Db, accounts: readonly AccountKey[]): Promise<Post | undefined> {
  const firsts = await Promise.all(
    accounts.map((account) =>
      db.posts.where('[authorKey+at]').between([account, -Infinity], [account, Infinity]).first(),
    ),
  );
  return firsts.filter((post) => post !== undefined).sort((a, b) => a.at - b.at)[0];
}

async function broughtBy(db: Db, first: Post, own: ReadonlySet<AccountKey>): Promise<PersonMore['brought']> {
  const told = (how: 'answer' | 'named', by: Post) => ({
    how,
    name: by.author.name,
    account: by.authorKey,
    thread: by.threadKey,
    post: by.key,
  });
  const parent = first.parentKey === null ? undefined : await db.posts.get(first.parentKey);
  const before = await db.posts.where('threadKey').equals(first.threadKey).limit(FIRST_THREAD).toArray();
  const naming = before
    .filter(({ at, authorKey, site, mentions }) => {
      const named = (mentions ?? []).some((handle) => own.has(accountKey(site, { name: handle, handle })));
      return named && at < first.at && !own.has(authorKey);
    })
    .sort((a, b) => b.at - a.at)[0];
  if (naming) return told('named', naming);
  return parent && !own.has(parent.authorKey) ? told('answer', parent) : null;
}

async function involvedOf(db: Db, own: readonly AccountKey[], id: string): Promise<PersonMore['involved']> {
  const now = Date.now();
  const bounds = { from: now - WEEKS * WEEK, until: now, most: LATELY };
  const said = (await spokeLately(db, new Map([[id, own]]), bounds)).get(id);
  const involved = said ? involvementOf(said.spoke, now) : null;
  return said && involved ? { ...involved, query: queryOf(said.author, now) } : null;
}

/** What they said to us or we to them, the last of it. */
async function lastBetween(db: Db, theirs: readonly Post[]): Promise<number | null> {
  const parents = [...new Set(theirs.flatMap(({ parentKey }) => parentKey ?? []))];
  const [answered, answers] = await Promise.all([
    db.posts.bulkGet(parents),
    answersTo(
      db,
      theirs.map(({ key }) => key),
    ),
  ]);
  const ours = new Set(answered.flatMap((post) => (post?.ours === 1 ? post.key : [])));
  const times = [
    ...answers.filter((post) => post.ours === 1).map(({ at }) => at),
    ...theirs.filter((post) => post.mention === 1 || ours.has(post.parentKey ?? '')).map(({ at }) => at),
  ];
  return times.length > 0 ? Math.max(...times) : null;
}
