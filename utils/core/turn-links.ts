/** Who speaks to whom in a thread, as far as turns need it. */
import { fold } from './normalize';
import type { Post, PostKey } from './post';
import { isName, isQuoteOf } from './quote';
import { wordsOf } from './words';

export interface Conversation {
  readonly inOrder: readonly Post[];
  /** Theirs, and to us, about us, or answered by us. */
  concernsUs(post: Post): boolean;
  /** To us rather than about us. */
  addressesUs(post: Post): boolean;
  lastAnswerTo(post: Post): Post | undefined;
  /** One of us spoke to this person before, or someone answered them: thanks have something to be for. */
  comesAfterAnswer(post: Post): boolean;
  /** What the same person said later in the same exchange. */
  laterOf(post: Post): Post[];
  /** Whether `later` goes on after `answer` with us. */
  follows(later: Post, answer: Post): boolean;
  /** Someone else spoke to this person, or in their branch, between the two. */
  someoneAnswered(post: Post, before: Post): boolean;
}

/** Two posts of one human, as far as names tell: the same account, or the same name on another site. */
export function isSamePerson(a: Post, b: Post): boolean {
  if (a.authorKey === b.authorKey) return true;
  if (a.site === b.site) return false;
  if (a.author.handle && b.author.handle) return fold(a.author.handle) === fold(b.author.handle);
  return fold(a.author.name) === fold(b.author.name);
}

export function conversationOf(posts: readonly Post[]): Conversation {
  return new Links(posts);
}

class Links implements Conversation {
  readonly inOrder: readonly Post[];
  private readonly byKey: ReadonlyMap<PostKey, Post>;
  private readonly place = new Map<Post, number>();
  private readonly ours: readonly Post[];
  /** Our posts → the posts of others that each answers. */
  private readonly answered = new Map<Post, Set<Post>>();
  private readonly lastAnswer = new Map<Post, Post>();
  /** The same person's posts, in order. */
  private readonly byAuthor = new Map<string, Post[]>();
  private readonly toUs = new Map<Post, boolean>();

  constructor(posts: readonly Post[]) {
    this.byKey = new Map(posts.map((post) => [post.key, post]));
    this.inOrder = parentsFirst([...this.byKey.values()], this.byKey);
    this.inOrder.forEach((post, place) => {
      this.place.set(post, place);
      const mine = this.byAuthor.get(post.authorKey);
      if (mine) mine.push(post);
      else this.byAuthor.set(post.authorKey, [post]);
    });
    this.ours = this.inOrder.filter((post) => post.ours === 1);
    for (const our of this.ours) {
      const theirs = this.answeredBy(our);
      this.answered.set(our, theirs);
      for (const post of theirs) this.lastAnswer.set(post, our);
    }
  }

  concernsUs(post: Post): boolean {
    if (post.ours === 1 || post.sponsored) return false;
    return post.mention === 1 || this.lastAnswer.has(post) || this.addressesUs(post);
  }

  addressesUs(post: Post): boolean {
    let known = this.toUs.get(post);
    if (known === undefined) {
      known = post.ours === 0 && this.isToUs(post);
      this.toUs.set(post, known);
    }
    return known;
  }

  lastAnswerTo(post: Post): Post | undefined {
    return this.lastAnswer.get(post);
  }

  comesAfterAnswer(post: Post): boolean {
    const parent = this.parentOf(post);
    if (parent && parent.authorKey !== post.authorKey) return true;
    if (this.earlierAnswerTo(post)) return true;
    const first = this.byAuthor.get(post.authorKey)?.[0];
    return first !== undefined && first !== post && this.someoneAnswered(first, post);
  }

  laterOf(post: Post): Post[] {
    return this.postsBySame(post).filter((later) => this.isAfter(later, post) && this.isSameExchange(post, later));
  }

  follows(later: Post, answer: Post): boolean {
    return this.isAfter(later, answer) && this.concernsUs(later);
  }

  someoneAnswered(post: Post, before: Post): boolean {
    return this.inOrder
      .slice(this.placeOf(post) + 1, this.placeOf(before))
      .some((other) => other.authorKey !== post.authorKey && (isFlat(other) || this.isUnder(other, post)));
  }

  private isToUs(post: Post): boolean {
    const parent = this.parentOf(post);
    if (parent && !isFlat(post)) return parent.ours === 1;
    if (parent?.ours === 1 && this.namedIn(post).length === 0) return true;
    const quoted = (post.quotes ?? []).some((quote) =>
      this.ours.some((our) => this.isAfter(post, our) && (isQuoteOf(quote, our) || isQuotedName(quote.author, our))),
    );
    if (quoted) return true;
    const named = this.namedIn(post);
    if (named.length > 0) return named.some((other) => other.ours === 1);
    // Where posts have no parents, whoever goes on after our answer to them goes on with us.
    return isFlat(post) && this.earlierAnswerTo(post) !== undefined;
  }

  /** Our latest answer to an earlier post of the same person in the same exchange. */
  private earlierAnswerTo(post: Post): Post | undefined {
    const place = this.placeOf(post);
    for (const earlier of this.postsBySame(post)) {
      if (!this.isAfter(post, earlier) || !this.isSameExchange(earlier, post)) continue;
      const answer = this.ours.find((our) => this.placeOf(our) < place && this.answered.get(our)?.has(earlier));
      if (answer) return answer;
    }
    return undefined;
  }

  private answeredBy(our: Post): Set<Post> {
    const parent = this.parentOf(our);
    const theirs = new Set<Post>();
    const flat = isFlat(our);
    const add = (post: Post): void => {
      if (post.ours === 1) return;
      for (const same of this.postsBySame(post)) {
        if (this.isAfter(our, same) && (same === post || this.isSameExchange(same, post, !flat))) theirs.add(same);
      }
    };
    if (parent && !flat) {
      // To one of us: a second part of what was said before.
      if (parent.ours === 1) for (const post of this.answered.get(parent) ?? []) add(post);
      else add(parent);
      for (const handle of handlesIn(our)) this.latestBy(our, (post) => isName(handle, post.author)).forEach(add);
      return theirs;
    }
    const quoted = this.quotedIn(our);
    const named = this.namedIn(our);
    for (const post of [...quoted, ...named]) add(post);
    if (quoted.length > 0 || named.length > 0) return theirs;
    if (parent && parent.ours === 0 && parent.key !== our.threadKey) add(parent);
    else this.precedingOf(our).forEach(add);
    return theirs;
  }

  /** What our post comes right after; past posts of our own, it is what they answered. */
  private precedingOf(our: Post): Post[] {
    const before = this.inOrder[this.placeOf(our) - 1];
    if (!before) return [];
    return before.ours === 1 ? [...(this.answered.get(before) ?? [])] : [before];
  }

  private quotedIn(post: Post): Post[] {
    return (post.quotes ?? []).flatMap((quote) =>
      this.latestBy(post, (other) => isQuoteOf(quote, other)).concat(
        this.latestBy(post, (other) => isQuotedName(quote.author, other)),
      ),
    );
  }

  /** The latest earlier post of each person whom the post calls by handle or, at the head of a sentence, by name. */
  private namedIn(post: Post): Post[] {
    const handles = handlesIn(post);
    const called = calledIn(post.text);
    const found = new Map<string, Post>();
    for (const other of this.inOrder.slice(0, this.placeOf(post))) {
      if (other.authorKey === post.authorKey) continue;
      const isCalled = handles.some((handle) => isName(handle, other.author)) || isCalledBy(called, other.author.name);
      if (isCalled) found.set(other.authorKey, other);
    }
    return [...found.values()];
  }

  private latestBy(post: Post, is: (other: Post) => boolean): Post[] {
    for (let i = this.placeOf(post) - 1; i >= 0; i--) {
      const other = this.inOrder[i] as Post;
      if (is(other)) return [other];
    }
    return [];
  }

  /**
   * One exchange: a post and what its author said above or below it, or beside it under the same parent. With
   * `strictly`, of two beside each other only the earlier belongs to the later: an answer to the first leaves the second.
   */
  private isSameExchange(a: Post, b: Post, strictly = false): boolean {
    if (a === b) return true;
    if (isFlat(a) && isFlat(b)) return true;
    if (a.parentKey === b.parentKey) return !strictly || this.isAfter(b, a);
    return this.isUnder(a, b) || this.isUnder(b, a);
  }

  private isUnder(post: Post, ancestor: Post): boolean {
    const seen = new Set<Post>();
    for (let at = this.parentOf(post); at && !seen.has(at); at = this.parentOf(at)) {
      if (at === ancestor) return true;
      seen.add(at);
    }
    return false;
  }

  private parentOf(post: Post): Post | undefined {
    return post.parentKey ? this.byKey.get(post.parentKey) : undefined;
  }

  private postsBySame(post: Post): readonly Post[] {
    return this.byAuthor.get(post.authorKey) ?? [];
  }

  private placeOf(post: Post): number {
    return this.place.get(post) ?? -1;
  }

  private isAfter(post: Post, other: Post): boolean {
    return this.placeOf(post) > this.placeOf(other);
  }
}

/** The site does not say what it answers. */
function isFlat(post: Post): boolean {
  return post.parentKey === null || post.parentInferred === true;
}

function handlesIn(post: Post): string[] {
  const written = [...post.text.matchAll(/(?:^|[^\p{L}\p{N}@/.])@([\p{L}\p{N}_][\p{L}\p{N}_.-]{0,80})/gu)];
  return [...(post.mentions ?? []), ...written.map((match) => (match[1] as string).replace(/[.-]+$/, ''))];
}

/** First words of each sentence or line, past a greeting: where people are called by name. */
function calledIn(text: string): string[][] {
  return text
    .slice(0, 2_000)
    .split(/[\n.!?¡¿]+/)
    .map((sentence) =>
      wordsOf(sentence)
        .slice(0, 6)
        .map(({ word }) => word),
    );
}

const GREETINGS = new Set(
  'hola buenas buenos dias tardes noches hi hello hey dear thanks thank you gracias muchas ola oi bom boa dia bonjour salut merci hallo danke ciao grazie querido querida estimado estimada y and'.split(
    ' ',
  ),
);

function isCalledBy(called: readonly string[][], name: string): boolean {
  const [first, ...rest] = wordsOf(name).map(({ word }) => word);
  if (first === undefined || first.length < 3) return false;
  return called.some((words) => {
    const at = words.findIndex((word) => !GREETINGS.has(word));
    return words[at] === first && (at > 0 || rest.every((word, i) => words[at + 1 + i] === word));
  });
}

function isQuotedName(name: string | undefined, post: Post): boolean {
  return name !== undefined && isName(name, post.author);
}

/** Time order, but never an answer before what it answers: where a page shows no times they are only when we saw them. */
function parentsFirst(posts: readonly Post[], byKey: ReadonlyMap<PostKey, Post>): Post[] {
  const times = new Map<Post, { at: number; depth: number }>();
  for (const start of posts) {
    const path: Post[] = [];
    const onPath = new Set<Post>();
    let post: Post | undefined = start;
    while (post && !times.has(post) && !onPath.has(post)) {
      path.push(post);
      onPath.add(post);
      post = post.parentKey ? byKey.get(post.parentKey) : undefined;
    }
    let above = post ? times.get(post) : undefined;
    for (let next = path.pop(); next; next = path.pop()) {
      above = { at: Math.max(next.at, above?.at ?? next.at), depth: (above?.depth ?? -1) + 1 };
      times.set(next, above);
    }
  }
  const timeOf = (post: Post): { at: number; depth: number } => times.get(post) ?? { at: post.at, depth: 0 };
  return [...posts].sort((a, b) => {
    const [x, y] = [timeOf(a), timeOf(b)];
    return x.at - y.at || x.depth - y.depth || (a.key < b.key ? -1 : 1);
  });
}
