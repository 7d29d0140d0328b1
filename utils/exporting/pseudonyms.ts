/**
 * People under invented names: the same person the same name in every file, as long as the key is the same, and no way back
 * without it. Names, handles, links and @mentions are replaced wherever they stand; what people say about themselves in
 * their own words cannot be known, and stays (`docs/formats.md` says so).
 */
import type { Note, Person } from '../core/desk';
import { accountKey } from '../core/keys';
import { fold } from '../core/normalize';
import type { AccountKey, Author, Post } from '../core/post';
import { FAMILY, GIVEN } from './invented-names';
import type { ThreadExport } from './thread-export';

/** Where links to people and to what they said lead: a host that can never be. */
const NOWHERE = 'https://pseudonym.invalid';

interface Alias {
  name: string;
  given: string;
  handle: string;
}

/** HMAC under a key that never leaves the profile. Gathered before anything is written: the browser's is asynchronous. */
export class Pseudonyms {
  private readonly aliases = new Map<AccountKey, Alias>();
  private readonly ids = new Map<string, string>();
  /** Folded name or handle → alias, the longest first. */
  private readonly spoken = new Map<string, Alias>();
  private names: RegExp | null = null;
  private readonly handles = new Map<string, Alias>();
  private readonly hosts = new Set<string>();

  constructor(private readonly key: CryptoKey) {}

  /** All that will be replaced has to be seen first, thread by thread. */
  async learn(data: Pick<ThreadExport, 'posts' | 'thread' | 'people' | 'notes'>): Promise<void> {
    for (const post of data.posts) {
      await this.learnAuthor(post.site, post.author);
      for (const id of [post.nativeId, post.key, post.threadKey, post.parentKey, post.url]) await this.learnId(id);
      for (const handle of [
        ...(post.mentions ?? []),
        ...called(post.text),
        ...(post.history ?? []).flatMap((w) => called(w.text)),
      ])
        await this.learnAuthor(post.site, { name: handle, handle, url: null });
      for (const { author } of post.quotes ?? []) if (author) await this.learnQuoted(post.site, author);
      this.learnHost(post.url);
      for (const { url } of post.media ?? []) await this.learnId(url);
    }
    for (const id of [data.thread.key, data.thread.url]) await this.learnId(id);
    for (const note of data.notes) {
      await this.learnId(note.id);
      await this.learnId(note.target.slice(note.target.indexOf(':') + 1));
    }
    for (const person of data.people ?? []) {
      await this.learnId(person.id);
      const [first] = person.accounts;
      if (first) this.speak(person.name, await this.aliasOf(first));
    }
    this.names = null;
  }

  private async learnQuoted(site: string, author: string): Promise<void> {
    if (!this.spoken.has(fold(author))) await this.learnAuthor(site, { name: author, handle: null, url: null });
  }

  private async learnAuthor(site: string, author: Author): Promise<void> {
    const account = accountKey(site, author);
    await this.learnId(account);
    const alias = await this.aliasOf(account);
    this.speak(author.name, alias);
    if (author.handle) {
      this.handles.set(author.handle.toLowerCase(), alias);
      this.speak(author.handle, alias);
    }
    this.learnHost(author.url);
  }

  private speak(name: string, alias: Alias): void {
    const folded = fold(name);
    if (folded.length < 2) return;
    if (!this.spoken.has(folded)) this.spoken.set(folded, alias);
    // "Gracias, Nerea": people are called by the first of their names.
    const [first] = folded.split(' ');
    if (first && first !== folded && first.length > 2 && !this.spoken.has(first)) this.spoken.set(first, alias);
  }

  private learnHost(url: string | null): void {
    if (url && URL.canParse(url)) this.hosts.add(new URL(url).host);
  }

  private async aliasOf(account: AccountKey): Promise<Alias> {
    const known = this.aliases.get(account);
    if (known) return known;
    const bytes = await this.digest(`account ${account}`);
    const number = (at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    const given = GIVEN[number(0) % GIVEN.length] as string;
    const family = FAMILY[number(2) % FAMILY.length] as string;
    const tail = number(4).toString(36).padStart(4, '0');
    const alias = { given, name: `${given} ${family}`, handle: `${fold(given)}_${fold(family)}_${tail}` };
    this.aliases.set(account, alias);
    return alias;
  }

  private async learnId(id: string | null): Promise<void> {
    if (id === null || this.ids.has(id)) return;
    const bytes = await this.digest(`id ${id}`);
    this.ids.set(id, [...bytes.subarray(0, 9)].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  }

  private async digest(text: string): Promise<Uint8Array> {
    return new Uint8Array(await crypto.subtle.sign('HMAC', this.key, new TextEncoder().encode(text)));
  }

  private id(id: string): string {
    return this.ids.get(id) ?? 'unknown';
  }

  private keyOf(site: string, key: string): string {
    return `${site}:${this.id(key)}`;
  }

  private author(site: string, author: Author): Author {
    const alias = this.aliases.get(accountKey(site, author));
    const handle = alias?.handle ?? 'unknown';
    return { name: alias?.name ?? '?', handle, url: `${NOWHERE}/u/${handle}` };
  }

  /** Words with everybody in them under their invented names. */
  text(text: string): string {
    return this.unnamed(this.unlinked(text).replace(CALLED, (_, handle: string) => this.callOf(handle)));
  }

  private callOf(handle: string): string {
    const alias = this.handles.get(handle.toLowerCase());
    return `@${alias?.handle ?? 'unknown'}`;
  }

  /** Links into the sites people speak on name them, or lead to them; and an address of mail is somebody's. */
  private unlinked(text: string): string {
    return text
      .replace(/\bhttps?:\/\/[^\s<>"')\]]+/gi, (link) => (this.isTelling(link) ? `${NOWHERE}/link` : link))
      .replace(/[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,4}\p{L}{2,24}/gu, 'someone@pseudonym.invalid');
  }

  private isTelling(link: string): boolean {
    if (!URL.canParse(link)) return true;
    const url = new URL(link);
    if (this.hosts.has(url.host)) return true;
    const words = fold(decode(`${url.host}${url.pathname}${url.search}`)).split(/[^\p{L}\p{N}]+/u);
    const folded = ` ${words.join(' ')} `;
    return [...this.handles.keys()].some((handle) => folded.includes(` ${spaced(handle)} `));
  }

  private unnamed(text: string): string {
    if (this.spoken.size === 0) return text;
    this.names ??= pattern([...this.spoken.keys()]);
    // Compared folded, replaced as written: the folded text is kept in step sign by sign.
    const signs = [...text];
    const folded = signs.map((sign) => fold(sign) || sign.toLowerCase());
    const starts: number[] = [];
    let length = 0;
    for (const sign of folded) {
      starts.push(length);
      length += sign.length;
    }
    const whole = folded.join('');
    let out = '';
    let at = 0;
    for (const match of whole.matchAll(this.names)) {
      const name = match[0];
      const alias = this.spoken.get(name.replace(/\s+/g, ' '));
      const from = starts.indexOf(match.index);
      if (!alias || from < at || from < 0) continue;
      let to = from;
      while (to < signs.length && (starts[to] ?? 0) < match.index + name.length) to++;
      // One word may be any word: it is a name only where it is written as one.
      const isOne = !/[\s\d_.-]/.test(name);
      const first = signs[from] ?? '';
      if (isOne && first === first.toLowerCase() && first !== first.toUpperCase()) continue;
      out += signs.slice(at, from).join('') + (isOne ? alias.given : alias.name);
      at = to;
    }
    return out + signs.slice(at).join('');
  }

  private post(post: Post): Post {
    const { site } = post;
    const { part: _part, said: _said, heardOn: _heardOn, ...rest } = post;
    const id = this.id(post.nativeId);
    const author = this.author(site, post.author);
    return {
      ...rest,
      key: this.keyOf(site, post.key),
      nativeId: id,
      url: `${NOWHERE}/p/${this.id(post.key)}`,
      threadKey: this.keyOf(site, post.threadKey),
      threadTitle: this.text(post.threadTitle),
      parentKey: post.parentKey && this.keyOf(site, post.parentKey),
      author,
      authorKey: accountKey(site, author),
      text: this.text(post.text),
      ...(post.quotes && {
        quotes: post.quotes.map((quote) => ({
          text: this.text(quote.text),
          ...(quote.author && { author: this.spoken.get(fold(quote.author))?.name ?? '?' }),
        })),
      }),
      ...(post.mentions && { mentions: post.mentions.map((handle) => this.callOf(handle).slice(1)) }),
      ...(post.media && {
        media: post.media.map(({ url, alt }) => ({
          url: `${NOWHERE}/m/${this.id(url)}`,
          ...(alt && { alt: this.text(alt) }),
        })),
      }),
      ...(post.history && { history: post.history.map((wording) => ({ ...wording, text: this.text(wording.text) })) }),
    };
  }

  note(note: Note): Note {
    const kind = note.target.slice(0, note.target.indexOf(':'));
    const key = note.target.slice(kind.length + 1);
    const site = key.slice(0, key.indexOf(':'));
    return {
      ...note,
      id: this.id(note.id),
      target: `${kind as 'post'}:${kind === 'post' || kind === 'thread' ? this.keyOf(site, key) : this.id(key)}`,
      text: this.text(note.text),
      tags: note.tags.map((tag) => this.text(tag)),
      ...(note.quote && { quote: this.text(note.quote) }),
    };
  }

  private person(person: Person): Person {
    const aliases = person.accounts.map((account) => ({ account, alias: this.aliases.get(account) }));
    // Whom they are not is of no use to a reader, and names somebody.
    const { apart: _, ...rest } = person;
    return {
      ...rest,
      id: this.id(person.id),
      name: aliases.find(({ alias }) => alias)?.alias?.name ?? '?',
      accounts: aliases.map(
        ({ account, alias }) => `${account.slice(0, account.indexOf(':'))}:${alias?.handle ?? 'unknown'}`,
      ),
    };
  }

  /** The conversation with nobody in it. What drove a reading points into the words as they were, and goes. */
  apply(data: ThreadExport): ThreadExport {
    const { thread } = data;
    return {
      thread: {
        ...thread,
        key: this.keyOf(thread.site, thread.key),
        url: `${NOWHERE}/t/${this.id(thread.key)}`,
        title: this.text(thread.title),
      },
      posts: data.posts.map((post) => this.post(post)),
      notes: data.notes.map((note) => this.note(note)),
      ...(data.readings && {
        readings: data.readings.map((reading) => ({
          ...reading,
          key: this.keyOf(thread.site, reading.key),
          fingerprint: '',
          evidence: [],
        })),
      }),
      ...(data.people && { people: data.people.map((person) => this.person(person)) }),
    };
  }
}

const CALLED =
  /(?<![\p{L}\p{N}_./@])@([\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,80}[\p{L}\p{N}_])?)(?:@[\p{L}\p{N}.-]{1,80}[\p{L}\p{N}])?/gu;

function called(text: string): string[] {
  return [...text.matchAll(CALLED)].map((match) => match[1] as string);
}

const spaced = (text: string): string => text.split(/[^\p{L}\p{N}]+/u).join(' ');

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** All names as one pattern, the longest first, never inside a word. */
function pattern(names: string[]): RegExp {
  const escaped = names
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${escaped.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
}

/** A key of the profile's own; the same bytes, the same names. */
export function pseudonymKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}
