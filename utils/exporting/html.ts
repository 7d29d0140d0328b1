/**
 * HTML: one file that opens offline, prints, and follows light and dark. No scripts, nothing fetched: all captured text is
 * escaped, and a policy in the file itself forbids what escaping might have missed.
 */
import type { Note } from '../core/desk';
import { isolated } from '../core/hidden';
import { type OutlineRow, outlineWithGaps } from './outline';
import { escapeHtml, oneLine, safeLink } from './plain-text';
import { type ExportOptions, type ExportWords, isoTime, notesByTarget, type ThreadExport } from './thread-export';

/** Indent grows up to here; deeper replies name whom they answer. */
const MAX_DEPTH = 6;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `
:root { color-scheme: light dark; --paper: light-dark(#fbf8f1, #161412); --ink: light-dark(#211d18, #efe8dc); --quiet: light-dark(#6a6156, #a1978a); --rule: light-dark(#e3dbca, #332e28); --ours: light-dark(#2c469b, #aabbfa); --pencil: light-dark(#a97c24, #b8924c); }
h1 ~ h1 { margin-top: 4rem; break-before: page; } body { margin: 0 auto; max-width: 42rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 "Iowan Old Style", Charter, Georgia, serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.28; font-weight: 500; }
article { margin-top: 1.25rem; padding-inline-start: calc(var(--depth, 0) * .875rem); break-inside: avoid; }
.words { white-space: pre-wrap; margin: .25rem 0 0; }
.meta { font: .8125rem/1.4 system-ui, sans-serif; color: var(--quiet); margin: 0; }
.meta b { color: var(--ink); } .meta a, h1 a { color: inherit; }
.gap { margin-top: 1.25rem; }
.said { border-inline-start: 1px solid var(--rule); padding-inline-start: .75rem; margin: .5rem 0; color: var(--quiet); }
.ours .words { border-inline-start: 2px solid var(--ours); padding-inline-start: .75rem; }
.note { border-inline-start: 2px solid var(--pencil); padding-inline-start: .75rem; margin: .5rem 0; font-style: italic; }
${Array.from({ length: MAX_DEPTH + 1 }, (_, depth) => `.d${depth} { --depth: ${depth}; }`).join(' ')}
@media print { body { padding: 0; max-width: none; font-size: 11pt; } :root { color-scheme: light; } }`;

/** Captured words: their direction and language stay their own. */
function wordsHtml(text: string, lang?: string | null): string {
  return `<p class="words" dir="auto"${lang ? ` lang="${escapeHtml(lang)}"` : ''}>${escapeHtml(text)}</p>`;
}

function linkHtml(words: string, url: string | null | undefined): string {
  const link = safeLink(url);
  const shown = `<bdi>${escapeHtml(oneLine(words))}</bdi>`;
  return link === null ? shown : `<a href="${escapeHtml(link)}" rel="noreferrer noopener nofollow">${shown}</a>`;
}

export function noteHtml(note: Note, words: ExportWords): string {
  const tags =
    note.tags.length > 0
      ? ` · ${escapeHtml(words.tags)} ${escapeHtml(note.tags.map((tag) => isolated(oneLine(tag))).join(', '))}`
      : '';
  const quote = note.quote ? `<blockquote class="said">${wordsHtml(note.quote)}</blockquote>` : '';
  const head = `${escapeHtml(words.note)} · ${escapeHtml(words.when(note.updatedAt))}${tags}`;
  return `<aside class="note"><p class="meta">${head}</p>${quote}${wordsHtml(note.text)}</aside>`;
}

function postHtml(row: OutlineRow, notes: Note[], options: ExportOptions): string {
  const { post } = row;
  const { words } = options;
  const byline = [
    `<b><bdi>${escapeHtml(oneLine(post.author.name || post.author.handle || '?'))}</bdi></b>`,
    post.ours ? escapeHtml(words.us) : '',
    row.parent && row.depth > MAX_DEPTH ? escapeHtml(words.to(isolated(oneLine(row.parent.author.name)))) : '',
    linkHtml(isoTime(post.postedAt) ? words.when(post.postedAt!) : post.site, post.url),
    post.editedAt || post.history?.length ? escapeHtml(words.edited) : '',
  ].filter(Boolean);
  const quotes = (post.quotes ?? []).map(
    (quote) =>
      `<blockquote class="said"><p class="meta">${escapeHtml(words.quoted(quote.author ? isolated(oneLine(quote.author)) : null))}</p>${wordsHtml(quote.text)}</blockquote>`,
  );
  const media = (post.media ?? []).map(
    (item) => `<p class="meta">${linkHtml(item.alt || words.picture, item.url)}</p>`,
  );
  return [
    `<article class="d${Math.min(row.depth, MAX_DEPTH)}${post.ours ? ' ours' : ''}">`,
    `<p class="meta">${byline.join(' · ')}</p>`,
    ...quotes,
    wordsHtml(post.text, post.lang),
    ...media,
    ...(options.notes ? notes.map((note) => noteHtml(note, words)) : []),
    '</article>',
  ].join('\n');
}

/** The page up to its first words. */
export function htmlHead(title: string, words: ExportWords): string {
  return `${[
    '<!doctype html>',
    `<html lang="${escapeHtml(words.locale)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(oneLine(title))}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
  ].join('\n')}\n`;
}

export const HTML_END = '</body>\n</html>\n';

/** A thread under its title. */
export function htmlThread(data: ThreadExport, options: ExportOptions): string {
  const { thread, posts } = data;
  const { words } = options;
  const notes = notesByTarget(data.notes);
  const title = oneLine(thread.title || thread.site);
  const coverage = `${words.coverage(posts.length, thread.claimed)} · ${words.lookedAt(thread.lastSeenAt)}`;
  const threadNotes = options.notes ? (notes.get(`thread:${thread.key}`) ?? []) : [];
  return `${[
    `<h1 dir="auto">${linkHtml(title, thread.url)}</h1>`,
    `<p class="meta"><bdi>${escapeHtml(thread.site)}</bdi> · ${escapeHtml(coverage)}</p>`,
    ...threadNotes.map((note) => noteHtml(note, words)),
    ...outlineWithGaps(posts).map((row) =>
      row === null
        ? `<p class="meta gap">… ${escapeHtml(words.unseen)}</p>`
        : postHtml(row, notes.get(`post:${row.post.key}`) ?? [], options),
    ),
  ].join('\n')}\n`;
}

/** The thread as one printable page. */
export function toHtml(data: ThreadExport, options: ExportOptions): string {
  return htmlHead(data.thread.title || data.thread.site, options.words) + htmlThread(data, options) + HTML_END;
}
