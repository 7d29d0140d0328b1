import { expect, it } from 'vitest';
import { importReplies } from '../../utils/replies/importing';
import { allSavedReplies, allShortcuts, bringInReplies } from '../../utils/store/saved-replies';
import { freshDatabase } from './fresh';

const CSV = 'name,shortcut,text\nThanks,ty,Thank you!\nSorry,so,We are sorry.\n';
const read = (text: string) => {
  const read = importReplies(text);
  if ('fault' in read) throw new Error(read.fault);
  return read.replies;
};

it('replies from a file are added once, however often it is brought in', async () => {
  const db = freshDatabase();
  expect(await bringInReplies(db, read(CSV))).toMatchObject({
    known: 0,
    added: [{ name: 'Thanks' }, { name: 'Sorry' }],
  });
  expect(await bringInReplies(db, read(`${CSV}More,mo,And more.\n`))).toMatchObject({
    known: 2,
    added: [{ name: 'More' }],
  });
  expect((await allSavedReplies(db)).map(({ name, uses }) => [name, uses])).toEqual([
    ['More', 0],
    ['Sorry', 0],
    ['Thanks', 0],
  ]);
});

it('a shortcut belongs to one reply: the one that was here', async () => {
  const db = freshDatabase();
  await bringInReplies(db, read(CSV));
  const { added } = await bringInReplies(db, read('name,shortcut,text\nTea,TY,Have some tea\n'));
  expect(added).toMatchObject([{ name: 'Tea', shortcut: '' }]);
  expect(await allShortcuts(db)).toEqual(['so', 'ty']);
});
