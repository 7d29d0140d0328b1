/** Who we are, where we listen, and how the desk looks. */
import type { PageKeys } from './marks';

export interface OurAccount {
  /** Site id, or null for any site. */
  site: string | null;
  /** Handle without @, or the name shown. */
  handle: string;
}

export interface SiteSetting {
  /** Origin as a match pattern, e.g. `https://forum.example.org/*`. */
  pattern: string;
  listening: boolean;
  keep: 'everything' | 'mentions';
  /** Days kept; null = for ever. */
  retentionDays: number | null;
  /** Days that conversations with us or about us are kept, where that is not `retentionDays`; null = for ever. */
  retentionOursDays?: number | null | undefined;
  /** Badges, notes and marks in its pages; absent: as `mayMark` says. */
  marks?: boolean | undefined;
}

/** When we are there: blocks of minutes of the day, for each day of the week from Monday on. */
export interface OurHours {
  /** IANA name. */
  timeZone: string;
  /** Seven days; each a list of `[from, to)` in order, apart from each other. */
  week: [from: number, to: number][][];
}

/** Whether and when a theme may say a word at the edge of the screen. */
export interface AlertSettings {
  notify: boolean;
  /** Themes raised before it was switched on are no news. */
  since: number;
  /** Minutes of the local day; null: at any hour. */
  quiet: { from: number; to: number } | null;
  /** Hours between one word and the next. */
  restHours: number;
}

export interface Settings {
  /** Names of the brand: what people call us. Each is a watch of its own. */
  brands: string[];
  us: OurAccount[];
  /** The name we sign with. */
  ourName: string;
  sites: SiteSetting[];
  language: 'auto' | 'en' | 'es';
  theme: 'auto' | 'light' | 'dark';
  underlineEverywhere: boolean;
  singleKeys: boolean;
  welcomed: boolean;
  alerts?: AlertSettings;
  /** When somebody of us is there; absent: not said. */
  hours?: OurHours;
  /** Days in which we mean to have a word with those who have a tag: "weekly with ambassadors". */
  cadences?: Record<string, number>;
  /** Keys in pages we listen to, where they are not those of `marks.ts`. */
  pageKeys?: Partial<PageKeys>;
}

export const DEFAULT_SETTINGS: Settings = {
  brands: [],
  us: [],
  ourName: '',
  sites: [],
  language: 'auto',
  theme: 'auto',
  underlineEverywhere: true,
  singleKeys: true,
  welcomed: false,
};

/** Nothing is said until the user asks for it. Nobody is woken. */
export const DEFAULT_ALERTS: AlertSettings = {
  notify: false,
  since: 0,
  quiet: { from: 21 * 60, to: 8 * 60 },
  restHours: 2,
};
