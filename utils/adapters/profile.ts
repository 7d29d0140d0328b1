/** What a page says of the person whose page it is: the site's own reader where it has one, else what pages say for machines. */
import { cleanHandle, cleanLine, cleanText } from '../core/normalize';
import {
  countWords,
  FEWEST_WORDS,
  type HeardProfile,
  LONGEST_ALT,
  LONGEST_BIO,
  MOST_LINKS,
  pictureSays,
} from '../core/profile';
import type { Adapter, Page, RawProfile } from './contract';
import { cleanUrl } from './links';
import { REST } from './looks';
import { toldProfile } from './profile-told';
import { baseOf, pageAddress } from './resolve';

/** The profile on the page, or null: no profile, nothing said in it, or a reader that failed. */
export function readProfile(adapter: Adapter, site: string, page: Page): HeardProfile | null {
  try {
    const raw = adapter.profile ? adapter.profile(page) : toldProfile(page);
    return raw ? resolveProfile(raw, site, page) : null;
  } catch {
    return null;
  }
}

/** In words, up to what may end a sentence and not an address. */
const LINK = /\bhttps?:\/\/[^\s<>"'()[\]]{4,300}/g;

function resolveProfile(raw: RawProfile, site: string, page: Page): HeardProfile | null {
  const base = baseOf(page);
  const handle = cleanHandle(raw.handle);
  const name = cleanLine(raw.name) || handle;
  if (!name) return null;
  const bio = cleanText(raw.bio, LONGEST_BIO);
  const url = cleanUrl(raw.href, base) ?? pageAddress(page);
  const written = [...raw.links, ...(bio.match(LINK) ?? []).map((link) => link.replace(/[.,;:!?…]+$/, ''))];
  const links = new Set(written.flatMap((link) => cleanUrl(link, base) ?? []));
  links.delete(url);
  const alt = cleanLine(raw.alt ?? '', LONGEST_ALT);
  const avatar = countWords(pictureSays(alt, { name, handle })) >= FEWEST_WORDS ? alt : '';
  if (!bio && links.size === 0 && !avatar) return null;
  return { site, name, handle, url, bio, links: [...links].slice(0, MOST_LINKS), ...(avatar && { avatar }) };
}

/** After a change of address the person before stands there for a moment. */
const SETTLE_MS = 700;
/** Between the first and the second look; the next waits twice as long. */
const AGAIN_MS = 1_000;
const MOST_LOOKS = 5;

export interface Profiles {
  /** The page was read as far as it goes: a look is taken where one is due. One that finds something is the last of its address. */
  look(adapter: Adapter, site: string, url: URL, fresh: () => Page): void;
}

/** `ask`: for another piece of idle time, when a look is due and nothing happens on the page. */
export function createProfiles(
  found: (profile: HeardProfile, pageUrl: string) => void,
  ask: () => void,
  signal: AbortSignal,
): Profiles {
  let address = '';
  let left = 0;
  let due = 0;
  let wait = AGAIN_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return {
    look(adapter, site, url, fresh) {
      const time = performance.now();
      const here = url.href.split('#')[0] as string;
      if (here !== address) {
        due = address === '' ? time : time + SETTLE_MS;
        address = here;
        left = MOST_LOOKS;
        wait = AGAIN_MS;
      }
      if (left === 0 || signal.aborted) return;
      clearTimeout(timer);
      if (time < due) {
        timer = setTimeout(ask, due - time + 1);
        return;
      }
      const profile = readProfile(adapter, site, fresh());
      left = profile ? 0 : left - 1;
      const now = performance.now();
      due = now + Math.max(wait, (now - time) * REST);
      wait *= 2;
      if (profile) found(profile, url.href);
    },
  };
}
