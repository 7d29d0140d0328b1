/** Who we are, where we listen, and how the desk looks. */
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
