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

export class WordIndex {
  private readonly keys: PostKey[] = [];
  private readonly times: number[] = [];
  private readonly known = new Set<PostKey>();
  private readonly postings = new Map<string, number[]>();
  private sorted: string[] = [];
  private fresh: string[] = [];
  readonly authors = new Map<AccountKey, Author>();

  get size(): number {
    return this.keys.length;
  }

  has(key: PostKey): boolean {
    return this.known.has(key);
  }

  add(post: Indexed): void {
    const id = this.keys.length;
    this.keys.push(post.key);
    this.times.push(post.at);
    this.known.add(post.key);
    const text = post.key === post.threadKey && post.threadTitle ? `${post.threadTitle}\n${post.text}` : post.text;
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

  /** Posts that may be what is asked for, newest first: never too few. */
  *candidates(query: Query): Generator<PostKey> {
    const ids = this.narrowed(query);
    const order = ids ? [...ids] : Array.from(this.keys, (_, id) => id);
    order.sort((a, b) => (this.times[b] as number) - (this.times[a] as number));
    for (const id of order) yield this.keys[id] as PostKey;
  }

  /** null: nothing is known that would narrow it. */
  private narrowed(query: Query): readonly number[] | null {
    switch (query.kind) {
      case 'and':
        return this.inAll(query.parts.map((part) => this.narrowed(part)));
      case 'or': {
        const parts = query.parts.map((part) => this.narrowed(part));
        return parts.some((part) => part === null) ? null : union(parts as (readonly number[])[]);
      }
      case 'near':
        return this.inAll(query.parts.map((part) => this.narrowed(part)));
      case 'term':
        return query.words.length === 0 ? null : this.inAll(query.words.map((word) => this.holding(word)));
      case 'author':
        return union([...this.authors.values()].filter((one) => by(one, query.value)).map(({ posts }) => posts));
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
    return union(this.begunWith(word.slice(0, -1)).map((each) => this.postings.get(each) ?? []));
  }

  /** Every word known that begins so. */
  private begunWith(begin: string): string[] {
    if (this.fresh.length > MOST_NEW) {
      this.sorted = this.sorted.concat(this.fresh).sort();
      this.fresh = [];
    }
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

function union(lists: readonly (readonly number[])[]): readonly number[] {
  if (lists.length < 2) return lists[0] ?? [];
  const all = new Set<number>();
  for (const list of lists) for (const id of list) all.add(id);
  return [...all];
}
