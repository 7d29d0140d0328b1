/** The sentences of a theme: figures with their denominator, never a rank. */
import { hrefOf } from '../../utils/panel/router';
import type { ThemeLine } from '../../utils/panel/theme-view';
import { clock, DAY, day, daysBetween, since } from '../../utils/text/dates';
import { capital, number, spelled } from '../../utils/text/numbers';
import { rich } from '../../utils/text/rich';
import { currentLocale, plural, t } from '../../utils/text/t';

/** "in 6 threads on 3 sites". */
export function placesOf({ threads, sites }: Pick<ThemeLine, 'threads' | 'sites'>): string {
  const inThreads = plural('themeThreads', threads);
  return sites > 1
    ? t('themeInThreadsOnSites', inThreads, plural('themeSites', sites))
    : t('themeInThreads', inThreads);
}

/** "0 or 1 would be usual". */
export function usualOf({ usual: { low, high } }: Pick<ThemeLine, 'usual'>): string {
  if (high === 0) return t('themeUsualNone');
  return low === high ? t('themeUsual', number(low)) : t('themeUsualRange', number(low), number(high));
}

/** "Four wait for an answer." */
export function waitingOf(people: number): string {
  if (people === 0) return t('themeNobodyWaits');
  return capital(plural('themeWaiting', people));
}

/** The line below a theme of the list. */
export function ThemeSentence({ line, rises, now }: { line: ThemeLine; rises: boolean; now: number }) {
  const people = (
    <b>
      <a href={hrefOf({ screen: 'theme', id: line.id })}>{plural('themePeople', line.people)}</a>
    </b>
  );
  const waiting = line.waiting;
  const told = rises
    ? rich('themeRises', people, placesOf(line), usualOf(line), capital(since(line.startedAt, now)))
    : rich(line.phase === 'fading' ? 'themeFades' : 'themeSteady', people, placesOf(line));
  return (
    <p class="meta">
      {told} {waiting > 0 ? <b>{waitingOf(waiting)}</b> : waitingOf(0)}
    </p>
  );
}

/** "on Thursday at 7:48", "yesterday at 7:48", "on 3 November at 7:48": as one would say it. */
export function spoken(at: number, now: number): string {
  const days = daysBetween(now, at);
  if (days === 0 || days === -1) {
    const near = new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto' });
    return t('spokenNear', near.format(days, 'day'), clock(at));
  }
  const weekday = new Intl.DateTimeFormat(currentLocale(), { weekday: 'long' });
  return t('spokenDay', now - at < 7 * DAY ? weekday.format(at) : day(at, now), clock(at));
}

/** "English", "inglés", as it stands after "in". */
export function languageName(code: string): string {
  const primary = code.split('-')[0] ?? code;
  try {
    return new Intl.DisplayNames(currentLocale(), { type: 'language' }).of(primary) ?? code;
  } catch {
    return code;
  }
}

/** The whole picture of a timeline, for who does not see it. */
export function chartLabel({ steps }: Pick<ThemeLine, 'steps'>, now: number): string {
  const first = steps[0];
  const last = steps.at(-1);
  if (!first || !last) return '';
  const most = Math.max(...steps.map((step) => step.observed));
  const low = Math.round(Math.min(...steps.map((step) => step.low)));
  const high = Math.round(Math.max(...steps.map((step) => step.high)));
  return t(
    'themeChart',
    day(first.at, now),
    day(last.at, now),
    number(most),
    number(last.observed),
    number(low),
    number(high),
  );
}

/** "two themes are growing beyond their own past". */
export function growing(themes: number): string {
  return themes === 0 ? t('themesNoneGrow') : plural('themesGrow', themes, spelled(themes));
}
