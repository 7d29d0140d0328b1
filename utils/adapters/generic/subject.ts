/** The post that a page is about, among the others on it: what stands below answers it. */
import type { Page, RawPost } from '../contract';
import { cleanUrl } from '../links';
import { baseOf, pageAddress } from '../resolve';
import { idOf } from './read';

export interface Subject {
  item: Element;
  raw: RawPost;
}

/** Posts that are looked at. */
const MOST = 60;

/**
 * Where every post has a page of its own (`/ana/status/12`), the one whose page this is: it links to this very address, or it
 * alone has no link and this address is written as theirs are. Pages that hold their posts (`/thread/5#12`) are about none.
 */
export function subjectOf(
  items: readonly Element[],
  read: (item: Element) => RawPost | null,
  page: Page,
): Subject | null {
  if (items.length < 2) return null;
  const here = pageAddress(page);
  const form = formOf(here);
  let own: Subject | null = null;
  let silent: Subject | null = null;
  let alike = 0;
  let met = 0;
  for (const item of items.slice(0, MOST)) {
    const raw = read(item);
    if (!raw) continue;
    met++;
    const address = cleanUrl(raw.permalink, baseOf(page));
    // An anchor on this page is no page of its own.
    const isHere = !address || address.split('#')[0] === here;
    if (address === here) own ??= { item, raw };
    else if (isHere) {
      if (silent) return null;
      silent = { item, raw };
    } else if (form && formOf(address) === form) alike++;
  }
  const found = alike >= Math.max(1, (met - 1) * 0.8) ? (own ?? silent) : null;
  if (!found) return null;
  const { item, raw } = found;
  const id = idOf({ permalink: here, machine: null, shown: null, name: '', text: '' }, page);
  return { item, raw: { ...raw, id, permalink: here } };
}

/** `/profile/ana/post/3md` and `/profile/leo/post/8xk` are written alike; `/t/5` and `/t/5#2` are one page. */
function formOf(address: string): string | null {
  const { host, pathname, hash, search } = new URL(address);
  const parts = pathname.split('/').filter(Boolean);
  if (hash || search || parts.length < 2) return null;
  const words = parts.map((part, i) => (i % 2 === parts.length % 2 ? part : '*'));
  return `${host} ${parts.length} ${words.join('/')}`;
}
