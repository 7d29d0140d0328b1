/** What people call the places where they talk. */

/** Names that are written in a way no rule would guess. */
const NAMES: Record<string, string> = {
  hackernews: 'Hacker News',
  x: 'X',
  github: 'GitHub',
  forocoches: 'ForoCoches',
  linkedin: 'LinkedIn',
  stackoverflow: 'Stack Overflow',
  youtube: 'YouTube',
  tiktok: 'TikTok',
  producthunt: 'Product Hunt',
  googleplay: 'Google Play',
  googlemaps: 'Google Maps',
  appstore: 'App Store',
  vk: 'VK',
};

/** A site id as a name: a host stays a host, any other id gets its capital. */
export function siteName(site: string): string {
  const known = NAMES[site];
  if (known) return known;
  if (site.includes('.')) return site.replace(/^www\./, '');
  return site.charAt(0).toUpperCase() + site.slice(1);
}
