import { readFileSync } from 'node:fs';

/** The version of the model that ships: what stands at the beginning of its file. */
export function modelVersion() {
  const file = readFileSync(new URL('../../public/models/reading.bin', import.meta.url));
  return JSON.parse(file.subarray(8, 8 + file.readUInt32BE(4)).toString()).version;
}

/**
 * The demo's rows again and again, under other ids and older: what a long listener has. All is read by the model that
 * ships, unless `behind`: then every post is to be read once more, as after an update that brought another model.
 */
export function manyRows(rows, posts, { behind = false } = {}) {
  const version = behind ? 'before' : modelVersion();
  const times = Math.ceil(posts / rows.posts.length);
  const again = (key, i) => (i === 0 ? key : `${key}~${i}`);
  const back = (at, i) => at - i * 14 * 86_400_000;
  const copies = (list, copy) => Array.from({ length: times }, (_, i) => list.map((row) => copy(row, i))).flat();
  return {
    ...rows,
    posts: copies(rows.posts, (post, i) => ({
      ...post,
      key: again(post.key, i),
      nativeId: again(post.nativeId, i),
      threadKey: again(post.threadKey, i),
      parentKey: post.parentKey && again(post.parentKey, i),
      at: back(post.at, i),
      postedAt: back(post.postedAt, i),
      ...(post.deskAt && { deskAt: back(post.deskAt, i), desk: i === 0 ? post.desk : 'done' }),
      ...(i > 0 && { waitsSince: undefined }),
    })),
    threads: copies(rows.threads, (thread, i) => ({
      ...thread,
      key: again(thread.key, i),
      lastAt: back(thread.lastAt, i),
    })),
    readings: copies(rows.readings, (reading, i) => ({ ...reading, key: again(reading.key, i), version })),
  };
}
