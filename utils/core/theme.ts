/** What several people talk about. */
import type { AccountKey, PostKey, ThreadKey } from './post';

export type ThemeTier = 'alert' | 'watch';
export type ThemePhase = 'emerging' | 'growing' | 'steady' | 'fading';

/** One step of a theme's timeline: a day. Screens show the last fourteen. */
export interface ThemeStep {
  /** Start of the step, ms UTC. */
  at: number;
  /** Distinct authors heard on it. */
  observed: number;
  /** Authors usual for as many posts seen, and the usual range. */
  expected: number;
  low: number;
  high: number;
  /** Posts seen in all (exposure). */
  seen: number;
}

export interface Theme {
  id: string;
  tier: ThemeTier;
  phase: ThemePhase;
  /** In the people's own surface forms. */
  label: string;
  /** The user's name for it, where given: wins over `label`. */
  name?: string;
  terms: string[];
  postKeys: PostKey[];
  authorKeys: AccountKey[];
  threadKeys: ThreadKey[];
  sites: string[];
  langs: string[];
  /** First post that carries it. */
  startedAt: number;
  /** When it first passed the gates: it alerts once. */
  alertedAt: number;
  lastAt: number;
  timeline: ThemeStep[];
  /** Posts like its own from before it began: in the timeline they are what is usual. */
  likeKeys?: PostKey[];
  /** Most central, diverse quotes, best first. */
  quoteKeys: PostKey[];
  /** Posts seen in the window that decided: "9 people in 412 posts seen; usual is 2". */
  evidence: { people: number; seen: number; usual: number };
  mutedUntil?: number;
  pinned?: boolean;
  /** Shown, and counted, as part of another. */
  mergedInto?: string;
  /** Cut by the user: the theme it was part of, or the themes cut from it. */
  splitFrom?: string;
  splitInto?: string[];
  /** The user says it is no theme: never shown again, and its terms need more evidence next time. */
  notTheme?: boolean;
}
