/** Reads what was said and to whom, with the accounts of one person as one, and surveys the ties. */
import type { Person } from '../../core/desk';
import { accountKey } from '../../core/keys';
import type { AccountKey, Post, PostKey } from '../../core/post';
import type { Ties, Worth } from '../../core/ties';
import { type Answered, type Introduction, introductions, type Question } from '../../people/introduce';
import { rhythmOf } from '../../people/rhythm';
import { type Heard, type SaidOfPeople, survey } from '../../people/survey';
import type { TertuliaDatabase } from '../../store/db';
import { readSettings } from '../../store/settings';

const PAGE = 2_000;
const DAY = 86_400_000;
/** Questions that are still open so long after. */
const STILL_ASKED = 14 * DAY;
const MOST_ASKED = 60;
/** Answered questions looked through, the newest. */
const MOST_ANSWERED = 2_000;

/** One name for all accounts of a person: the first of them. */
type AsOne = (account: AccountKey) => AccountKey;

export async function tiesOf(db: TertuliaDatabase, now: number): Promise<Ties> {
  const people = await db.people.toArray();
  const firsts = new Map(people.flatMap(({ accounts }) => accounts.map((one) => [one, accounts[0] ?? one] as const)));
  const names = new Map(people.map(({ accounts, name }) => [accounts[0] ?? '', name]));
  const asOne: AsOne = (account) => firsts.get(account) ?? account;
  const heard: Heard[] = [];
  const asking = new Set<PostKey>();
  let after = '';
  for (;;) {
    const page = await db.posts.where('key').above(after).limit(PAGE).toArray();
    for (const post of page) {
      if (post.sponsored) continue;
      heard.push(heardOf(post, asOne, names));
      if (post.text.includes('?')) asking.add(post.key);
    }
    if (page.length < PAGE) break;
    after = page.at(-1)?.key ?? after;
  }
  const [told, introduced] = await Promise.all([saidOfPeople(db, people, asOne), introduce(db, heard, asking, now)]);
  return survey(heard, now, { ...told, introductions: introduced });
}

/** Only what the survey needs is held on to: posts are large. */
function heardOf(
  { key, parentKey, authorKey, at, ours, author, site, threadKey, mentions }: Post,
  asOne: AsOne,
  names: ReadonlyMap<AccountKey, string>,
): Heard {
  const who = asOne(authorKey);
  return {
    key,
    parent: parentKey,
    author: who,
    at,
    ours: ours === 1,
    name: names.get(who) ?? author.name,
    site,
    thread: threadKey,
    names: (mentions ?? []).map((handle) => asOne(accountKey(site, { name: handle, handle }))),
  };
}

async function saidOfPeople(
  db: TertuliaDatabase,
  people: readonly Person[],
  asOne: AsOne,
): Promise<Omit<SaidOfPeople, 'introductions'>> {
  const [notes, settings] = await Promise.all([
    db.notes.where('target').startsWith('person:').toArray(),
    readSettings(db),
  ]);
  const byId = new Map(people.map((person) => [person.id, person]));
  const tags = new Map<AccountKey, string[]>();
  const whose = (id: string) => byId.get(id)?.accounts[0] ?? asOne(id);
  for (const note of notes) {
    const who = whose(note.target.slice('person:'.length));
    tags.set(who, [...(tags.get(who) ?? []), ...note.tags]);
  }
  const rhythms = new Map<AccountKey, number>();
  const letBe = new Map<AccountKey, Partial<Record<Worth['kind'], number>>>();
  for (const person of people) {
    const who = whose(person.id);
    if (person.letBe) letBe.set(who, person.letBe);
    if (!tags.has(who)) tags.set(who, []);
  }
  const own = new Map(people.map((person) => [whose(person.id), person.cadenceDays]));
  for (const [who, theirs] of tags) {
    const rhythm = rhythmOf(own.get(who), theirs, settings.cadences);
    if (rhythm) rhythms.set(who, rhythm.days);
  }
  return { rhythms, letBe };
}

/** Texts are read again for a few: the newest questions nobody answered, and the newest that somebody not of us did. */
async function introduce(
  db: TertuliaDatabase,
  heard: readonly Heard[],
  asking: ReadonlySet<PostKey>,
  now: number,
): Promise<Introduction[]> {
  const byKey = new Map(heard.flatMap((post) => (asking.has(post.key) ? [[post.key, post] as const] : [])));
  const answers = new Map<PostKey, Heard>();
  for (const post of heard) {
    const asked = post.parent === null ? undefined : byKey.get(post.parent);
    if (!asked || asked.author === post.author) continue;
    const before = answers.get(asked.key);
    if (!before || post.at < before.at) answers.set(asked.key, post);
  }
  const newest = (list: Heard[], most: number) => list.sort((a, b) => b.at - a.at).slice(0, most);
  const open = newest(
    [...byKey.values()].filter((post) => !post.ours && !answers.has(post.key) && now - post.at < STILL_ASKED),
    MOST_ASKED,
  );
  if (open.length === 0) return [];
  const answered = newest(
    // A question again is no answer.
    [...byKey.values()].filter(({ key, ours }) => {
      const answer = answers.get(key);
      return answer !== undefined && !answer.ours && !ours && !asking.has(answer.key);
    }),
    MOST_ANSWERED,
  );
  const texts = await db.posts.bulkGet([...open, ...answered].map(({ key }) => key));
  const question = (post: Heard, place: number): Question => ({
    post: post.key,
    thread: post.thread,
    author: post.author,
    at: post.at,
    text: texts[place]?.text ?? '',
  });
  return introductions(
    open.map(question),
    answered.map((post, place): Answered => {
      const answer = answers.get(post.key)!;
      return { ...question(post, open.length + place), by: answer.author, answer: answer.key };
    }),
  );
}
