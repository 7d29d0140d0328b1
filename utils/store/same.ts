/** The user says which accounts are one person, and takes it back at any time. Nothing else ever joins or parts them. */
import type { Person } from '../core/desk';
import type { AccountKey } from '../core/post';
import { personOf } from './people';
import type { TertuliaDatabase } from './schema';

/** What was there before a change of `people`, to be put back. */
export interface PeopleBefore {
  rows: Person[];
  /** Rows that were not there. */
  made: string[];
}

/** Joins an account, and whoever it is already joined to, with a person or account. Answers how it was before. */
export async function joinAccounts(
  db: TertuliaDatabase,
  personOrAccount: string,
  account: AccountKey,
  name: string,
): Promise<PeopleBefore> {
  return db.transaction('rw', db.people, async () => {
    const mine = await rowOf(db, personOrAccount);
    const theirs = await personOf(db, account);
    if (mine && theirs && mine.id === theirs.id) return { rows: [mine], made: [] };
    const accounts = [...new Set([...(mine?.accounts ?? [personOrAccount]), ...(theirs?.accounts ?? [account])])];
    const apart = [...(mine?.apart ?? []), ...(theirs?.apart ?? [])].filter((one) => !accounts.includes(one));
    const joined: Person = {
      ...theirs,
      ...(mine ?? { id: newId(), name, createdAt: Date.now() }),
      accounts,
      apart,
    };
    await db.people.put(joined);
    if (theirs) await db.people.delete(theirs.id);
    return { rows: [mine, theirs].filter((row) => row !== undefined), made: mine ? [] : [joined.id] };
  });
}

/** They are two: takes the account out of the person where it was in, and does not ask again. */
export async function partAccounts(
  db: TertuliaDatabase,
  personOrAccount: string,
  account: AccountKey,
  name: string,
): Promise<PeopleBefore> {
  return changePerson(db, personOrAccount, name, (person) => {
    const left = person.accounts.filter((one) => one !== account);
    const apart = [...new Set([...(person.apart ?? []), account])];
    return { ...person, accounts: left.length > 0 ? left : person.accounts, apart };
  });
}

/** Changes what one keeps of a person: how often one means to speak, which suggestions were put aside. */
export async function changePerson(
  db: TertuliaDatabase,
  personOrAccount: string,
  name: string,
  change: (person: Person) => Person,
): Promise<PeopleBefore> {
  return db.transaction('rw', db.people, async () => {
    const mine = await rowOf(db, personOrAccount);
    const row = mine ?? { id: newId(), name, accounts: [personOrAccount], createdAt: Date.now() };
    await db.people.put(change(row));
    return { rows: mine ? [mine] : [], made: mine ? [] : [row.id] };
  });
}

/** As it was before. */
export async function restorePeople(db: TertuliaDatabase, { rows, made }: PeopleBefore): Promise<void> {
  await db.transaction('rw', db.people, async () => {
    await db.people.bulkDelete(made);
    await db.people.bulkPut(rows);
  });
}

async function rowOf(db: TertuliaDatabase, personOrAccount: string): Promise<Person | undefined> {
  return (await db.people.get(personOrAccount)) ?? (await personOf(db, personOrAccount));
}

const newId = (): string => crypto.randomUUID();
