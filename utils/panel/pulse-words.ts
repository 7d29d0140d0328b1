/** Words of one heap of posts against another: which are new, and what people call us. Pure. */
import { fold, isPrimary } from '../analysis/themes/fold';
import { termsOf } from '../analysis/themes/terms';
import type { AccountKey, Post, PostKey } from '../core/post';

export interface Said {
  word: string;
  /** Distinct people who said it. */
  people: number;
  keys: PostKey[];
}

interface Use {
  word: string;
  people: Set<AccountKey>;
  keys: PostKey[];
}

export type Uses = Map<number, Use>;

/** What each word's people and posts are. Copies count once a person, as everywhere. */
export function usesOf(posts: readonly Post[], brands: ReadonlySet<string>): Uses {
  const uses: Uses = new Map();
  for (const post of posts) {
    for (const { hash, surface } of termsOf(post.text, brands).terms) {
      if (!isPrimary(hash) || surface === '') continue;
      const use = uses.get(hash);
      if (!use) uses.set(hash, { word: surface, people: new Set([post.authorKey]), keys: [post.key] });
      else {
        use.people.add(post.authorKey);
        use.keys.push(post.key);
      }
    }
  }
  return uses;
}

const MOST_WORDS = 12;
const LEAST_PEOPLE = 3;
/** As if every word had been said so often before: a rare word needs more people to stand out (Monroe et al. 2008). */
const PRIOR = 0.5;
const LEAST_Z = 2;

/** Words that stand out in `now` against `before`, the surest first: log-odds with a prior, over their deviation. */
export function standOut(
  now: Uses,
  before: Uses,
  people: { now: number; before: number },
  { onlyNew = false }: { onlyNew?: boolean } = {},
): Said[] {
  const ranked: { said: Said; z: number }[] = [];
  for (const [hash, use] of now) {
    const said = use.people.size;
    const earlier = before.get(hash)?.people.size ?? 0;
    if (said < LEAST_PEOPLE || (onlyNew && earlier > 0)) continue;
    const odds = Math.log((said + PRIOR) / (people.now - said + PRIOR));
    const usual = Math.log((earlier + PRIOR) / (people.before - earlier + PRIOR));
    const z = (odds - usual) / Math.sqrt(1 / (said + PRIOR) + 1 / (earlier + PRIOR));
    if (z >= (onlyNew ? 0 : LEAST_Z)) ranked.push({ said: { word: use.word, people: said, keys: use.keys }, z });
  }
  return withoutEchoes(ranked.sort((a, b) => b.z - a.z || b.said.people - a.said.people).map(({ said }) => said));
}

/** A word inside a phrase already named says nothing more. */
function withoutEchoes(all: readonly Said[]): Said[] {
  const kept: Said[] = [];
  for (const said of all) {
    const low = fold(said.word);
    if (kept.some(({ word }) => fold(word).includes(low) || low.includes(fold(word)))) continue;
    kept.push(said);
    if (kept.length >= MOST_WORDS) break;
  }
  return kept;
}

const MOST_FORMS = 8;

/** The ways people write our names: with an accent, a hash, run into another word. */
export function formsOf(posts: readonly Post[], brands: readonly string[]): Said[] {
  const names = brands.map((brand) => fold(brand).replace(/[^\p{L}\p{N}]/gu, '')).filter((name) => name.length > 2);
  const forms = new Map<string, Use>();
  for (const post of posts) {
    for (const [token] of post.text.matchAll(/[@#]?[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu)) {
      const bare = fold(token).replace(/[^\p{L}\p{N}]/gu, '');
      if (!names.some((name) => bare.includes(name))) continue;
      const form = token.replace(/['’]s$/u, '');
      const use = forms.get(form) ?? { word: form, people: new Set(), keys: [] };
      forms.set(form, use);
      use.people.add(post.authorKey);
      if (use.keys.at(-1) !== post.key) use.keys.push(post.key);
    }
  }
  return [...forms.values()]
    .sort((a, b) => b.people.size - a.people.size || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_FORMS)
    .map(({ word, people, keys }) => ({ word, people: people.size, keys }));
}
