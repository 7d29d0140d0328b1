/** Posts that other programs collected, brought in as if they had been heard: joined by the same rules, all or nothing. */
import { derive, makeLens } from '../core/derive';
import { fromSighting } from '../core/merge';
import type { HeardPost, Post, Thread } from '../core/post';
import type { TertuliaDatabase } from '../store/schema';
import { readSettings } from '../store/settings';
import { gate } from './admit';
import { type BroughtIn, bringIn, type Incoming } from './bring-in';
import { piecesOf } from './bytes';
import { FileFault } from './faults';
import { isTwitterWebExporter, twitterWebExporterPost } from './foreign/twitter-web-exporter';
import { isZeeschuimer, zeeschuimerPost } from './foreign/zeeschuimer';
import { linesOf } from './lines';

const LONGEST_LINE = 4 * 1024 * 1024;
/** A list in one piece has to be read in one piece. */
const LONGEST_LIST = 256 * 1024 * 1024;
const POSTS_A_BATCH = 1_000;

export type ForeignKind = 'zeeschuimer' | 'twitterWebExporter';

export interface ForeignPosts {
  kind: ForeignKind;
  posts: HeardPost[];
  /** Records in which no post could be read. */
  unread: number;
}

/** Reads the whole file. Throws `FileFault` where it is of no program known, or not whole. */
export async function readForeign(file: Blob, signal?: AbortSignal): Promise<ForeignPosts> {
  const start = (await file.slice(0, 64).text()).replace(/^\ufeff/, '').trimStart();
  if (start.startsWith('[')) return readList(file);
  if (start.startsWith('{')) return readLines(file, signal);
  throw new FileFault('notOurs', 'start');
}

async function readList(file: Blob): Promise<ForeignPosts> {
  if (file.size > LONGEST_LIST) throw new FileFault('tooLarge', 'list');
  const list = parsed((await file.text()).replace(/^\ufeff/, ''));
  if (!Array.isArray(list) || !list.some(isTwitterWebExporter)) throw new FileFault('notOurs', 'list');
  const posts = list.flatMap((record) => twitterWebExporterPost(record) ?? []);
  return { kind: 'twitterWebExporter', posts, unread: list.length - posts.length };
}

async function readLines(file: Blob, signal?: AbortSignal): Promise<ForeignPosts> {
  const posts: HeardPost[] = [];
  let unread = 0;
  let known = false;
  for await (const lines of linesOf(piecesOf(file.stream()), LONGEST_LINE)) {
    signal?.throwIfAborted();
    for (const line of lines) {
      if (line.trim() === '') continue;
      const record = parsed(line.replace(/^\ufeff/, ''));
      if (!known && !isZeeschuimer(record)) throw new FileFault('notOurs', 'line');
      known = true;
      const post = zeeschuimerPost(record);
      if (post) posts.push(post);
      else unread++;
    }
  }
  return { kind: 'zeeschuimer', posts, unread };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FileFault('damaged', 'no JSON', cause);
  }
}

export interface ImportOptions {
  now?: number;
  signal?: AbortSignal;
  onProgress?: (progress: { done: number; total: number }) => void;
}

/** Brings the posts of a file in. Throws `FileFault`, or the signal's reason; then nothing is changed. */
export async function importForeign(
  db: TertuliaDatabase,
  file: Blob,
  { now = Date.now(), signal, onProgress }: ImportOptions = {},
): Promise<BroughtIn & Pick<ForeignPosts, 'kind' | 'unread'>> {
  const { kind, posts, unread } = await readForeign(file, signal);
  const lens = makeLens(await readSettings(db), await db.watches.toArray());
  const authors = new Map(posts.map((post) => [post.key, post.author]));
  const rows = new Map<string, Post>();
  const threads = new Map<string, Thread>();
  for (const heard of posts) {
    // Seen when it was collected, as far as anyone knows: not after it was posted, and not later than now.
    const seen = Math.max(heard.postedAt ?? 0, now);
    const post = derive(fromSighting(heard, seen), lens, heard.parentKey ? authors.get(heard.parentKey) : undefined);
    rows.set(post.key, post);
    threads.set(post.threadKey, threadOf(post, threads.get(post.threadKey)));
  }
  async function* batches(): AsyncGenerator<Incoming> {
    const sorted = [...rows.values()];
    for (let at = 0; at < sorted.length; at += POSTS_A_BATCH) {
      yield { table: 'posts', rows: sorted.slice(at, at + POSTS_A_BATCH) as unknown as Incoming['rows'] };
      onProgress?.({ done: Math.min(at + POSTS_A_BATCH, sorted.length), total: sorted.length });
    }
    yield { table: 'threads', rows: [...threads.values()] as unknown as Incoming['rows'] };
    // Turns and marks follow from what came in: all is looked at again.
    await db.meta.delete('cursor:lens');
  }
  const report = await bringIn(db, batches(), { admit: gate(db), now, ...(signal && { signal }) });
  return { ...report, kind, unread };
}

function threadOf(post: Post, known: Thread | undefined): Thread {
  const concerns = post.ours === 1 || post.mention === 1 || known?.concernsUs === 1;
  return {
    key: post.threadKey,
    site: post.site,
    url: known?.url ?? post.url,
    title: '',
    claimed: null,
    held: 0,
    lastAt: Math.max(known?.lastAt ?? 0, post.at),
    firstSeenAt: post.firstSeenAt,
    lastSeenAt: post.lastSeenAt,
    ...(concerns && { concernsUs: 1 as const }),
  };
}
