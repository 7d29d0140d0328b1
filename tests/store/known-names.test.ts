import { afterEach, beforeEach, expect, it } from 'vitest';
import { saveNote } from '../../utils/store/notes';
import { knownNames } from '../../utils/store/people';
import type { TertuliaDatabase } from '../../utils/store/schema';
import { freshTable } from '../panel/table';

let db: TertuliaDatabase;
beforeEach(async () => {
  db = await freshTable();
});
afterEach(() => db.delete());

it('are those something was written about, and those who were said to be one', async () => {
  await saveNote(db, { target: 'person:foro.example:leire_z', text: 'knows bikes', tags: [] });
  await saveNote(db, { target: 'person:127.0.0.1:8080:bram', text: '', tags: ['press'] });
  await saveNote(db, { target: 'post:foro.example:12', text: 'not about a person', tags: [] });
  await db.people.put({
    id: 'p1',
    name: 'Odette Marsh',
    accounts: ['foro.example:odette', 'bluesky:odette.example'],
    createdAt: 1,
  } as never);
  await saveNote(db, { target: 'person:p1', text: 'two accounts', tags: [] });
  expect((await knownNames(db)).sort()).toEqual(['Odette Marsh', 'bram', 'leire_z', 'odette', 'odette.example']);
});
