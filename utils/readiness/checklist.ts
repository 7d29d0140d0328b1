/** What to do before the next wave, worked out from what is there. Nothing is on it that cannot be done. */
import type { SavedReply } from '../core/draft';
import { fold } from '../core/normalize';
import type { OurHours } from '../core/settings';
import type { Theme } from '../core/theme';
import type { Figures } from './figures';

const DAY = 86_400_000;
const QUARTER = 91 * DAY;
const BACKUP = 8 * DAY;
/** Where more than this of the answers are one person's, nobody else knows the threads. */
const ONE_PERSON = 0.6;

export type Check =
  | { kind: 'themeReply'; done: boolean; theme: string; id: string; people: number }
  | { kind: 'hoursSaid'; done: boolean }
  | { kind: 'hoursCovered'; done: boolean; outside: number; asked: number }
  | { kind: 'twoOfUs'; done: boolean; account: string; share: number }
  | { kind: 'backup'; done: boolean; at: number | null }
  | { kind: 'rehearsed'; done: boolean; title: string | null; at: number | null };

export interface Known {
  themes: readonly Theme[];
  replies: readonly SavedReply[];
  hours: OurHours | null;
  backupAt: number | null;
  rehearsed: { title: string; at: number } | null;
  figures: Figures;
  now: number;
}

/** Growing themes that no saved reply speaks of. */
export function themesWithoutReply(themes: readonly Theme[], replies: readonly SavedReply[], now: number): Theme[] {
  return growing(themes, now).filter((theme) => !replies.some((reply) => speaksOf(reply, theme)));
}

function growing(themes: readonly Theme[], now: number): Theme[] {
  return themes.filter(
    ({ phase, mutedUntil, notTheme, mergedInto }) =>
      (phase === 'emerging' || phase === 'growing') && (mutedUntil ?? 0) <= now && !notTheme && !mergedInto,
  );
}

/** A saved reply speaks of a theme where it holds one of its words. */
function speaksOf(reply: SavedReply, theme: Theme): boolean {
  const words = ` ${fold([reply.name, reply.folder, ...Object.values(reply.bodies)].join(' ')).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const terms = [...theme.terms, theme.label, ...(theme.name ? [theme.name] : [])].map(fold);
  return terms.some((term) => {
    const bare = term.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    return bare.length > 2 && words.includes(` ${bare} `);
  });
}

export function checklist({ themes, replies, hours, backupAt, rehearsed, figures, now }: Known): Check[] {
  const without = themesWithoutReply(themes, replies, now);
  const checks: Check[] = growing(themes, now)
    .slice(0, 5)
    .map((theme) => ({
      kind: 'themeReply',
      done: !without.includes(theme),
      theme: theme.name ?? theme.label,
      id: theme.id,
      people: theme.evidence.people,
    }));
  checks.push({ kind: 'hoursSaid', done: hours !== null });
  const covered = figures.hours.value;
  if (hours && covered)
    checks.push({
      kind: 'hoursCovered',
      done: covered.outside * 4 <= covered.asked,
      outside: covered.outside,
      asked: covered.asked,
    });
  const one = figures.oneOfUs.value;
  if (one)
    checks.push({
      kind: 'twoOfUs',
      done: one.theirs / one.answers <= ONE_PERSON,
      account: one.account,
      share: one.theirs / one.answers,
    });
  checks.push({ kind: 'backup', done: backupAt !== null && now - backupAt < BACKUP, at: backupAt });
  checks.push({
    kind: 'rehearsed',
    done: rehearsed !== null && now - rehearsed.at < QUARTER,
    title: rehearsed?.title ?? null,
    at: rehearsed?.at ?? null,
  });
  // What is to do first.
  return checks.sort((a, b) => Number(a.done) - Number(b.done));
}
