/** ActivityStreams 2.0: the thread as an ordered collection of notes, for programs that speak the fediverse's words. */
import type { Post } from '../core/post';
import { outline } from './outline';
import { cleanText, escapeHtml, oneLine, safeLink, wellFormed } from './plain-text';
import { type ExportOptions, isoTime, notesByTarget, type ThreadExport } from './thread-export';

/** Ids of our own: a permalink may be missing, or the same for two posts. */
const idOf = (key: string) => `urn:tertulia:${encodeURIComponent(wellFormed(key))}`;

/** `content` is HTML by the standard, so the words are escaped there; `source` holds them as written. */
const contentOf = (text: string) => `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;

const present = <T extends object>(record: T): Partial<T> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined)) as Partial<T>;

function person({ author }: Post) {
  return present({
    type: 'Person',
    id: safeLink(author.url),
    url: safeLink(author.url),
    name: oneLine(author.name),
    preferredUsername: author.handle === null ? null : oneLine(author.handle),
  });
}

/** The thread as one JSON-LD document. */
export function toActivityStreams(data: ThreadExport, options: ExportOptions): string {
  const { thread, posts } = data;
  const notes = notesByTarget(data.notes);
  const items = outline(posts).map(({ post }) => {
    const text = cleanText(post.text);
    const ownNotes = options.notes ? (notes.get(`post:${post.key}`) ?? []) : [];
    return present({
      type: 'Note',
      id: idOf(post.key),
      url: safeLink(post.url),
      attributedTo: person(post),
      content: contentOf(text),
      contentMap: post.lang ? { [post.lang]: contentOf(text) } : null,
      source: { content: text, mediaType: 'text/plain' },
      inReplyTo: post.parentKey === null ? null : idOf(post.parentKey),
      context: idOf(post.threadKey),
      published: isoTime(post.postedAt),
      updated: isoTime(post.editedAt),
      attachment: post.media?.length
        ? post.media.map((item) =>
            present({ type: 'Link', href: safeLink(item.url), name: item.alt ? oneLine(item.alt) : null }),
          )
        : null,
      // Private notes are ours, about the post: not replies to it.
      'tertulia:notes':
        ownNotes.length > 0
          ? ownNotes.map(({ text, tags }) => ({ text: cleanText(text), tags: tags.map(oneLine) }))
          : null,
    });
  });
  const collection = present({
    '@context': ['https://www.w3.org/ns/activitystreams', { tertulia: 'urn:tertulia:' }],
    type: 'OrderedCollection',
    id: idOf(thread.key),
    url: safeLink(thread.url),
    name: oneLine(thread.title),
    published: isoTime(options.now),
    totalItems: items.length,
    orderedItems: items,
  });
  return `${JSON.stringify(collection, null, 2)}\n`;
}
