/** Drafts and saved replies for a reply box in somebody's page: first of all, whom the box answers. */
import type { Draft, ReplyContext } from '../../core/draft';
import type { Post, PostKey } from '../../core/post';
import type { BoxInHand, PageDrafts } from '../../messaging/protocol';
import { languageOf } from '../../replies/manner';
import { savedDraft } from '../../replies/saved';
import { variablesFor } from '../../replies/suggest';
import type { TertuliaDatabase } from '../../store/schema';
import { readSettings } from '../../store/settings';
import { contextFor, suggestFor } from './replies-job';

/** So much of their words tells which post is meant. */
const SHOWN = 90;

export async function draftsForBox(db: TertuliaDatabase, box: BoxInHand, now: number): Promise<PageDrafts> {
  const post = await postOf(db, box);
  if (!post) return { to: null, suggestions: { drafts: [], advice: null } };
  const suggestions = await suggestFor(db, post.key, { now });
  const words = post.text.replace(/\s+/gu, ' ');
  const text = words.length > SHOWN ? `${words.slice(0, words.lastIndexOf(' ', SHOWN))}…` : words;
  return { to: { key: post.key, name: post.author.name, text, lang: post.lang }, suggestions };
}

/** The first where the page says so; else whoever has waited longest for us; else the first that is not ours. */
async function postOf(db: TertuliaDatabase, { keys, sure }: BoxInHand): Promise<Post | null> {
  const held = (await db.posts.bulkGet(keys)).filter((post) => post !== undefined && post.ours === 0) as Post[];
  if (sure && held[0]) return held[0];
  const waiting = held.filter(({ waitsSince }) => waitsSince !== undefined);
  return waiting.sort((a, b) => (a.waitsSince ?? 0) - (b.waitsSince ?? 0))[0] ?? held[0] ?? null;
}

export async function expandShortcut(
  db: TertuliaDatabase,
  { shortcut, ...box }: BoxInHand & { shortcut: string },
  now: number,
): Promise<{ draft: Draft | null; to: PostKey | null }> {
  const wanted = shortcut.toLowerCase();
  const saved = (await db.savedReplies.toArray()).find((reply) => reply.shortcut.toLowerCase() === wanted);
  if (!saved) return { draft: null, to: null };
  const post = await postOf(db, box);
  const context = post ? await contextFor(db, post.key, now) : null;
  const used = context ?? (await contextOfNobody(db, box.lang, now));
  const lang = context ? languageOf(context.post, context.reading) : (box.lang?.slice(0, 2).toLowerCase() ?? 'en');
  const known = variablesFor(used);
  // Whoever types its name wants it, in whatever language it was written.
  const written = saved.bodies[lang] || saved.bodies['*'] ? lang : (Object.keys(saved.bodies)[0] ?? lang);
  return { draft: savedDraft(saved, used, known, written, []), to: post?.key ?? null };
}

/** A box that answers nobody we have heard: what is known of us stands, names are left out. */
async function contextOfNobody(db: TertuliaDatabase, lang: string | null, now: number): Promise<ReplyContext> {
  const { ourName, brands } = await readSettings(db);
  const post = { key: '', text: '', lang, author: { name: '', handle: null, url: null } } as unknown as Post;
  return { post, reading: null, thread: [], ourName, brands, savedReplies: [], now };
}
