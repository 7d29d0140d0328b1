/** Whom a post calls or quotes, where a site does not say what it answers. */
import { fold } from './normalize';
import type { Post } from './post';
import { isName, matcherOf } from './quote';
import { wordsOf } from './words';

/** People of a thread, ready to be found by what a post says. */
export interface Names {
  /** The latest post before `post` of each person it calls by handle or, at the head of a sentence, by name. */
  calledBy(post: Post): Post[];
  /** The latest post before `post` that each handle it mentions belongs to. */
  handlesOf(post: Post): Post[];
  /** The latest post before `post` that each of its quotations comes from. */
  quotedBy(post: Post): Post[];
}

interface Someone {
  handle: string | null;
  name: string;
  nameWords: string[];
  /** In order. */
  posts: Post[];
}

export function namesOf(inOrder: readonly Post[], placeOf: (post: Post) => number): Names {
  const people = new Map<string, Someone>();
  const byHandle = new Map<string, Someone[]>();
  const byFirstName = new Map<string, Someone[]>();
  for (const post of inOrder) {
    const known = people.get(post.authorKey);
    if (known) {
      known.posts.push(post);
      continue;
    }
    const nameWords = wordsOf(post.author.name).map(({ word }) => word);
    const handle = post.author.handle === null ? null : fold(post.author.handle);
    const someone: Someone = { handle, name: fold(post.author.name), nameWords, posts: [post] };
    people.set(post.authorKey, someone);
    if (handle !== null) append(byHandle, handle, someone);
    append(byHandle, someone.name, someone);
    const [first] = nameWords;
    if (first !== undefined && first.length >= SHORTEST_NAME) append(byFirstName, first, someone);
  }

  const latest = (someone: Someone, post: Post): Post | undefined => {
    const place = placeOf(post);
    return someone.posts.findLast((other) => placeOf(other) < place);
  };
  const latestOf = (found: Iterable<Someone>, post: Post): Post[] =>
    [...new Set(found)].flatMap((someone) => {
      const other = latest(someone, post);
      return other && other.authorKey !== post.authorKey ? [other] : [];
    });
  const withHandles = (post: Post): Someone[] => handlesIn(post).flatMap((handle) => byHandle.get(handle) ?? []);

  const said = new Map<Post, string>();
  const saidBy = (post: Post): string => {
    let words = said.get(post);
    if (words === undefined) {
      words = ` ${wordsOf(post.text)
        .map(({ word }) => word)
        .join(' ')} `;
      said.set(post, words);
    }
    return words;
  };

  return {
    handlesOf: (post) => latestOf(withHandles(post), post),
    calledBy(post) {
      const called = calledIn(post.text).flatMap(({ words, alone }) =>
        (byFirstName.get(words[0] as string) ?? []).filter(({ nameWords }) => {
          const isFullName = nameWords.every((word, i) => words[i] === word);
          return alone ? words.length === 1 || (isFullName && words.length === nameWords.length) : isFullName;
        }),
      );
      return latestOf([...withHandles(post), ...called], post);
    },
    quotedBy(post) {
      const place = placeOf(post);
      return (post.quotes ?? []).slice(0, MOST_QUOTES).flatMap((quote) => {
        const isFrom = matcherOf(quote);
        for (let i = place - 1; i >= 0; i--) {
          const other = inOrder[i] as Post;
          if (isFrom(saidBy(other), other.author)) return [other];
        }
        // Quoted from a page of the thread that was not read: the name has to do.
        const name = quote.author;
        const author = name === undefined ? undefined : inOrder.slice(0, place).findLast((o) => isName(name, o.author));
        return author ? [author] : [];
      });
    },
  };
}

/** A post that quotes more than this answers nobody in particular. */
const MOST_QUOTES = 10;

/** Shorter names are words of some language. */
const SHORTEST_NAME = 3;

/** No name and greeting take more words. */
const CALLED_WITHIN = 6;

const GREETINGS = new Set(
  (
    'hola buenas buenos dias tardes noches hi hello hey dear thanks thank you gracias muchas mil welcome bienvenido bienvenida ' +
    'sorry perdona perdon ola oi bom boa dia obrigado obrigada bonjour salut merci hallo danke liebe lieber ciao grazie querido ' +
    'querida estimado estimada caro cara y and'
  ).split(' '),
);

/**
 * Where people are called by name: between two marks of punctuation with nothing but a greeting before it ("Lo siento,
 * Marta."), or, with the whole name, at the head of a sentence.
 */
function calledIn(text: string): { words: string[]; alone: boolean }[] {
  return text
    .slice(0, 2_000)
    .split(/[\n.,;:!?¡¿()]+/)
    .flatMap((part) => {
      if (part.length > 200) return [];
      const words = wordsOf(part).map(({ word }) => word);
      const name = words.slice(
        Math.max(
          0,
          words.findIndex((word) => !GREETINGS.has(word)),
        ),
      );
      if (name.length === 0) return [];
      return [{ words: name.slice(0, CALLED_WITHIN), alone: name.length < CALLED_WITHIN }];
    });
}

function handlesIn(post: Post): string[] {
  const written = [...post.text.matchAll(/(?:^|[^\p{L}\p{N}@/.])@([\p{L}\p{N}_][\p{L}\p{N}_.-]{0,80})/gu)];
  const all = [
    ...(post.mentions ?? []),
    ...written.map((match) => (match[1] as string).replace(/(?<![.-])[.-]+$/, '')),
  ];
  return [...new Set(all.map((handle) => fold(handle).replace(/^@+/, '')))];
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
