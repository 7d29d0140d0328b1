/** Ids that carry the moment they were made. */
import type { RawTime } from '../contract';

type Scheme = NonNullable<RawTime['id']>['scheme'];

const SHORTCODE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Milliseconds UTC, or null where the id is too old or not of the scheme. */
export function timeFromId(id: NonNullable<RawTime['id']>): number | null {
  const number = id.scheme === 'instagram' ? instagramId(id.value) : digits(id.value);
  return number === null ? null : MOMENTS[id.scheme](number);
}

const MOMENTS: Record<Scheme, (id: bigint) => number | null> = {
  // Snowflakes begin in November 2010; smaller ids are plain counters.
  x: (id) => (id < 29_700_000_000n ? null : Number(id >> 22n) + 1_288_834_974_657),
  mastodon: (id) => (id < 1n << 50n ? null : Number(id >> 16n)),
  discord: (id) => (id < 1n << 22n ? null : Number(id >> 22n) + 1_420_070_400_000),
  linkedin: (id) => (id < 1n << 60n ? null : Number(id >> 22n)),
  tiktok: (id) => (id < 1n << 60n ? null : Number(id >> 32n) * 1000),
  instagram: (id) => (id < 1n << 40n ? null : Number(id >> 23n) + 1_314_220_021_721),
};

function digits(value: string): bigint | null {
  return /^\d{1,20}$/.test(value) ? BigInt(value) : null;
}

/** A media id, or the shortcode of its address. Private posts add 28 characters: only the first 11 are the id. */
function instagramId(value: string): bigint | null {
  const number = digits(value.split('_')[0] as string);
  if (number !== null && value.length > 12) return number;
  const code = value.length > 28 ? value.slice(0, -28) : value;
  if (!/^[\w-]{5,11}$/.test(code)) return number;
  let id = 0n;
  for (const letter of code) id = id * 64n + BigInt(SHORTCODE.indexOf(letter));
  return id;
}
