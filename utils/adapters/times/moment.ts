/** One moment from what the page gives: the most exact source wins. */
import type { TimeSource } from '../../core/post';
import type { RawTime } from '../contract';
import { timeFromId } from './ids';
import { parseMachine } from './machine';
import { parseShown } from './shown';

export interface Moment {
  at: number;
  source: TimeSource;
  /** True where another look gives another moment ("3 h ago"). */
  relative: boolean;
}

/** Before Usenet nobody posted. */
const EARLIEST = Date.UTC(1980, 0, 1);
/** A reader's clock may be years behind; nobody posts from the next century. */
const AHEAD = 3 * 365 * 86_400_000;

export function momentOf(raw: RawTime | null | undefined, now: number, languages: readonly string[]): Moment | null {
  if (!raw) return null;
  const machine = within(parseMachine(raw.machine), now);
  if (machine !== null) return { at: machine, source: 'machine', relative: false };
  const id = raw.id ? within(timeFromId(raw.id), now) : null;
  if (id !== null) return { at: id, source: 'id', relative: false };
  for (const words of [raw.shown, raw.machine]) {
    if (typeof words !== 'string' || !words) continue;
    const shown = parseShown(words, now, languages);
    if (shown && within(shown.at, now) !== null)
      return { at: Math.round(shown.at), source: 'relative', relative: shown.relative };
  }
  return null;
}

function within(at: number | null, now: number): number | null {
  return at !== null && at >= EARLIEST && at <= now + AHEAD ? at : null;
}
