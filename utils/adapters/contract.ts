/**
 * One file is one site. An adapter reads plain strings inside one post's element and decides nothing else: shared code
 * (`resolve.ts`) resolves links, cleans text, parses times, makes keys; `harvest.ts` walks the page.
 *
 * Key on ids, `time[datetime]`, hrefs, `data-testid`, roles and structure, never on visible words: sites are translated.
 */

/** The page being read. Pure input: document, address and clock are given, nothing is fetched or changed. */
export interface Page {
  readonly document: Document;
  readonly url: URL;
  /** Now, ms UTC: what "3 h ago" counts from. */
  readonly now: number;
  /** A value computed once per harvest (a parent table from indentation, say), so that `extract` stays O(1) per post. */
  memo<T>(name: string, make: () => T): T;
}

/** A moment as the page gives it: the most exact source wins (`machine`, then `id`, then `shown`). */
export interface RawTime {
  /** `datetime`, ISO 8601, RFC 2822, epoch seconds or milliseconds. */
  machine?: string | number | null | undefined;
  /** A platform id that carries its time (see `times/ids.ts`). */
  id?:
    | { scheme: 'x' | 'mastodon' | 'discord' | 'linkedin' | 'tiktok' | 'instagram' | 'bluesky'; value: string }
    | undefined;
  /** The words shown: "hace 3 h", "12-mar-2020, 10:22". */
  shown?: string | null | undefined;
}

export interface RawPost {
  /** Native id, unique on the site. */
  id: string;
  kind?: 'post' | 'reply' | 'review';
  /** Link to this post as written; the page's address with `#id` where the site has none. */
  permalink?: string | null | undefined;
  /** Native id of the conversation. Absent: the post starts one (its own id). */
  threadId?: string | undefined;
  threadTitle?: string | undefined;
  parentId?: string | null | undefined;
  parentInferred?: boolean | undefined;
  author: { name: string; handle?: string | null | undefined; href?: string | null | undefined };
  /** The author's own words (see `dom.ts` `readBody`). */
  text: string;
  quotes?: { author?: string; text: string }[] | undefined;
  lang?: string | null | undefined;
  time?: RawTime | undefined;
  editedTime?: RawTime | undefined;
  counts?: { replies?: number; likes?: number; shares?: number } | undefined;
  media?: { alt?: string; href: string }[] | undefined;
  mentions?: string[] | undefined;
  sponsored?: boolean | undefined;
  truncated?: boolean | undefined;
}

/** A conversation on the page. */
export interface RawThread {
  id: string;
  title: string;
  href?: string | undefined;
  /** Replies the page says there are. */
  expected?: number | null | undefined;
}

/** What somebody says of themselves, as strings of the page; `profile.ts` cleans them and resolves the links. */
export interface RawProfile {
  /** As the author of their posts here: the same handle makes the same account. */
  name: string;
  handle?: string | null | undefined;
  /** The profile's own address; the page's where absent. */
  href?: string | null | undefined;
  bio: string;
  /** Links they put there, as written. Those in the words of the bio are found in them. */
  links: readonly (string | null | undefined)[];
  /** `alt` of their picture. */
  alt?: string | null | undefined;
}

export interface Adapter {
  /** Equals the file name. For a `platform` the site id of a post is `<id>:<host>`… see `resolve.ts`. */
  readonly id: string;
  readonly name: string;
  /** A website; known software on any host; or whatever is left. */
  readonly scope: 'site' | 'platform' | 'generic';
  /** Match patterns of a site: asked for, registered and routed by. Empty for platforms and generic. */
  readonly matches: readonly string[];
  /** Addresses of pages it reads: each must match this adapter and no other. */
  readonly sampleUrls: readonly string[];
  /** Day it was last seen working (`YYYY-MM-DD`), or `from source` where no page was at hand. */
  readonly verified: string;
  /** Where the markup was learnt from, when `verified` is `from source`; `recalled` where it was written from memory of it. */
  readonly source?: string;
  /** Selector of one post. */
  readonly item: string;
  /** Finds posts where no selector can (the generic reader): looks at the whole page, in steps. Wins over `item`. */
  readonly items?: (page: Page) => Generator<undefined, Element[]>;
  /** The element, inside an open shadow root or not, under which posts live; whole document when absent. */
  readonly roots?: (page: Page) => Iterable<ParentNode>;
  /** Recognises a platform by its markup. */
  readonly detect?: (page: Page) => boolean;
  /** Reads one post. null = not a post after all. Throws `MissingField` when a required node is absent. */
  readonly extract: (item: Element, page: Page) => RawPost | null;
  readonly threads?: (page: Page) => RawThread[];
  /** What the person whose page this is says of themselves; null on any other page, told by its address first. Never changes the page. */
  readonly profile?: (page: Page) => RawProfile | null;
  /** The reply box that answers `item` (or the page's only one), as it stands: never clicks to open it. */
  readonly composer?: (item: Element | null, page: Page) => HTMLElement | null;
  /** Most characters a reply may have: fixed, or as the page says by its box. Absent: none is known. */
  readonly limit?: number | ((page: Page, box: HTMLElement | null) => number | null);
  /** Behind a login and not meant for the public: heard only where the user asked for this very site, and marked so. */
  readonly isPrivate?: boolean;
  /** Where the person's badge goes. */
  readonly authorAnchor?: (item: Element) => Element | null;
}

/** A required node is not there: counted as a fault and shown as capture health, never hidden. */
export class MissingField extends Error {
  constructor(readonly field: string) {
    super(`missing ${field}`);
    this.name = 'MissingField';
  }
}

/** Gives the value, or says which field is missing. */
export function required<T>(value: T | null | undefined | '', field: string): T {
  if (value === null || value === undefined || value === '') throw new MissingField(field);
  return value as T;
}
