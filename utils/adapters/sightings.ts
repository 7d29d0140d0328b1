/** What was already read on this page: which posts are news, which elements could not be read, and where a post stands. */
import { checksum } from '../core/keys';
import type { HeardPost, PostKey } from '../core/post';
import type { Reading } from './harvest';

export interface Sightings {
  /** Takes note of a reading; gives the post when it says something not yet sent. */
  note(item: Element, reading: Reading): HeardPost | null;
  readonly onPage: number;
  readonly read: number;
  readonly faults: number;
  readonly missing: Record<string, number>;
  /** Different posts noted so far, and elements looked at: for the caps. A post may stand in several, one after the other. */
  readonly posts: number;
  readonly elements: number;
  hasRead(item: Element): boolean;
  /** Keys of posts whose elements are on the page now. */
  keys(): PostKey[];
  elementOf(key: PostKey): Element | null;
  /** Starts counting anew: another page of the same document. What was sent stays sent. */
  turnPage(): void;
}

interface Sighting {
  fingerprint: number;
  length: number;
  truncated: boolean;
  element: WeakRef<Element>;
}

/** `''` read, otherwise the field that is missing; null: looked at, and no post. */
type Status = string | null;

/** Sent posts remembered; beyond it the oldest may be sent once more, which the store takes as another sighting. */
const MOST_REMEMBERED = 40_000;

export function createSightings(): Sightings {
  const known = new Map<PostKey, Sighting>();
  let statuses = new WeakMap<Element, Status>();
  let elements = 0;
  let posts = 0;
  let onPage = 0;
  let read = 0;
  let faults = 0;
  let missing: Record<string, number> = {};

  function count(status: Status | undefined, by: 1 | -1): void {
    if (status === undefined || status === null) return;
    onPage += by;
    if (status === '') read += by;
    else {
      faults += by;
      const left = (missing[status] ?? 0) + by;
      if (left) missing[status] = left;
      else delete missing[status];
    }
  }

  return {
    note(item, reading) {
      const status = reading.post ? '' : (reading.missing ?? null);
      const before = statuses.get(item);
      if (before === undefined) elements++;
      if (status !== before) {
        count(before, -1);
        count(status, 1);
        statuses.set(item, status);
      }
      const post = reading.post;
      if (!post) return null;
      const fingerprint = fingerprintOf(post);
      const old = known.get(post.key);
      if (old) {
        const element = old.element.deref();
        // A copy elsewhere on the page: only when it says more.
        if (element && element !== item && element.isConnected) {
          const isFuller = old.truncated === Boolean(post.truncated) ? post.text.length > old.length : old.truncated;
          if (!isFuller) return null;
        } else if (old.fingerprint === fingerprint) {
          if (element !== item) old.element = new WeakRef(item);
          return null;
        }
        known.delete(post.key);
      } else posts++;
      known.set(post.key, {
        fingerprint,
        length: post.text.length,
        truncated: Boolean(post.truncated),
        element: new WeakRef(item),
      });
      if (known.size > MOST_REMEMBERED) known.delete(known.keys().next().value as PostKey);
      return old?.fingerprint === fingerprint ? null : post;
    },
    get onPage() {
      return onPage;
    },
    get read() {
      return read;
    },
    get faults() {
      return faults;
    },
    get missing() {
      return { ...missing };
    },
    get posts() {
      return posts;
    },
    get elements() {
      return elements;
    },
    hasRead: (item) => statuses.has(item),
    keys() {
      const keys: PostKey[] = [];
      for (const [key, { element }] of known) if (element.deref()?.isConnected) keys.push(key);
      return keys;
    },
    elementOf(key) {
      const element = known.get(key)?.element.deref();
      return element?.isConnected ? element : null;
    },
    turnPage() {
      statuses = new WeakMap();
      elements = posts = onPage = read = faults = 0;
      missing = {};
    },
  };
}

/** Same words, same fingerprint. Likes tick and "3 h ago" moves: neither is news. Parts are not joined: that would cost more. */
export function fingerprintOf(post: HeardPost): number {
  const { author, quotes, media, counts } = post;
  const moving = post.postedAtSource === 'relative';
  const small = `${moving ? '' : post.postedAt} ${post.postedAtSource} ${counts?.replies} ${post.truncated} ${post.sponsored}`;
  let sum = checksum(post.text, checksum(small));
  const add = (part: string | null | undefined) => {
    sum = checksum(part ?? '', sum);
  };
  add(post.url);
  add(post.threadKey);
  add(post.threadTitle);
  add(post.parentKey);
  add(author.name);
  add(author.handle);
  add(author.url);
  if (quotes)
    for (const quote of quotes) {
      add(quote.author);
      add(quote.text);
    }
  if (media)
    for (const { url, alt } of media) {
      add(url);
      add(alt);
    }
  return sum;
}
