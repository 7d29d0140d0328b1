/** The week as a letter: sentences with people in them, for the screen and for a file. */
import type { Post, PostKey } from '../core/post';
import type { Theme } from '../core/theme';
import { markdownInline, markdownLines } from '../exporting/markdown-text';
import { escapeHtml } from '../exporting/plain-text';
import { type ExportedFile, fileName } from '../exporting/write';
import { getPosts } from '../store/posts';
import type { TertuliaDatabase } from '../store/schema';
import { readSettings } from '../store/settings';
import { since } from '../text/dates';
import { list, listPeople } from '../text/lists';
import { spelled } from '../text/numbers';
import { currentLocale, plural, t } from '../text/t';
import { DAY, endOfDay, type Pulse, readPulse } from './pulse';
import { carriedWords } from './theme-view';

export type LetterPart =
  | { kind: 'greeting' | 'closing'; text: string }
  /** `behind`: figures of the text, as they stand in it, each with the posts it counts. */
  | { kind: 'said'; text: string; behind: Behind[] }
  /** Somebody's words. */
  | { kind: 'quote'; text: string; lang: string | null; who: string; url: string };

export interface Behind {
  word: string;
  keys: readonly PostKey[];
}

export interface Letter {
  title: string;
  parts: LetterPart[];
}

export interface LetterFacts {
  pulse: Pulse;
  ourName: string;
  /** A quote of each theme that rose, by its id. */
  quotes: ReadonlyMap<string, Post>;
  /** People who wait for us, the longest first, and since when. */
  waiting: { names: string[]; since: number; keys: PostKey[] } | null;
  /** People we answered, by name, and the posts of theirs. */
  answered: { names: string[]; keys: PostKey[] };
  now: number;
}

const MOST_TOLD = 3;

export async function readLetter(db: TertuliaDatabase, now: number): Promise<Letter> {
  const today = endOfDay(now);
  const [pulse, settings, waits, ours] = await Promise.all([
    readPulse(db, { days: 7, beside: 'before', site: null, other: null }, today),
    readSettings(db),
    db.posts.where('waitsSince').above(0).toArray(),
    db.posts
      .where('[ours+at]')
      .between([1, today - 7 * DAY], [1, today])
      .toArray(),
  ]);
  const told = pulse.rose.slice(0, MOST_TOLD);
  const themes = (await db.themes.bulkGet(told.map(({ id }) => id))).filter((theme) => theme !== undefined);
  const quoted = await db.posts.bulkGet(themes.map((theme) => theme.quoteKeys[0] ?? theme.postKeys[0] ?? ''));
  const parents = await db.posts.bulkGet(ours.flatMap(({ parentKey }) => parentKey ?? []));
  const theirs = [
    ...new Map(parents.flatMap((post) => (post?.ours === 0 ? [[post.key, post] as const] : []))).values(),
  ];
  waits.sort((a, b) => (a.waitsSince ?? 0) - (b.waitsSince ?? 0));
  return letterOf({
    pulse,
    ourName: settings.ourName,
    quotes: new Map(themes.flatMap((theme: Theme, i) => (quoted[i] ? [[theme.id, quoted[i]] as const] : []))),
    waiting: waits[0]
      ? { names: namesOf(waits), since: waits[0].waitsSince ?? waits[0].at, keys: waits.map(({ key }) => key) }
      : null,
    answered: { names: namesOf(theirs), keys: theirs.map(({ key }) => key) },
    now,
  });
}

/** The posts behind a figure. */
export const readBehind = (db: TertuliaDatabase, keys: readonly PostKey[]): Promise<Post[]> => getPosts(db, keys);

const namesOf = (posts: readonly Post[]) => [
  ...new Map(posts.map((post) => [post.authorKey, post.author.name])).values(),
];

export function letterOf({ pulse, ourName, quotes, waiting, answered, now }: LetterFacts): Letter {
  const parts: LetterPart[] = [];
  const say = (sentences: string | string[] | null, ...behind: Behind[]) => {
    const text = [sentences ?? []].flat().join(' ');
    if (text) parts.push({ kind: 'said', text, behind: behind.filter(({ keys }) => keys.length > 0) });
  };
  const seen = { posts: plural('themePosts', pulse.now.posts), people: plural('themePeople', pulse.now.people) };
  const waits = waiting ? listPeople(waiting.names, 3) : '';
  parts.push({ kind: 'greeting', text: ourName ? t('letterDear', ourName) : t('letterHello') });
  say(
    [
      t('letterSeen', seen.posts, seen.people),
      waiting ? t('letterWaiting', waits, since(waiting.since, now)) : t('letterNobodyWaits'),
    ],
    { word: seen.posts, keys: pulse.now.keys },
    { word: seen.people, keys: pulse.now.keys },
    { word: waits, keys: waiting?.keys ?? [] },
  );
  const people = listPeople(answered.names, 4);
  if (answered.names.length > 0) say(t('letterAnswered', people), { word: people, keys: answered.keys });
  const told = pulse.rose.slice(0, MOST_TOLD);
  if (told.length === 0) say(t('letterQuiet'));
  told.forEach((moved, i) => {
    const before = moved.before === 0 ? t('letterNew') : t('letterBefore', spelled(moved.before));
    const speak = plural('themePeople', moved.now);
    say(
      t(i === 0 ? 'letterRose' : 'letterRoseToo', moved.name, speak, before),
      { word: speak, keys: moved.keys },
      { word: before, keys: moved.keysBefore },
    );
    const post = quotes.get(moved.id);
    if (post) {
      const text = carriedWords(post.text, moved.name.split(' · '));
      parts.push({ kind: 'quote', text, lang: post.lang, who: post.author.name, url: post.url });
    }
  });
  const faded = pulse.faded
    .slice(0, MOST_TOLD)
    .map(({ name, keys, keysBefore }) => ({ word: t('themeQuoted', name), keys: [...keys, ...keysBefore] }));
  if (faded.length > 0) say(t('letterFaded', list(faded.map(({ word }) => word))), ...faded);
  const fresh = pulse.fresh.slice(0, 5).map(({ word, keys }) => ({ word: t('themeQuoted', word), keys }));
  if (fresh.length > 0) say(t('letterWords', list(fresh.map(({ word }) => word))), ...fresh);
  const [called] = pulse.calledUs;
  if (called) {
    const so = plural('themePeople', called.people);
    say(t('letterCalled', called.word, so), { word: so, keys: called.keys });
  }
  parts.push({ kind: 'closing', text: t('letterBye') });
  return { title: t('letterTitle', spanOf(pulse)), parts };
}

/** "16 – 22 November". */
export function spanOf({ now: { from, to } }: Pulse): string {
  return new Intl.DateTimeFormat(currentLocale(), { day: 'numeric', month: 'long' }).formatRange(from, to - 1);
}

/** A text cut where its figures stand, each once, in the order of the text. */
export function figuresIn(text: string, behind: readonly Behind[]): (string | Behind)[] {
  const pieces: (string | Behind)[] = [];
  let rest = text;
  // What stands first in the text is cut out first: a figure may be part of another sentence's words.
  const left = [...behind];
  for (;;) {
    const next = left
      .map((one) => ({ one, at: rest.indexOf(one.word) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.one.word.length - a.one.word.length)[0];
    if (!next) return rest ? [...pieces, rest] : pieces;
    if (next.at > 0) pieces.push(rest.slice(0, next.at));
    pieces.push(next.one);
    rest = rest.slice(next.at + next.one.word.length);
    left.splice(left.indexOf(next.one), 1);
  }
}

export function letterFile({ title, parts }: Letter, as: 'markdown' | 'html', now: number): ExportedFile {
  return as === 'markdown'
    ? { name: fileName(title, now, 'md'), mime: 'text/markdown', text: toMarkdown(title, parts) }
    : { name: fileName(title, now, 'html'), mime: 'text/html', text: toHtml(title, parts) };
}

function toMarkdown(title: string, parts: readonly LetterPart[]): string {
  const blocks = parts.map((part) => {
    if (part.kind !== 'quote') return markdownInline(part.text);
    const lines = [...markdownLines(part.text), '', `— ${markdownInline(part.who)}`];
    return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
  });
  return `# ${markdownInline(title)}\n\n${blocks.join('\n\n')}\n`;
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const STYLE =
  ':root{color-scheme:light dark}body{margin:0 auto;max-width:38rem;padding:2rem 1.25rem 4rem;font:1.125rem/1.6 Charter,Georgia,serif;overflow-wrap:anywhere}blockquote{margin:1rem 0;padding-inline-start:1rem;border-inline-start:2px solid}footer{font-size:.875rem}';

function toHtml(title: string, parts: readonly LetterPart[]): string {
  const blocks = parts.map((part) => {
    if (part.kind !== 'quote') return `<p>${escapeHtml(part.text)}</p>`;
    const lang = part.lang ? ` lang="${escapeHtml(part.lang)}"` : '';
    return `<blockquote><p dir="auto"${lang}>${escapeHtml(part.text)}</p><footer><bdi>${escapeHtml(part.who)}</bdi></footer></blockquote>`;
  });
  return `<!doctype html>
<html lang="${escapeHtml(currentLocale())}">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><h1>${escapeHtml(title)}</h1>
${blocks.join('\n')}
</body>
</html>
`;
}
