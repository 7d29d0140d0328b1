/** What somebody says of themselves goes along with the posts of the page, without holding them up. */
import { expect, it, vi } from 'vitest';
import type { Page, RawProfile } from '../../utils/adapters/contract';
import { answerWith, batches, html, ids, main, settle, start, watchPages } from './watched';

watchPages();

const ana = (page: Page): RawProfile | null =>
  page.document.querySelector('.bio')
    ? { name: 'ana 1', handle: null, bio: page.document.querySelector('.bio')?.textContent ?? '', links: [] }
    : null;
const told = () => batches.flatMap(({ profile }) => profile?.bio ?? []);

it('is read after the posts, and said with them once', async () => {
  start(`<p class="bio">Walks.</p>${html(1)}${html(2)}`, { profile: ana });
  await settle();
  await settle(20_000);
  expect(ids()).toEqual(['1', '2']);
  expect(batches.filter(({ profile }) => profile)).toHaveLength(1);
  expect(batches.find(({ profile }) => profile)).toMatchObject({
    site: 'test',
    posts: [{ nativeId: '1' }, { nativeId: '2' }],
    profile: { site: 'test', name: 'ana 1', bio: 'Walks.' },
  });
});

it('is said at once where there are no posts, and once more with the first of theirs: it is kept beside one', async () => {
  start('<p class="bio">Walks.</p>', { profile: ana });
  await settle();
  await settle(1_000);
  expect(batches.map(({ posts, profile }) => [posts.length, profile?.bio])).toEqual([[0, 'Walks.']]);
  main().insertAdjacentHTML('beforeend', html(7));
  await settle(1_000);
  expect(told()).toEqual(['Walks.']);
  main().insertAdjacentHTML('beforeend', html(1));
  await settle(1_000);
  expect(told()).toEqual(['Walks.', 'Walks.']);
  expect(batches.findLast(({ profile }) => profile)?.posts.map(({ author }) => author.name)).toEqual(['ana 1']);
  main().insertAdjacentHTML('beforeend', html('1b').replace('ana 1b', 'ana 1'));
  await settle(1_000);
  expect(told()).toHaveLength(2);
});

it('is owed until it is answered for', async () => {
  let fails = 2;
  answerWith(async (batch) => {
    if (fails-- > 0) throw new Error('no receiver');
    return batch.posts.map(({ key }) => key);
  });
  start('<p class="bio">Walks.</p>', { profile: ana });
  await settle();
  for (let i = 0; i < 20; i++) await settle(500);
  expect(told()).toEqual(['Walks.', 'Walks.', 'Walks.']);
});

it('drawn later it is found later', async () => {
  start('', { profile: ana });
  await settle();
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 1_500);
  main().insertAdjacentHTML('beforeend', `<p class="bio">Sails.</p>${html(1)}`);
  await settle();
  await settle();
  expect(told()).toEqual(['Sails.']);
  vi.restoreAllMocks();
});

it('a reader that throws costs no post', async () => {
  start(html(1), {
    profile: () => {
      throw new Error('another page than thought');
    },
  });
  await settle();
  expect(ids()).toEqual(['1']);
  expect(told()).toEqual([]);
});
