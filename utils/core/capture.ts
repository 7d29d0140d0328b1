import type { SiteHealth } from './desk';
import type { HeardPost, ThreadKey } from './post';
import type { HeardProfile } from './profile';

/** What one flush of the capture script carries. Kept by the script until `ack` names its keys. */
export interface CaptureBatch {
  /** Site id of the adapter that read the page. */
  site: string;
  pageUrl: string;
  posts: HeardPost[];
  /** Coverage the page claims, by thread. */
  threads: { key: ThreadKey; url: string; title: string; claimed: number | null }[];
  /** Distinct posts and authors newly on screen since the last batch, kept or not. */
  exposure: { posts: number; authors: number };
  health: SiteHealth;
  /** What the person whose page it is says of themselves. */
  profile?: HeardProfile;
}
