/** Markdown: a thread as nested quotes under front matter, to read, keep in notes or send. */
import type { Note } from '../core/desk';
import { frontMatterValue, markdownInline, markdownLines, markdownLink } from './markdown-text';
import { type OutlineRow, outlineWithGaps } from './outline';
import { type ExportOptions, isoTime, notesByTarget, type ThreadExport } from './thread-export';

/** Deeper replies stay at this depth and name whom they answer: readable, and no line of 10,000 `>`. */
const MAX_DEPTH = 8;

/** Blocks of a post, without its quote marks: byline, words, what it repeats, pictures, notes. */
function postBlocks(row: OutlineRow, notes: Note[], { words, notes: withNotes }: ExportOptions): string[][] {
  const { post } = row;
  const name = post.author.name || post.author.handle || '?';
  const handle = post.author.handle && post.author.handle !== post.author.name ? `(${post.author.handle})` : '';
  const byline = [
    `**${markdownInline(name)}**${handle && ` ${markdownInline(handle)}`}`,
    post.ours ? markdownInline(words.us) : '',
    row.parent && row.depth > MAX_DEPTH ? markdownInline(words.to(row.parent.author.name)) : '',
    markdownLink(isoTime(post.postedAt) ? words.when(post.postedAt!) : post.site, post.url),
    post.editedAt || post.history?.length ? markdownInline(words.edited) : '',
  ];
  const blocks = [[byline.filter(Boolean).join(' · ')]];
  for (const quote of post.quotes ?? []) {
    const said = [`*${markdownInline(words.quoted(quote.author ?? null))}*`, '', ...markdownLines(quote.text)];
    blocks.push(said.map((line) => (line === '' ? '>' : `> ${line}`)));
  }
  blocks.push(markdownLines(post.text));
  // As links, never as pictures: opening the file must fetch nothing.
  for (const media of post.media ?? []) blocks.push([markdownLink(media.alt || words.picture, media.url)]);
  if (withNotes) for (const note of notes) blocks.push(...noteBlocks(note, words));
  return blocks.filter((block) => block.length > 0);
}

function noteBlocks(note: Note, words: ExportOptions['words']): string[][] {
  const tags = note.tags.map(markdownInline).join(', ');
  const head = `**${markdownInline(words.note)}** · ${markdownInline(words.when(note.updatedAt))}`;
  return [
    [tags ? `${head} · ${markdownInline(words.tags)} ${tags}` : head],
    ...(note.quote ? [markdownLines(note.quote).map((line) => `> ${line}`.trimEnd())] : []),
    markdownLines(note.text),
  ];
}

/** A note that stands by itself, as lines with an empty one after. */
export function markdownNote(note: Note, words: ExportOptions['words']): string[] {
  return [...quoteBlocks(noteBlocks(note, words), 0), ''];
}

/** Lines of blocks at a depth: an empty line between, the quote's marks before each. */
function quoteBlocks(blocks: string[][], depth: number): string[] {
  const mark = '> '.repeat(depth);
  return blocks
    .flatMap((block, i) => (i === 0 ? block : ['', ...block]))
    .map((line) => (line === '' ? mark.trimEnd() : mark + line));
}

type FrontMatter = [string, string | number | null][];

/** Lines that programs read before people do. */
export function frontMatter(fields: FrontMatter): string[] {
  return ['---', ...fields.map(([name, value]) => `${name}: ${frontMatterValue(value)}`), '---', ''];
}

/** The thread as one Markdown document. */
export function toMarkdown(data: ThreadExport, options: ExportOptions): string {
  const { thread, posts } = data;
  const front = frontMatter([
    ['title', thread.title],
    ['url', thread.url],
    ['site', thread.site],
    ['posts', posts.length],
    ['claimed', thread.claimed],
    ['looked_at', isoTime(thread.lastSeenAt)],
    ['exported_at', isoTime(options.now)],
  ]);
  return `${front.join('\n')}\n${markdownThread(data, options)}`;
}

/** The thread under its title, without front matter: one of several. */
export function markdownThread(data: ThreadExport, options: ExportOptions, heading = '#'): string {
  const { thread, posts } = data;
  const { words } = options;
  const notes = notesByTarget(data.notes);
  const lines = [
    `${heading} ${markdownLink(thread.title || thread.site, thread.url)}`,
    '',
    markdownInline(`${words.coverage(posts.length, thread.claimed)} · ${words.lookedAt(thread.lastSeenAt)}`),
    '',
  ];
  if (options.notes) {
    for (const note of notes.get(`thread:${thread.key}`) ?? []) lines.push(...markdownNote(note, words));
  }
  let previous = 0;
  for (const [i, row] of outlineWithGaps(posts).entries()) {
    const depth = row === null ? 0 : Math.min(row.depth, MAX_DEPTH);
    if (depth === 0 && i > 0) lines.push('', '---');
    // An empty line at the depth both share: a reply goes on in its parent's quote, a sibling begins a new one.
    if (i > 0) lines.push('> '.repeat(depth > previous ? previous : Math.max(depth - 1, 0)).trimEnd());
    if (row === null) lines.push(`*… ${markdownInline(words.unseen)}*`);
    else lines.push(...quoteBlocks(postBlocks(row, notes.get(`post:${row.post.key}`) ?? [], options), depth));
    previous = depth;
  }
  return `${lines.join('\n')}\n`;
}
