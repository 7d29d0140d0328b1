/**
 * Whether two accounts may be one person: reasons for and against, each to be shown. Proposed only where the reasons are of two
 * kinds or one of them is their own word; the user decides. To miss one costs little, to join two people costs a relation.
 */
import { fold } from '../core/normalize';
import type { AccountKey } from '../core/post';
import { countWords } from '../core/profile';

/** One account, as far as it can be compared. */
export interface Known {
  account: AccountKey;
  site: string;
  name: string;
  handle: string | null;
  url: string | null;
  profile?: Told;
}

/** What they say of themselves on their profile, where it was seen. */
export interface Told {
  /** The profile's own address. */
  url: string | null;
  links: readonly string[];
  /** Of their picture: as it stands there, and what `pictureSays` leaves of it. */
  alt?: string;
  picture: string;
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

/**
 * `profile`: their names lead to one address, which on some sites is whatever they wrote in their profile. `bio`: what one says of
 * themselves leads to the other, or both lead to one address. `avatar`: their pictures are described in the same words.
 */
export type SameReason =
  | 'link'
  | 'bio'
  | 'profile'
  | 'handle'
  | 'name'
  | 'handleIsName'
  | 'avatar'
  | 'language'
  | 'hours';
export type SameConflict = 'talked' | 'sameSite' | 'otherName' | 'otherLanguage';

export interface Likeness {
  reasons: SameReason[];
  conflicts: SameConflict[];
  /** To be shown: the link of `bio`, the words of `avatar`. */
  shown?: { bio?: string; avatar?: string };
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
/** Fewer words describe many pictures. */
const FEWEST_PICTURED = 3;

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

/** Parameters that name no one: who followed the link, and in which language. */
const NOBODYS = /^(?:utm_\w+|fbclid|gclid|igshid?|ref|ref_src|source|lang|hl|si|s|t|tab)(?:=|$)/;

/** An address as it is compared: without scheme, `www.`, last slash, and what in the query names nobody. */
export function plainLink(url: string): string {
  const [address = '', query] = url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/#.*$/, '')
    .split(/\?(.*)/s);
  const named = query?.split('&').filter((pair) => pair !== '' && !NOBODYS.test(pair)) ?? [];
  return address.replace(/\/+$/, '') + (named.length > 0 ? `?${named.sort().join('&')}` : '');
}

/**
 * How many accounts share a form of a name or the plain form of an address as their own (`name`); whose bio leads to an address
 * (`bio`); whose picture is described so (`avatar`): what a common one is known by.
 */
export type Shared = (form: string, by: 'name' | 'bio' | 'avatar') => number;

/** Likeness of two accounts; null where it is not enough to ask about. */
export function likeness(a: Known, b: Known, of: { a: Habits; b: Habits }, shared: Shared): Likeness | null {
  const isRare = (form: string) => form.length >= SHORT_HANDLE && shared(form, 'name') <= COMMON;
  const reasons: SameReason[] = [];
  const conflicts: SameConflict[] = [];
  const handles = [plain(a.handle ?? ''), plain(b.handle ?? '')] as const;
  const names = [plain(a.name), plain(b.name)] as const;
  const isNamed = (one: Known) => wordsOf(one.name).length >= 2;

  if (leadsTo(of.a.links, b) || leadsTo(of.b.links, a)) reasons.push('link');
  const ledTo = bioBetween(a, b, shared) ?? bioBetween(b, a, shared);
  const bio = ledTo ?? bioOfBoth(a, b, shared);
  if (bio) reasons.push('bio');
  if (a.site !== b.site && a.url && b.url && plainLink(a.url) === plainLink(b.url) && isRare(plainLink(a.url)))
    reasons.push('profile');
  if (handles[0] !== '' && handles[0] === handles[1] && isRare(handles[0])) reasons.push('handle');
  if (names[0] === names[1] && isNamed(a) && isNamed(b) && isRare(names[0])) reasons.push('name');
  if (!reasons.includes('handle') && !reasons.includes('name')) {
    const one = handles[0] === names[1] && isNamed(b) && isRare(handles[0]);
    const other = handles[1] === names[0] && isNamed(a) && isRare(handles[1]);
    if (one || other) reasons.push('handleIsName');
  }
  const picture = a.profile?.picture ?? '';
  const isPictured = countWords(picture) >= FEWEST_PICTURED && picture === b.profile?.picture;
  const avatar = isPictured && shared(picture, 'avatar') <= COMMON ? b.profile?.alt : undefined;
  if (avatar) reasons.push('avatar');
  const language = languages(of.a, of.b);
  if (language === 'same') reasons.push('language');
  if (language === 'other') conflicts.push('otherLanguage');
  if (of.a.posts >= ENOUGH_HOURS && of.b.posts >= ENOUGH_HOURS && cosine(of.a.hours, of.b.hours) >= LIKE_HOURS)
    reasons.push('hours');

  if (of.a.spokeTo.has(b.account) || of.b.spokeTo.has(a.account)) conflicts.push('talked');
  if (a.site === b.site) conflicts.push('sameSite');
  if (isNamed(a) && isNamed(b) && !shareAWord(a.name, b.name)) conflicts.push('otherName');
  // One address in both may be a club's or an employer's: it is asked about with something else beside it.
  if (bio && !ledTo && reasons.length === 1) return null;
  if (!isWorthAsking(reasons, conflicts, handles[0])) return null;
  const shown = { ...(bio && { bio }), ...(avatar && { avatar }) };
  return { reasons, conflicts, ...(Object.keys(shown).length > 0 && { shown }) };
}

function isWorthAsking(reasons: readonly SameReason[], conflicts: readonly SameConflict[], handle: string): boolean {
  const has = (reason: SameReason) => reasons.includes(reason);
  // A word of theirs is one, wherever it stands: partners and colleagues put each other and one address in every place.
  const isOwnWord = has('link') || has('bio');
  const kinds: SameReason[] = has('bio') ? NAMED : ['profile', ...NAMED];
  const strong = kinds.filter(has).length + (isOwnWord ? 1 : 0);
  if (strong === 0) return false;
  // One asks oneself nothing in public: whoever did is two, unless one of them says otherwise.
  if (conflicts.includes('talked') || conflicts.length > 1) return isOwnWord && strong > 1;
  if (conflicts.length === 1) return strong > 1;
  if (isOwnWord || has('profile') || strong > 1) return true;
  if (has('handle')) return handle.length >= LONG_HANDLE || has('avatar') || (has('language') && has('hours'));
  return has('avatar') || has('language') || has('hours');
}

const NAMED: SameReason[] = ['handle', 'name', 'handleIsName'];

/** The addresses of an account, plain: its name's, its profile's. */
export function addressesOf({ url, profile }: Known): string[] {
  return [...new Set([url, profile?.url].flatMap((one) => (one ? [plainLink(one)] : [])))];
}

function leadsTo(links: readonly string[], { url }: Known): boolean {
  if (!url) return false;
  const address = plainLink(url);
  // The front page of a site is nobody's profile.
  return address.includes('/') && links.some((link) => plainLink(link) === address);
}

/** The link by which what one says of themselves leads to the other; not to somebody whom many link. */
function bioBetween(from: Known, to: Known, shared: Shared): string | null {
  const theirs = new Set(addressesOf(to));
  for (const own of addressesOf(from)) theirs.delete(own);
  const isTheirs = (form: string) =>
    theirs.has(form) && shared(form, 'name') <= COMMON && shared(form, 'bio') <= COMMON && form !== plainLink(to.site);
  return from.profile?.links.find((link) => isTheirs(plainLink(link))) ?? null;
}

/** A link both put there, which few do and which is no account here: a third person's would make two of their friends one. */
function bioOfBoth(a: Known, b: Known, shared: Shared): string | null {
  const forms = new Set(a.profile?.links.map(plainLink));
  const isBoths = (form: string) =>
    forms.has(form) && shared(form, 'bio') <= COMMON && shared(form, 'name') === 0 && form !== plainLink(a.site);
  return b.profile?.links.find((link) => isBoths(plainLink(link))) ?? null;
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
