/** The demo's rows again and again, under other ids and older: what a long listener has. */
export function manyRows(rows, posts) {
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
    readings: copies(rows.readings, (reading, i) => ({ ...reading, key: again(reading.key, i) })),
  };
}
