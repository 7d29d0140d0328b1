/** Invented posts for tests of pure rules. */
import type { HeardPost, Post } from '../../utils/core/post';

export function heard(id: string, over: Partial<HeardPost> = {}): HeardPost {
  const site = over.site ?? 'foro.example';
  return {
    key: `${site}:${id}`,
    site,
    nativeId: id,
    kind: 'post',
    url: `https://${site}/t/1#${id}`,
    threadKey: `${site}:t1`,
    threadTitle: 'Molinillos',
    parentKey: null,
    author: { name: 'Nerea Olmos', handle: 'nerea', url: null },
    text: 'Tengo un charco debajo de la cafetera.',
    lang: 'es',
    postedAt: 1_000,
    postedAtSource: 'machine',
    ...over,
  };
}

export function stored(id: string, over: Partial<Post> = {}): Post {
  const at = over.at ?? over.postedAt ?? 1_000;
  const base = heard(id, over);
  return {
    ...base,
    firstSeenAt: at,
    lastSeenAt: at,
    at,
    authorKey: `${base.site}:${base.author.handle ?? base.author.name.toLowerCase()}`,
    ours: 0,
    mention: 0,
    ...over,
  };
}
