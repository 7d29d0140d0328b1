/** Match patterns, as the browser writes them for permissions: `https://forum.example.org/*`, `https://*.example.org/*`. */

/** Whether an address is covered. Paths are not looked at: permission is given by origin. */
export function covers(pattern: string, address: string): boolean {
  const url = parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  if (pattern === '<all_urls>') return true;
  const match = /^(\*|https?):\/\/([^/]+)\//.exec(pattern);
  if (!match) return false;
  const [, scheme, host] = match as unknown as [string, string, string];
  if (scheme !== '*' && `${scheme}:` !== url.protocol) return false;
  // A pattern without a port covers every port.
  const actual = /:\d+$/.test(host) ? url.host : url.hostname;
  if (host === '*') return true;
  if (host.startsWith('*.')) return actual === host.slice(2) || actual.endsWith(host.slice(1));
  return actual === host;
}

/** The pattern of an address's own origin, or null where nobody talks (a settings page, a file). */
export function patternOf(address: string): string | null {
  const url = parse(address);
  return url && /^https?:$/.test(url.protocol) ? `${url.protocol}//${url.hostname}/*` : null;
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
