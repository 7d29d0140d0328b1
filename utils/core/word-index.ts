/** Which posts hold which words: gives few candidates for a query, of which each is then looked at (`asks`). In memory. */
import { fold } from './normalize';
import type { AccountKey, Post, PostKey } from './post';
import type { Query } from './query-ast';
import { foldedWords } from './words';

type Indexed = Pick<Post, 'key' | 'at' | 'text' | 'author' | 'authorKey' | 'threadKey' | 'threadTitle' | 'site'>;

export interface Author {
  key: AccountKey;
  name: string;
  site: string;
  /** Folded name and handle: what they are looked for by. */
  folded: string;
  posts: number[];
}

/** New words are kept apart until there are so many, and only then sorted in. */
const MOST_NEW = 2_000;
/** So many are quickly put in order. */
const FEW = 1_000;

export class WordIndex {
  private readonly keys: PostKey[] = [];
  private readonly times: number[] = [];
  /** Where each post stands; a post that was edited stands anew, and its place before is nobody's. */
  private readonly known = new Map<PostKey, number>();
  private readonly writers: AccountKey[] = [];
  private readonly prints: number[] = [];
  private readonly postings = new Map<string, number[]>();
  private sorted: string[] = [];
  private fresh: string[] = [];
  private order: number[] = [];
  readonly authors = new Map<AccountKey, Author>();

  get size(): number {
    return this.known.size;
  }

  has(key: PostKey): boolean {
    return this.known.has(key);
  }

  /** Takes a post in; one that is held with other words or another name is held as it is now. */
  add(post: Indexed): void {
    const text = post.key === post.threadKey && post.threadTitle ? `${post.threadTitle}\n${post.text}` : post.text;
    const print = printOf(`${post.author.name}\n${text}`);
    const before = this.known.get(post.key);
    if (before !== undefined) {
      if (this.prints[before] === print && this.writers[before] === post.authorKey) return;
      this.remove(post.key);
    }
    const id = this.keys.length;
    this.keys.push(post.key);
    this.times.push(post.at);
    this.writers.push(post.authorKey);
    this.prints.push(print);
    this.known.set(post.key, id);
    for (const word of new Set(foldedWords(text))) {
      const list = this.postings.get(word);
      if (list) list.push(id);
      else {
        this.postings.set(word, [id]);
        this.fresh.push(word);
      }
    }
    const author = this.authors.get(post.authorKey);
    if (author) author.posts.push(id);
    else {
      const { name, handle } = post.author;
      this.authors.set(post.authorKey, {
        key: post.authorKey,
        name,
        site: post.site,
        folded: fold(`${name} ${handle ?? ''}`),
        posts: [id],
      });
    }
  }

  /** A post that is gone, and with their last one its author. */
  remove(key: PostKey): void {
    const id = this.known.get(key);
    if (id === undefined) return;
    this.known.delete(key);
    const writer = this.writers[id] as AccountKey;
    const author = this.authors.get(writer);
    if (!author) return;
    const at = author.posts.indexOf(id);
    if (at >= 0) author.posts.splice(at, 1);
    if (author.posts.length === 0) this.authors.delete(writer);
  }

  /** Puts in order what was added: whoever asks next need not wait for it. */
  settle(): void {
    this.inOrder();
    this.sortWords();
  }

  /** Posts that may be what is asked for, newest first: never too few. */
  *candidates(query: Query): Generator<PostKey> {
    for (const id of this.newestFirst(this.narrowed(query))) {
      const key = this.keys[id] as PostKey;
      if (this.known.get(key) === id) yield key;
    }
  }

  /** Whoever asks seldom goes far: very many are not put in order, but looked for among all, which are. */
  private *newestFirst(ids: readonly number[] | null): Generator<number> {
    if (ids && ids.length < FEW) {
      yield* ids.toSorted((a, b) => (this.times[b] as number) - (this.times[a] as number));
      return;
    }
    const wanted = ids && this.marks(ids);
    for (const id of this.inOrder()) if (!wanted || wanted[id] === 1) yield id;
  }

  private marks(ids: readonly number[]): Uint8Array {
    const marks = new Uint8Array(this.keys.length);
    for (const id of ids) marks[id] = 1;
    return marks;
  }

  /** All, newest first. Most come so: putting the rest between them costs little. */
  private inOrder(): readonly number[] {
    if (this.order.length < this.keys.length) {
      const added = Array.from({ length: this.keys.length - this.order.length }, (_, i) => this.order.length + i);
      this.order = this.order.concat(added).sort((a, b) => (this.times[b] as number) - (this.times[a] as number));
    }
    return this.order;
  }

  /** null: nothing is known that would narrow it. */
  private narrowed(query: Query): readonly number[] | null {
    switch (query.kind) {
      case 'and':
        return this.inAll(query.parts.map((part) => this.narrowed(part)));
      case 'or': {
        const parts = query.parts.map((part) => this.narrowed(part));
        return parts.some((part) => part === null) ? null : this.union(parts as (readonly number[])[]);
      }
      case 'near':
        return this.inAll(query.parts.map((part) => this.narrowed(part)));
      case 'term':
        return query.words.length === 0 ? null : this.inAll(query.words.map((word) => this.holding(word)));
      case 'author':
        return this.union([...this.authors.values()].filter((one) => by(one, query.value)).map(({ posts }) => posts));
      default:
        return null;
    }
  }

  private inAll(parts: (readonly number[] | null)[]): readonly number[] | null {
    const narrow = parts.filter((part) => part !== null).sort((a, b) => a.length - b.length);
    const [fewest, ...rest] = narrow;
    if (!fewest) return null;
    return rest.reduce<readonly number[]>((left, part) => {
      const held = new Set(part);
      return left.filter((id) => held.has(id));
    }, fewest);
  }

  private holding(word: string): readonly number[] {
    if (!word.endsWith('*')) return this.postings.get(word) ?? [];
    return this.union(this.begunWith(word.slice(0, -1)).map((each) => this.postings.get(each) ?? []));
  }

  private union(lists: readonly (readonly number[])[]): readonly number[] {
    if (lists.length < 2) return lists[0] ?? [];
    const seen = new Uint8Array(this.keys.length);
    const all: number[] = [];
    for (const list of lists)
      for (const id of list)
        if (seen[id] === 0) {
          seen[id] = 1;
          all.push(id);
        }
    return all;
  }

  private sortWords(): void {
    this.sorted = this.sorted.concat(this.fresh).sort();
    this.fresh = [];
  }

  /** Every word known that begins so. */
  private begunWith(begin: string): string[] {
    if (this.fresh.length > MOST_NEW) this.sortWords();
    let from = 0;
    let to = this.sorted.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.sorted[middle] as string) < begin) from = middle + 1;
      else to = middle;
    }
    const found: string[] = [];
    for (let at = from; this.sorted[at]?.startsWith(begin); at++) found.push(this.sorted[at] as string);
    return found.concat(this.fresh.filter((word) => word.startsWith(begin)));
  }
}

/** As `author:` is meant: wider rather than narrower, since each candidate is looked at. */
function by({ folded, key }: Author, value: string): boolean {
  const asked = fold(value).replace(/^@/, '');
  return folded.includes(asked) || key.toLowerCase().includes(asked);
}

/** Tells one wording from another (FNV-1a). */
function printOf(text: string): number {
  let print = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) print = Math.imul(print ^ text.charCodeAt(i), 0x01000193);
  return print | 0;
}
