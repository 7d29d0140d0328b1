/**
 * Whether two accounts may be one person: reasons for and against, each to be shown. Proposed only where the reasons are of two
 * kinds or one of them is their own word; the user decides. To miss one costs little, to join two people costs a relation.
 */
import { fold } from '../core/normalize';
import type { AccountKey } from '../core/post';

/** One account, as far as it can be compared. */
export interface Known {
  account: AccountKey;
  site: string;
  name: string;
  handle: string | null;
  url: string | null;
}

/** What somebody writes like, from posts held. */
export interface Habits {
  posts: number;
  /** Language → posts in it. */
  langs: Readonly<Record<string, number>>;
  /** Posts by hour of the day, UTC. */
  hours: readonly number[];
  /** Addresses in what they wrote. */
  links: readonly string[];
  /** Accounts they answered or named. */
  spokeTo: ReadonlySet<AccountKey>;
}

export type SameReason = 'link' | 'handle' | 'name' | 'handleIsName' | 'language' | 'hours';
export type SameConflict = 'talked' | 'sameSite' | 'otherName' | 'otherLanguage';

export interface Likeness {
  reasons: SameReason[];
  conflicts: SameConflict[];
}

export interface Proposal extends Likeness {
  account: AccountKey;
  name: string;
  handle: string | null;
  site: string;
  url: string | null;
}

/** More accounts of one name than this: it is a common name and says nothing. */
const COMMON = 3;
const LONG_HANDLE = 6;
const SHORT_HANDLE = 4;
/** Posts before one can speak of somebody's languages, and of their hours. */
const ENOUGH_LANG = 5;
const ENOUGH_HOURS = 20;
const LIKE_HOURS = 0.8;

/** A name or handle without what sites do to it: case, accents, dots, underscores, the host of a federated one. */
export const plain = (text: string): string =>
  fold(text.replace(/^@/, '').replace(/@.*$/, '')).replace(/[^\p{L}\p{N}]/gu, '');

const wordsOf = (name: string): string[] =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);

/** Under what an account is looked up: handle and name, each in plain form. */
export function lookedUpBy({ handle, name }: Pick<Known, 'handle' | 'name'>): string[] {
  const forms = [plain(handle ?? ''), plain(name)].filter((form) => form.length >= SHORT_HANDLE);
  return [...new Set(forms)];
}

/** An address as it is compared: without scheme, `www.`, query and last slash. */
export const plainLink = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');

/** How many accounts share a form: what a common name is known by. */
export type Shared = (form: string) => number;

/** Likeness of two accounts; null where it is not enough to ask about. */
export function likeness(a: Known, b: Known, of: { a: Habits; b: Habits }, shared: Shared): Likeness | null {
  const isRare = (form: string) => form.length >= SHORT_HANDLE && shared(form) <= COMMON;
  const reasons: SameReason[] = [];
  const conflicts: SameConflict[] = [];
  const handles = [plain(a.handle ?? ''), plain(b.handle ?? '')] as const;
  const names = [plain(a.name), plain(b.name)] as const;
  const isNamed = (one: Known) => wordsOf(one.name).length >= 2;

  if (leadsTo(of.a, b) || leadsTo(of.b, a)) reasons.push('link');
  if (handles[0] !== '' && handles[0] === handles[1] && isRare(handles[0])) reasons.push('handle');
  if (names[0] === names[1] && isNamed(a) && isNamed(b) && isRare(names[0])) reasons.push('name');
  if (!reasons.includes('handle') && !reasons.includes('name')) {
    const one = handles[0] === names[1] && isNamed(b) && isRare(handles[0]);
    const other = handles[1] === names[0] && isNamed(a) && isRare(handles[1]);
    if (one || other) reasons.push('handleIsName');
  }
  const language = languages(of.a, of.b);
  if (language === 'same') reasons.push('language');
  if (language === 'other') conflicts.push('otherLanguage');
  if (of.a.posts >= ENOUGH_HOURS && of.b.posts >= ENOUGH_HOURS && cosine(of.a.hours, of.b.hours) >= LIKE_HOURS)
    reasons.push('hours');

  if (of.a.spokeTo.has(b.account) || of.b.spokeTo.has(a.account)) conflicts.push('talked');
  if (a.site === b.site) conflicts.push('sameSite');
  if (isNamed(a) && isNamed(b) && !shareAWord(a.name, b.name)) conflicts.push('otherName');
  return isWorthAsking(reasons, conflicts, handles[0]) ? { reasons, conflicts } : null;
}

function isWorthAsking(reasons: readonly SameReason[], conflicts: readonly SameConflict[], handle: string): boolean {
  const has = (reason: SameReason) => reasons.includes(reason);
  const strong = ['link', 'handle', 'name', 'handleIsName'].filter((one) => has(one as SameReason)).length;
  if (strong === 0) return false;
  // One asks oneself nothing in public: whoever did is two, unless one of them says otherwise.
  if (conflicts.includes('talked') || conflicts.length > 1) return has('link') && strong > 1;
  if (conflicts.length === 1) return strong > 1;
  if (has('link') || strong > 1) return true;
  if (has('handle')) return handle.length >= LONG_HANDLE || (has('language') && has('hours'));
  return has('language') || has('hours');
}

function leadsTo(from: Habits, to: Known): boolean {
  if (!to.url) return false;
  const address = plainLink(to.url);
  // The front page of a site is nobody's profile.
  return address.includes('/') && from.links.some((link) => plainLink(link) === address);
}

function languages(a: Habits, b: Habits): 'same' | 'other' | null {
  const [one, other] = [mainLanguage(a), mainLanguage(b)];
  if (!one || !other) return null;
  return one === other ? 'same' : 'other';
}

/** The language of three posts in four; null where one cannot say. */
function mainLanguage({ langs }: Habits): string | null {
  const list = Object.entries(langs).sort((a, b) => b[1] - a[1]);
  const total = list.reduce((sum, [, count]) => sum + count, 0);
  const [first] = list;
  return first && total >= ENOUGH_LANG && first[1] / total >= 0.75 ? first[0] : null;
}

function cosine(a: readonly number[], b: readonly number[]): number {
  let [both, one, other] = [0, 0, 0];
  for (let hour = 0; hour < 24; hour++) {
    // An hour and its neighbours: nobody keeps to the minute.
    const near = (list: readonly number[]) =>
      (list[hour] ?? 0) + ((list[(hour + 23) % 24] ?? 0) + (list[(hour + 1) % 24] ?? 0)) / 2;
    both += near(a) * near(b);
    one += near(a) ** 2;
    other += near(b) ** 2;
  }
  return one > 0 && other > 0 ? both / Math.sqrt(one * other) : 0;
}

function shareAWord(a: string, b: string): boolean {
  const words = new Set(wordsOf(a));
  return wordsOf(b).some((word) => words.has(word));
}
