/** Ids that carry the moment they were made. */
import type { RawTime } from '../contract';

type Scheme = NonNullable<RawTime['id']>['scheme'];

const SHORTCODE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Milliseconds UTC, or null where the id is too old or not of the scheme. */
export function timeFromId(id: NonNullable<RawTime['id']>): number | null {
  const number = (READERS[id.scheme] ?? digits)(id.value);
  return number === null ? null : MOMENTS[id.scheme](number);
}

/** Ids that are not written in plain digits. */
const READERS: { [S in Scheme]?: (value: string) => bigint | null } = { instagram: instagramId, bluesky: recordKey };

const MOMENTS: Record<Scheme, (id: bigint) => number | null> = {
  // Snowflakes begin in November 2010; smaller ids are plain counters.
  x: (id) => (id < 29_700_000_000n ? null : Number(id >> 22n) + 1_288_834_974_657),
  mastodon: (id) => (id < 1n << 50n ? null : Number(id >> 16n)),
  discord: (id) => (id < 1n << 22n ? null : Number(id >> 22n) + 1_420_070_400_000),
  linkedin: (id) => (id < 1n << 60n ? null : Number(id >> 22n)),
  tiktok: (id) => (id < 1n << 60n ? null : Number(id >> 32n) * 1000),
  bluesky: (id) => Number((id >> 10n) / 1000n),
  instagram: (id) => (id < 1n << 40n ? null : Number(id >> 23n) + 1_314_220_021_721),
};

function digits(value: string): bigint | null {
  return /^\d{1,20}$/.test(value) ? BigInt(value) : null;
}

const SORTABLE = '234567abcdefghijklmnopqrstuvwxyz';

/** A record key of the AT protocol: 13 letters of five bits, microseconds and ten bits of the clock that gave it. */
function recordKey(value: string): bigint | null {
  if (!/^[2-7a-j][2-7a-z]{12}$/.test(value)) return null;
  let id = 0n;
  for (const letter of value) id = (id << 5n) | BigInt(SORTABLE.indexOf(letter));
  return id;
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
