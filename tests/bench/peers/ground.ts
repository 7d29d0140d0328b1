/** What peers of the theme engine share: words of a post, and themes followed so that each is raised once. */
export const DAY = 86_400_000;

export interface Row {
  key: string;
  at: number;
  text: string;
}

export interface Raised {
  id: string;
  at: number;
  tier: 'alert';
  label: string;
  posts: string[];
}

/** Folded words of three letters and more, without links and names. */
export function wordsOf(text: string): string[] {
  const bare = text
    .replace(/https?:\S+|@\w+/g, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
  return (bare.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 2 && !/^\d+$/.test(word));
}

/** In a quiet community a share of the posts is a handful: fewer make no word common. */
const LEAST_COMMON = 12;

/** Words that more than so many of the first posts hold: a peer's stop list, whatever the languages. */
export function commonWords(posts: readonly (readonly string[])[], share: number): Set<string> {
  const uses = new Map<string, number>();
  for (const words of posts) for (const word of new Set(words)) uses.set(word, (uses.get(word) ?? 0) + 1);
  return new Set([...uses].filter(([, n]) => n > Math.max(LEAST_COMMON, share * posts.length)).map(([word]) => word));
}

/** A theme seen again within three days, by its posts or its words, is the same one. */
export class Followed {
  private readonly known: { id: string; at: number; posts: Set<string>; terms: Set<string> }[] = [];

  /** True where it is a new one. */
  meet(at: number, posts: readonly string[], terms: readonly string[]): { id: string; isNew: boolean } {
    const same = this.known.find(
      (theme) =>
        at - theme.at <= 3 * DAY &&
        (posts.filter((key) => theme.posts.has(key)).length >= 0.3 * posts.length ||
          terms.filter((term) => theme.terms.has(term)).length >= 2),
    );
    const theme = same ?? { id: `peer${this.known.length}`, at, posts: new Set<string>(), terms: new Set<string>() };
    if (!same) this.known.push(theme);
    theme.at = at;
    for (const key of posts) theme.posts.add(key);
    for (const term of terms) theme.terms.add(term);
    return { id: theme.id, isNew: !same };
  }
}
