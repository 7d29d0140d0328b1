/** The week as a letter: sentences with people in them, for the screen and for a file. */
import type { Post } from '../core/post';
import type { Theme } from '../core/theme';
import { markdownInline, markdownLines } from '../exporting/markdown-text';
import { escapeHtml } from '../exporting/plain-text';
import { type ExportedFile, fileName } from '../exporting/write';
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
  | { kind: 'said'; text: string }
  /** Somebody's words. */
  | { kind: 'quote'; text: string; lang: string | null; who: string; url: string };

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
  waiting: { names: string[]; since: number } | null;
  /** People we answered, by name. */
  answered: string[];
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
  waits.sort((a, b) => (a.waitsSince ?? 0) - (b.waitsSince ?? 0));
  return letterOf({
    pulse,
    ourName: settings.ourName,
    quotes: new Map(themes.flatMap((theme: Theme, i) => (quoted[i] ? [[theme.id, quoted[i]] as const] : []))),
    waiting: waits[0] ? { names: namesOf(waits), since: waits[0].waitsSince ?? waits[0].at } : null,
    answered: namesOf(parents.filter((post) => post !== undefined && post.ours === 0) as Post[]),
    now,
  });
}

const namesOf = (posts: readonly Post[]) => [
  ...new Map(posts.map((post) => [post.authorKey, post.author.name])).values(),
];

export function letterOf({ pulse, ourName, quotes, waiting, answered, now }: LetterFacts): Letter {
  const parts: LetterPart[] = [];
  const say = (...sentences: (string | null)[]) => {
    const text = sentences.filter(Boolean).join(' ');
    if (text) parts.push({ kind: 'said', text });
  };
  parts.push({ kind: 'greeting', text: ourName ? t('letterDear', ourName) : t('letterHello') });
  say(
    t('letterSeen', plural('themePosts', pulse.now.posts), plural('themePeople', pulse.now.people)),
    waiting ? t('letterWaiting', listPeople(waiting.names, 3), since(waiting.since, now)) : t('letterNobodyWaits'),
  );
  say(answered.length > 0 ? t('letterAnswered', listPeople(answered, 4)) : null);
  const told = pulse.rose.slice(0, MOST_TOLD);
  if (told.length === 0) say(t('letterQuiet'));
  told.forEach((moved, i) => {
    const before = moved.before === 0 ? t('letterNew') : t('letterBefore', spelled(moved.before));
    say(t(i === 0 ? 'letterRose' : 'letterRoseToo', moved.name, plural('themePeople', moved.now), before));
    const post = quotes.get(moved.id);
    if (post) {
      const text = carriedWords(post.text, moved.name.split(' · '));
      parts.push({ kind: 'quote', text, lang: post.lang, who: post.author.name, url: post.url });
    }
  });
  const faded = pulse.faded.slice(0, MOST_TOLD).map(({ name }) => t('themeQuoted', name));
  say(faded.length > 0 ? t('letterFaded', list(faded)) : null);
  const fresh = pulse.fresh.slice(0, 5).map(({ word }) => t('themeQuoted', word));
  say(fresh.length > 0 ? t('letterWords', list(fresh)) : null);
  const [called] = pulse.calledUs;
  say(called ? t('letterCalled', called.word, plural('themePeople', called.people)) : null);
  parts.push({ kind: 'closing', text: t('letterBye') });
  return { title: t('letterTitle', spanOf(pulse)), parts };
}

/** "16 – 22 November". */
export function spanOf({ now: { from, to } }: Pulse): string {
  return new Intl.DateTimeFormat(currentLocale(), { day: 'numeric', month: 'long' }).formatRange(from, to - 1);
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
