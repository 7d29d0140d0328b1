/** The background's part: when to look, and what to say of what was found. */
import { awakeFor } from '../browser/alive';
import { browserMessages } from '../browser/messages';
import { mayNotify, noticesShown, notify, onNoticeClicked } from '../browser/notifications';
import { closeOffscreen, hasOffscreen, openOffscreen } from '../browser/offscreen';
import { openPanelPage } from '../browser/panel';
import type { Rule } from '../core/desk';
import type { Post } from '../core/post';
import type { Theme } from '../core/theme';
import { isCopyDue } from '../keeping/automatic';
import type { TertuliaDatabase } from '../store/schema';
import { readSettings } from '../store/settings';
import { isThereNews } from '../store/theme-cursor';
import { type Table, tableLookup } from '../text/t';
import { analyseOnce } from './once';
import { addressOf, tellThemes } from './tell';
import { ruleAddressOf, tellRules } from './tell-rules';

/** At the alarm: looks if anything came or a copy is due, and tells what may be told by now. */
export async function lookForNews(db: TertuliaDatabase, now = Date.now()): Promise<void> {
  await tellNews(db, now);
  const isNews = await isThereNews(db, now);
  if (hasOffscreen() && (isNews || (await isCopyDue(db, now)))) return openOffscreen(now);
  if (!isNews) return;
  await awakeFor(analyseOnce());
  await tellNews(db);
}

/** The page without a screen is done. */
export async function analysed(db: TertuliaDatabase): Promise<void> {
  await closeOffscreen();
  await tellNews(db);
}

/** A click on a notice opens what it speaks of. */
export function followNotices(): void {
  onNoticeClicked((notice) => {
    const address = addressOf(notice) ?? ruleAddressOf(notice);
    if (address !== null) void openPanelPage(address);
  });
}

async function tellNews(db: TertuliaDatabase, now = Date.now()): Promise<void> {
  const clock = new Date(now);
  const moment = { now, minute: clock.getHours() * 60 + clock.getMinutes() };
  await tellThemes(db, { mayNotify, shown: noticesShown, notify, words: (themes) => words(db, themes) }, moment);
  await tellRules(db, { mayNotify, notify, words: (rules, posts) => wordsOfRules(db, rules, posts) }, moment);
}

/** Longest passage of a post on a notice. */
const LONGEST = 120;

async function wordsOfRules(
  db: TertuliaDatabase,
  rules: readonly Rule[],
  posts: readonly Post[],
): Promise<{ title: string; message: string }> {
  const { language } = await readSettings(db);
  const say = await lookup(language);
  const title = rules.map(({ name, query }) => name || query).join(' · ');
  const [first] = posts;
  if (first && posts.length === 1) return { title, message: `${first.author.name}: ${first.text.slice(0, LONGEST)}` };
  const people = [...new Set(posts.map(({ author }) => author.name))];
  return { title, message: say('alertRulePosts', [String(posts.length), people.slice(0, 3).join(', ')]) };
}

async function words(db: TertuliaDatabase, themes: readonly Theme[]): Promise<{ title: string; message: string }> {
  const { language } = await readSettings(db);
  const say = await lookup(language);
  const [first] = themes;
  const name = first?.name || first?.label || '…';
  if (!first || themes.length > 1) {
    return {
      title: say('alertMany', [String(themes.length)]),
      message: themes.map((t) => t.name || t.label).join(' · '),
    };
  }
  return {
    title: say('alertOne', [name]),
    message: say('alertFigures', [String(first.evidence.people), String(first.evidence.seen)]),
  };
}

async function lookup(language: 'auto' | 'en' | 'es'): Promise<(key: string, substitutions: string[]) => string> {
  if (language === 'auto') return browserMessages.getMessage;
  return tableLookup((await browserMessages.table(language)) as Table);
}
