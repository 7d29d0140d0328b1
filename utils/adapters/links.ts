/** Addresses as the page wrote them, made absolute and freed of what names a session or follows a reader. */

const SESSION = /^(phpsessid|jsessionid|aspsessionid\w*|cfid|cftoken|session_?id|zenid|oscsid|sesskey)$/i;
/** Session ids by shape: `s` and `sid` also mean a section or a story elsewhere. */
const SESSION_SHAPED = /^(s|sid|session)$/i;
/** Simple Machines parts parameters with `;`: the session goes, what follows it stays. */
const SESSION_BEFORE = /(^|[&;])(?:phpsessid|jsessionid)=[^&;]*;/i;
const HEX = /^[0-9a-f]{26,64}$/i;
const TRACKING =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|igsh|ref_src|ref_url|mc_cid|mc_eid|_ga|__cft__.*|__tn__|__xts__.*|__eep__|hc_ref|_ft_|_rdr|_rdc)$/i;
/** Names that mean something elsewhere, dropped on the hosts that track with them. */
const TRACKING_ON: [RegExp, RegExp][] = [
  [/(^|\.)linkedin\.com$/, /^(trk|trackingid|lipi|licu|midtoken|rcm|originalsubdomain|miniprofileurn)$/i],
  [/(^|\.)(youtube\.com|youtu\.be)$/, /^(si|feature|pp|ab_channel)$/i],
  [/(^|\.)facebook\.com$/, /^(fref|paipv|eav|refid|ref|hc_location|comment_tracking|mibextid|rdid)$/i],
  [/(^|\.)reddit\.com$/, /^(share_id|rdt|correlation_id|ref|ref_source)$/i],
  [/(^|\.)(twitter|x)\.com$/, /^(s|t|cxt|src)$/i],
];

/** Already in normal form: lower case host, no dots to resolve, nothing to encode, no parameters. */
const PLAIN = /^https?:\/\/(?:[a-z0-9-]+\.)+[a-z]{2,}\/(?:[\w@-][\w.~@-]*\/)*(?:[\w@-][\w.~@-]*)?(?:#[\w-]*)?$/;
const PLAIN_PATH = /^\/(?:[\w@-][\w.~@-]*\/)*(?:[\w@-][\w.~@-]*)?(?:#[\w-]*)?$/;
const PLAIN_HASH = /^#[\w-]+$/;
const PLAIN_BASE = /^https?:\/\/[^/]+/;

/** Links met before: an author's is on every post of theirs. */
const known = new Map<string, string | null>();
const MOST_KNOWN = 4000;

/** Only these may pass: anything else could run or open something. */
export function cleanUrl(href: string | null | undefined, base: string | URL): string | null {
  if (!href) return null;
  const from = typeof base === 'string' ? base : base.href;
  // Most links are written as they would be resolved; the parser costs more than all else of a short post.
  if (href.length < 300) {
    if (PLAIN.test(href)) return href;
    const origin = PLAIN_BASE.exec(from)?.[0];
    if (origin && PLAIN_PATH.test(href)) return origin + href;
    // The page's own address is the same for all its posts: it goes through the parser once.
    if (origin && PLAIN_HASH.test(href)) return remembered(from.split('#')[0] as string, from)?.concat(href) ?? null;
  }
  return remembered(href, from);
}

function remembered(href: string, from: string): string | null {
  const name = `${href}\n${from}`;
  let url = known.get(name);
  if (url === undefined) {
    url = clean(href, from);
    if (known.size >= MOST_KNOWN) known.clear();
    if (name.length < 1000) known.set(name, url);
  }
  return url;
}

function clean(href: string, base: string): string | null {
  const written = href.trim();
  if (!written || written.length > 4096 || /^(javascript|data|blob|mailto|about|vbscript|file):/i.test(written))
    return null;
  let url: URL;
  try {
    url = new URL(written, base);
  } catch {
    return null;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (url.username || url.password) {
    url.username = '';
    url.password = '';
  }
  if (url.pathname.includes(';')) url.pathname = url.pathname.replace(/;(jsessionid|phpsessid|sid)=[^/;]*/gi, '');
  if (url.search) {
    // Not through URLSearchParams, which would write the other parameters anew.
    const local = TRACKING_ON.find(([host]) => host.test(url.hostname))?.[1];
    const kept = url.search
      .slice(1)
      .replace(SESSION_BEFORE, '$1')
      .split(/&(?:amp;)?/)
      .filter((pair) => pair && !isNoise(pair, local));
    const search = kept.join('&');
    if (search !== url.search.slice(1)) url.search = search;
  }
  return url.href;
}

function isNoise(pair: string, local: RegExp | undefined): boolean {
  const at = pair.indexOf('=');
  const raw = at < 0 ? pair : pair.slice(0, at);
  const name = raw.includes('%') ? raw.replace(/%5B/gi, '[').replace(/%5D/gi, ']') : raw;
  if (SESSION.test(name) || TRACKING.test(name) || local?.test(name)) return true;
  return SESSION_SHAPED.test(name) && HEX.test(at < 0 ? '' : pair.slice(at + 1));
}
