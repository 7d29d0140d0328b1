/** Who speaks to whom in a thread, as far as turns need it. */
import { fold } from './normalize';
import type { Post, PostKey } from './post';
import { type Names, namesOf } from './turn-names';

export interface Conversation {
  readonly inOrder: readonly Post[];
  /** Theirs, and to us, about us, or answered by us. */
  concernsUs(post: Post): boolean;
  /** To us rather than about us. */
  addressesUs(post: Post): boolean;
  firstAnswerTo(post: Post): Post | undefined;
  lastAnswerTo(post: Post): Post | undefined;
  /** What one of us said to this person just before, in the same exchange. */
  ourWordBefore(post: Post): Post | undefined;
  /** Somebody answered this person before: thanks have something to be for. */
  comesAfterAnswer(post: Post): boolean;
  /** What the same person said later in the same exchange. */
  laterOf(post: Post): Post[];
  /** Whether `later` goes on with us after `answer`. */
  follows(later: Post, answer: Post): boolean;
  /** Someone else spoke in the branch of `post`, or the flat thread, before `before`. */
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

/** Where a post stands in its tree: everything under it was entered after it and left before it. */
interface Span {
  enter: number;
  leave: number;
}

class Links implements Conversation {
  readonly inOrder: readonly Post[];
  private readonly byKey: ReadonlyMap<PostKey, Post>;
  private readonly place = new Map<Post, number>();
  private readonly spans: ReadonlyMap<Post, Span>;
  private readonly names: Names;
  /** Our posts → the posts of others that each answers. */
  private readonly answered = new Map<Post, Set<Post>>();
  private readonly firstAnswer = new Map<Post, Post>();
  private readonly lastAnswer = new Map<Post, Post>();
  /** The same person's posts, in order. */
  private readonly byAuthor = new Map<string, Post[]>();
  private readonly toUs = new Map<Post, boolean>();

  constructor(posts: readonly Post[]) {
    this.byKey = new Map(posts.map((post) => [post.key, post]));
    this.inOrder = parentsFirst([...this.byKey.values()], this.byKey);
    this.spans = spansOf(this.inOrder, this.byKey);
    this.inOrder.forEach((post, place) => {
      this.place.set(post, place);
      const mine = this.byAuthor.get(post.authorKey);
      if (mine) mine.push(post);
      else this.byAuthor.set(post.authorKey, [post]);
    });
    this.names = namesOf(this.inOrder, (post) => this.placeOf(post));
    for (const our of this.inOrder) {
      if (our.ours === 0) continue;
      const theirs = this.answeredBy(our);
      this.answered.set(our, theirs);
      for (const post of theirs) {
        if (!this.firstAnswer.has(post)) this.firstAnswer.set(post, our);
        this.lastAnswer.set(post, our);
      }
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

  firstAnswerTo(post: Post): Post | undefined {
    return this.firstAnswer.get(post);
  }

  lastAnswerTo(post: Post): Post | undefined {
    return this.lastAnswer.get(post);
  }

  ourWordBefore(post: Post): Post | undefined {
    const parent = this.parentOf(post);
    if (parent?.ours === 1) return parent;
    let last: Post | undefined;
    for (const earlier of this.postsBySame(post)) {
      if (earlier === post) break;
      if (!this.isSameExchange(earlier, post)) continue;
      for (const answer of [this.firstAnswer.get(earlier), this.lastAnswer.get(earlier)]) {
        if (answer && this.isAfter(post, answer) && (!last || this.isAfter(answer, last))) last = answer;
      }
    }
    return last;
  }

  comesAfterAnswer(post: Post): boolean {
    const parent = this.parentOf(post);
    if (parent && parent.authorKey !== post.authorKey) return true;
    const first = this.postsBySame(post)[0];
    return first !== undefined && first !== post && this.someoneAnswered(first, post);
  }

  laterOf(post: Post): Post[] {
    return this.postsBySame(post).filter((later) => this.isAfter(later, post) && this.isSameExchange(post, later));
  }

  follows(later: Post, answer: Post): boolean {
    return this.isAfter(later, answer) && this.concernsUs(later);
  }

  someoneAnswered(post: Post, before: Post): boolean {
    const until = this.placeOf(before);
    for (let i = this.placeOf(post) + 1; i < until; i++) {
      const other = this.inOrder[i] as Post;
      if (other.authorKey !== post.authorKey && (isFlat(other) || this.isUnder(other, post))) return true;
    }
    return false;
  }

  private isToUs(post: Post): boolean {
    const parent = this.parentOf(post);
    if (parent && !isFlat(post)) return parent.ours === 1;
    const quoted = this.names.quotedBy(post);
    if (quoted.length > 0) return quoted.some((other) => other.ours === 1);
    const called = this.names.calledBy(post);
    if (called.length > 0) return called.some((other) => other.ours === 1);
    if (parent?.ours === 1) return true;
    // Where posts have no parents, whoever goes on after our answer to them goes on with us.
    return isFlat(post) && this.ourWordBefore(post) !== undefined;
  }

  private answeredBy(our: Post): Set<Post> {
    const parent = this.parentOf(our);
    const theirs = new Set<Post>();
    const flat = isFlat(our);
    const add = (post: Post): void => {
      if (post.ours === 1) return;
      for (const same of this.postsBySame(post)) {
        if (!this.isAfter(our, same)) return;
        if (same === post || this.isSameExchange(same, post, !flat)) theirs.add(same);
      }
    };
    if (parent && !flat) {
      // To one of us: a second part of what was said before.
      if (parent.ours === 1) for (const post of this.answered.get(parent) ?? []) add(post);
      else add(parent);
      this.names.handlesOf(our).forEach(add);
      return theirs;
    }
    const meant = [...this.names.quotedBy(our), ...this.names.calledBy(our)];
    meant.forEach(add);
    if (meant.length > 0) return theirs;
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
    const [inner, outer] = [this.spans.get(post), this.spans.get(ancestor)];
    return inner !== undefined && outer !== undefined && inner.enter > outer.enter && inner.leave <= outer.leave;
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

/** Entered and left in a walk from each root down. Posts in a cycle have no root and no span. */
function spansOf(posts: readonly Post[], byKey: ReadonlyMap<PostKey, Post>): Map<Post, Span> {
  const children = new Map<Post, Post[]>();
  const stack: { post: Post; left: boolean }[] = [];
  for (const post of posts) {
    const parent = post.parentKey ? byKey.get(post.parentKey) : undefined;
    if (!parent) stack.push({ post, left: false });
    else if (children.has(parent)) children.get(parent)?.push(post);
    else children.set(parent, [post]);
  }
  const spans = new Map<Post, Span>();
  let step = 0;
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { post, left } = top;
    if (left) {
      const span = spans.get(post);
      if (span) span.leave = step;
      continue;
    }
    spans.set(post, { enter: step++, leave: step });
    stack.push({ post, left: true });
    for (const child of children.get(post) ?? []) stack.push({ post: child, left: false });
  }
  return spans;
}
