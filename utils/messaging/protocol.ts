/** Every message that crosses a context, one interface per direction. Types only: `channel.ts` sends and checks. */
import type { CaptureBatch } from '../core/capture';
import type { SiteHealth } from '../core/desk';
import type { Draft, Suggestions } from '../core/draft';
import type { Marks, PageKeys, PersonCard } from '../core/marks';
import type { AccountKey, PostKey } from '../core/post';

export type { CaptureBatch };

/** Capture script → background. */
export interface FromPage {
  /** First word of a capture script: may I listen here? */
  hello: { request: { url: string }; response: { listening: boolean } };
  /** `ack`: on disk. `refused`: not a post as posts are, and never will be; sending it again is no use. */
  captured: { request: CaptureBatch; response: { ack: PostKey[]; refused?: PostKey[] } };
  /** What may be typed after a slash. */
  shortcuts: { request: Record<string, never>; response: { shortcuts: string[] } };
  /** Ways to answer what a reply box is for. */
  drafts: { request: BoxInHand; response: PageDrafts };
  /** A saved reply by its shortcut, for whoever the box answers. */
  expand: { request: BoxInHand & { shortcut: string }; response: { draft: Draft | null; to: PostKey | null } };
  /** A draft was put in a box: remembered until our reply is heard. */
  put: { request: { postKey: PostKey; draft: string; text: string }; response: { ok: boolean } };
  /** May badges and notes stand in this page, and which keys serve there? */
  marksHere: { request: Record<string, never>; response: { on: boolean; keys: Partial<PageKeys>; single: boolean } };
  marks: { request: { accounts: AccountKey[]; posts: PostKey[] }; response: Marks };
  card: { request: { account: AccountKey }; response: PersonCard };
  /** Notes on a post, and every tag in use. */
  notes: { request: { key: PostKey }; response: { notes: PersonCard['notes']; tags: string[] } };
  note: { request: PageNote; response: { ok: boolean } };
}

/** A note written in a page, on a post or a person of it. */
export interface PageNote {
  kind: 'post' | 'person';
  key: PostKey | AccountKey;
  text: string;
  tags: string[];
  quote?: string;
}

/** Which posts a reply box of the page may answer, likeliest first. */
export interface BoxInHand {
  keys: PostKey[];
  /** The page itself says so of the first. */
  sure: boolean;
  /** Language of the page, for a box that answers nobody known. */
  lang: string | null;
}

/** Drafts for a box of the page, and whom they answer. */
export interface PageDrafts {
  to: { key: PostKey; name: string; text: string; lang: string | null } | null;
  suggestions: Suggestions;
}

/** Background → the page of ours that holds the analysis. */
export interface ToHost {
  drafts: { request: BoxInHand; response: PageDrafts };
  expand: { request: BoxInHand & { shortcut: string }; response: { draft: Draft | null; to: PostKey | null } };
}

/** Extension page → background. */
export interface FromScreen {
  /** After the permission was granted in the click: register, inject into open tabs of the pattern. */
  listen: { request: { pattern: string }; response: { ok: boolean } };
  pause: { request: { pattern: string }; response: { ok: boolean } };
  /** Read one tab once through activeTab. */
  captureOnce: { request: { tabId: number }; response: { ok: boolean; reason?: string } };
  /** The page without a screen has read what was pending and looked for themes: it may be closed. */
  analysed: { request: Record<string, never>; response: { ok: boolean } };
  /** Is the background there at all? A browser that lost track of it wakes nobody, and nothing is heard. */
  awake: { request: Record<string, never>; response: { ok: boolean } };
}

/** What the popup asks the page it stands on. */
export interface PageGlance {
  site: string;
  siteName: string;
  adapter: string;
  /** `from source` adapters say "not yet confirmed on the live site". */
  verified: string;
  listening: boolean;
  health: SiteHealth;
  /** Keys of the posts on the page now. */
  keys: PostKey[];
}

/** Extension page or background → capture script. */
export interface ToPage {
  glance: { request: Record<string, never>; response: PageGlance };
  /** Puts the text at the cursor of the page's own reply box. Never sends. */
  insert: {
    request: { postKey: PostKey; text: string };
    response: { inserted: true } | { inserted: false; reason: 'noBox' | 'notOnPage' | 'refused' };
  };
  /** Most characters an answer to the post may have, as the page says; null: it does not. */
  limit: { request: { postKey: PostKey }; response: { limit: number | null } };
  /** Scrolls the post into view and marks it for a moment. */
  reveal: { request: { postKey: PostKey }; response: { found: boolean } };
  stop: { request: Record<string, never>; response: { stopped: true } };
  /** A permission was given or taken away: ask again whether to listen. */
  recheck: { request: Record<string, never>; response: { asked: true } };
}
