/** Reads what was said and to whom, and surveys the ties. */
import { accountKey } from '../../core/keys';
import type { Post } from '../../core/post';
import type { Ties } from '../../core/ties';
import { type Heard, survey } from '../../people/survey';
import type { TertuliaDatabase } from '../../store/db';

const PAGE = 2_000;

export async function tiesOf(db: TertuliaDatabase, now: number): Promise<Ties> {
  const heard: Heard[] = [];
  let after = '';
  for (;;) {
    const page = await db.posts.where('key').above(after).limit(PAGE).toArray();
    for (const post of page) if (!post.sponsored) heard.push(heardOf(post));
    if (page.length < PAGE) break;
    after = page.at(-1)?.key ?? after;
  }
  return survey(heard, now);
}

/** Only what the survey needs is held on to: posts are large. */
function heardOf({ key, parentKey, authorKey, at, ours, author, site, threadKey, mentions }: Post): Heard {
  return {
    key,
    parent: parentKey,
    author: authorKey,
    at,
    ours: ours === 1,
    name: author.name,
    site,
    thread: threadKey,
    names: (mentions ?? []).map((handle) => accountKey(site, { name: handle, handle })),
  };
}
