/** A conversation or a post, to be put somewhere else: as Markdown for those who take text, as a page for those who take that. */
import type { PostKey, ThreadKey } from '../core/post';
import { toHtml } from '../exporting/html';
import { toMarkdown } from '../exporting/markdown';
import type { ExportOptions, ThreadExport } from '../exporting/thread-export';
import type { TertuliaDatabase } from '../store/schema';
import { exportWords } from './export';

/** Puts a conversation on the clipboard, without notes. In a click, as browsers ask. */
export async function copyThread(db: TertuliaDatabase, key: ThreadKey, clipboard = navigator.clipboard): Promise<void> {
  const [thread, posts] = await Promise.all([db.threads.get(key), db.posts.where('threadKey').equals(key).toArray()]);
  if (!thread || posts.length === 0) throw new Error(`nothing held of ${key}`);
  await put({ thread, posts, notes: [] }, clipboard);
}

/** One post alone, with who said it, when, and the link to it. */
export async function copyPost(db: TertuliaDatabase, key: PostKey, clipboard = navigator.clipboard): Promise<void> {
  const post = await db.posts.get(key);
  const thread = post && (await db.threads.get(post.threadKey));
  if (!post || !thread) throw new Error(`nothing held of ${key}`);
  await put({ thread, posts: [{ ...post, parentKey: null }], notes: [] }, clipboard);
}

async function put(data: ThreadExport, clipboard: Clipboard): Promise<void> {
  const now = Date.now();
  const options: ExportOptions = { notes: false, readings: false, now, words: exportWords(now) };
  // What is pasted is read by people: no front matter.
  const text = toMarkdown(data, options).replace(/^---\n[\s\S]*?\n---\n+/, '');
  const html = toHtml(data, options);
  await clipboard.write([
    new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    }),
  ]);
}
