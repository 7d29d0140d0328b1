/** The figures as sentences: the screen and the report say the same words. */
import { daysBetween, day as dayWord, lasting, until } from '../text/dates';
import { number } from '../text/numbers';
import { currentLocale, type MessageKey, plural, t } from '../text/t';
import type { FigureName, ReadinessView } from './readiness';

/** A sentence whose parts at `bold` carry it. */
export interface Sentence {
  name: FigureName;
  key: MessageKey;
  parts: string[];
  bold: number[];
  /** Of how many it speaks, and how it was before. */
  meta: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** "3 hr 20 min": to the minute below ten hours, since that is how one remembers a wait. */
export function worked(ms: number): string {
  const hours = Math.floor(ms / HOUR);
  const minutes = Math.round((ms - hours * HOUR) / MINUTE);
  if (hours === 0 || hours >= 10 || minutes === 0 || minutes === 60)
    return lasting(minutes === 60 ? (hours + 1) * HOUR : ms);
  return `${lasting(hours * HOUR)} ${lasting(minutes * MINUTE)}`;
}

export function percent(share: number): string {
  return new Intl.NumberFormat(currentLocale(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** "30 days, 24 Oct to today". */
export function periodWords({ period, now }: ReadinessView): string {
  return t('readyPeriod', plural('siteDays', daysBetween(period.from, now)), dayWord(period.from, now));
}

const join = (...parts: (string | null | false)[]): string => parts.filter(Boolean).join(' · ');

export function sentencesOf(view: ReadinessView): Sentence[] {
  return [
    response(view),
    debt(view),
    coverage(view),
    newcomers(view),
    promises(view),
    person(view),
    listening(view),
    oneOfUs(view),
    top(view),
    regulars(view),
    themes(view),
  ];
}

/** Not enough seen yet: said so, never as a 0. */
function unknown(name: Exclude<FigureName, 'debt' | 'themes'>, view: ReadinessView): Sentence {
  const { has, needs } = view.figures[name];
  const meta = t('readyNeeds', number(needs), number(has));
  return { name, key: `ready_unknown_${name}` as MessageKey, parts: [t('readyNotYet')], bold: [0], meta };
}

function response(view: ReadinessView): Sentence {
  const value = view.figures.response.value;
  if (!value) return unknown('response', view);
  const before = view.before.response.value;
  return {
    name: 'response',
    key: 'ready_response',
    parts: [worked(value.median), worked(value.p90)],
    bold: [0, 1],
    meta: join(
      t('readyAnswered', number(value.answered), number(value.asked)),
      t(view.hours ? 'readyInHours' : 'readyAllHours'),
      before && t('readyBefore', worked(before.median)),
    ),
  };
}

function debt(view: ReadinessView): Sentence {
  const { people, byAge } = view.debt;
  const long = (byAge[2] ?? 0) + (byAge[3] ?? 0);
  return {
    name: 'debt',
    key: people === 0 ? 'ready_debt_none' : long > 0 ? 'ready_debt_long' : 'ready_debt',
    parts: people === 0 ? [] : [plural('readyPeopleWait', people), ...(long > 0 ? [number(long)] : [])],
    bold: [0],
    meta: join(
      people > 0 && t('readyAges', ...byAge.map((count) => number(count))),
      t('readyThen', number(view.waitedThen)),
    ),
  };
}

function coverage(view: ReadinessView): Sentence {
  const value = view.figures.coverage.value;
  if (!value) return unknown('coverage', view);
  const before = view.before.coverage.value;
  return {
    name: 'coverage',
    key: 'ready_coverage',
    parts: [t('readyOf', number(value.covered), number(value.asked))],
    bold: [0],
    meta: join(
      plural('readyMissed', value.asked - value.covered),
      before && t('readyBefore', t('readyOf', number(before.covered), number(before.asked))),
    ),
  };
}

function newcomers(view: ReadinessView): Sentence {
  const value = view.figures.newcomers.value;
  if (!value) return unknown('newcomers', view);
  const before = view.before.newcomers.value;
  return {
    name: 'newcomers',
    key: 'ready_newcomers',
    parts: [t('readyOfThe', number(value.answered), number(value.came))],
    bold: [0],
    meta: join(
      plural('readyByUs', value.byUs),
      before && t('readyBefore', t('readyOf', number(before.answered), number(before.came))),
    ),
  };
}

function promises(view: ReadinessView): Sentence {
  const { nextPromise, now } = view;
  const next = nextPromise && t('readyNextPromise', until(nextPromise.due, now), nextPromise.person);
  const value = view.figures.promises.value;
  if (!value) {
    const said = unknown('promises', view);
    return { ...said, meta: join(said.meta, next) };
  }
  const before = view.before.promises.value;
  return {
    name: 'promises',
    key: 'ready_promises',
    parts: [t('readyOf', number(value.kept), number(value.due))],
    bold: [0],
    meta: join(
      next || t('readyNoPromise'),
      before && t('readyBefore', t('readyOf', number(before.kept), number(before.due))),
    ),
  };
}

function person(view: ReadinessView): Sentence {
  const value = view.figures.person.value;
  if (!value) return unknown('person', view);
  const all = value.toPeople + value.broadcast;
  const before = view.before.person.value;
  return {
    name: 'person',
    key: 'ready_person',
    parts: [t('readyOf', number(value.toPeople), number(all))],
    bold: [0],
    meta: join(
      plural('readyBroadcast', value.broadcast),
      before && t('readyBefore', t('readyOf', number(before.toPeople), number(before.toPeople + before.broadcast))),
    ),
  };
}

function listening(view: ReadinessView): Sentence {
  const value = view.figures.listening.value;
  if (!value) return unknown('listening', view);
  const before = view.before.listening.value;
  return {
    name: 'listening',
    key: value.said === 0 ? 'ready_listening_only' : 'ready_listening',
    parts: [number(value.heard), ...(value.said > 0 ? [number(value.said)] : [])],
    bold: [0, 1],
    meta: join(
      value.said > 0 && t('readyEach', number(Math.round(value.heard / value.said))),
      before && t('readyBefore', t('readyHeardSaid', number(before.heard), number(before.said))),
    ),
  };
}

function oneOfUs(view: ReadinessView): Sentence {
  const value = view.figures.oneOfUs.value;
  if (!value) return unknown('oneOfUs', view);
  const share = value.theirs / value.answers;
  const before = view.before.oneOfUs.value;
  return {
    name: 'oneOfUs',
    key: 'ready_oneOfUs',
    parts: [view.nameOf(value.account), t('readyOf', number(value.theirs), number(value.answers))],
    bold: [0],
    meta: join(
      percent(share),
      share > 0.6 && t('readyOthersShouldKnow'),
      before && t('readyBefore', `${view.nameOf(before.account)}, ${percent(before.theirs / before.answers)}`),
    ),
  };
}

function top(view: ReadinessView): Sentence {
  const value = view.figures.top.value;
  if (!value) return unknown('top', view);
  const before = view.before.top.value;
  const state =
    value.share > 0.7
      ? 'readyTopFragile'
      : value.share >= 0.3 && value.share <= 0.55
        ? 'readyTopHealthy'
        : 'readyTopBand';
  return {
    name: 'top',
    key: 'ready_top',
    parts: [percent(value.share)],
    bold: [0],
    meta: join(
      t('readyTopOf', plural('themePeople', value.people), plural('sitePosts', value.posts)),
      t(state),
      before && t('readyBefore', percent(before.share)),
    ),
  };
}

function regulars(view: ReadinessView): Sentence {
  const value = view.figures.regulars.value;
  if (!value) return unknown('regulars', view);
  const before = view.before.regulars.value;
  return {
    name: 'regulars',
    key: 'ready_regulars',
    parts: [t('readyOf', number(value.lost), number(value.regulars))],
    bold: [0],
    meta: join(
      plural('readyReturned', value.returned),
      before && t('readyBefore', t('readyOf', number(before.lost), number(before.regulars))),
    ),
  };
}

function themes(view: ReadinessView): Sentence {
  const { length } = view.themes;
  return {
    name: 'themes',
    key: length === 0 ? 'ready_themes_none' : 'ready_themes',
    parts: length === 0 ? [] : [plural('readyThemes', length)],
    bold: [0],
    meta: view.themes.map(({ name }) => name).join(' · ') || t('readyThemesAll'),
  };
}

/** When they write against when we are there; where our hours were never said, only how many asked. */
export function hoursSentence(view: ReadinessView): Sentence {
  const value = view.figures.hours.value;
  if (!value) return unknown('hours', view);
  const before = view.before.hours.value;
  if (!view.hours) {
    return { name: 'hours', key: 'readyHoursUnset', parts: [], bold: [], meta: plural('readyAsked', value.asked) };
  }
  return {
    name: 'hours',
    key: 'readyHoursSay',
    parts: [t('readyOf', number(value.outside), number(value.asked))],
    bold: [0],
    meta: join(before && t('readyBefore', t('readyOf', number(before.outside), number(before.asked)))),
  };
}
