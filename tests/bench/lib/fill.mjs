/** A long listener's store, filled in minutes: what benches and the fault of size begin with. */
import { until } from '../../e2e/lib/browser.mjs';

/** Times the demo is written in one transaction. */
const AT_ONCE = 10;

/**
 * The demo again and again, other ids and people, further and further back; written where it is made.
 * @param {import('playwright-core').Page} page any page of the extension
 * @param {Record<string, any[]>} rows as `seedRows` gives them, which are there already
 * @param {{ posts: number, sets: number, model: string }} how so many posts, the demo's people so many times over, read by this model
 */
export async function fill(page, rows, { posts: wanted, sets: others, model: version }) {
  await page.evaluate(
    async ([{ posts, threads, readings }, total, sets, model, atOnce]) => {
      const asked = indexedDB.open('tertulia');
      const db = await new Promise((resolve) => {
        asked.onsuccess = () => resolve(asked.result);
      });
      const times = Math.ceil(total / posts.length);
      let transaction;
      for (let i = 1; i < times; i++) {
        const again = (key) => key && `${key}~${i}`;
        const back = (at) => at - i * 3_600_000;
        transaction ??= db.transaction(['posts', 'threads', 'readings'], 'readwrite', { durability: 'relaxed' });
        const store = transaction.objectStore('posts');
        for (const { waitsSince: _, ...post } of posts)
          store.put({
            ...post,
            key: again(post.key),
            nativeId: again(post.nativeId),
            threadKey: again(post.threadKey),
            parentKey: again(post.parentKey),
            authorKey: post.ours ? post.authorKey : `${post.authorKey}~${i % sets}`,
            // By the handle, as everywhere: posts are derived anew when who we are changes, and their authors' keys with them.
            author: post.ours
              ? post.author
              : {
                  ...post.author,
                  name: `${post.author.name} ${i % sets}`,
                  handle: `${post.authorKey.slice(post.site.length + 1)}~${i % sets}`,
                },
            at: back(post.at),
            postedAt: back(post.postedAt),
            firstSeenAt: back(post.at),
            ...(post.desk && { desk: 'done', deskAt: back(post.deskAt) }),
          });
        for (const thread of threads)
          transaction.objectStore('threads').put({ ...thread, key: again(thread.key), lastAt: back(thread.lastAt) });
        for (const reading of readings)
          transaction.objectStore('readings').put({ ...reading, key: again(reading.key), version: model });
        if (i % atOnce !== 0 && i !== times - 1) continue;
        const written = transaction;
        transaction = undefined;
        await new Promise((resolve, reject) => {
          written.oncomplete = resolve;
          written.onabort = () => reject(written.error);
        });
      }
      db.close();
    },
    [{ posts: rows.posts, threads: rows.threads, readings: rows.readings }, wanted, others, version, AT_ONCE],
  );
}

/** Until all that is held so far was judged by who we are: what is written after that has been judged before. */
export async function judged(page) {
  await until(
    () =>
      page.evaluate(async () => {
        const answer = (request) =>
          new Promise((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
        const db = await answer(indexedDB.open('tertulia'));
        const meta = db.transaction('meta').objectStore('meta');
        const cursors = await Promise.all(['cursor:rederive', 'cursor:lens'].map((name) => answer(meta.get(name))));
        db.close();
        return cursors[0] === undefined && cursors[1] !== undefined;
      }),
    'what is held to be judged',
    120_000,
  );
}
