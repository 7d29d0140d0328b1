/** Moments written for machines: ISO 8601 in its many hands, RFC 2822, epoch seconds to microseconds. */

const ISO =
  /^([+-]?\d{4,6})-?(\d\d)-?(\d\d)(?:[T ]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?$/i;
const RFC =
  /^(?:[a-z]{3,9},?\s+)?\d{1,2}[\s-][a-z]{3,9}[\s-]\d{4}\s+\d{1,2}:\d\d(?::\d\d)?\s*(?:Z|GMT|UTC|[+-]\d{4}|[a-z]{1,4})?$/i;
const ASCTIME =
  /^[a-z]{3}\s+[a-z]{3}\s+\d{1,2}\s+\d\d:\d\d:\d\d\s+(?:[+-]\d{4}\s+|GMT\s+|UTC\s+)?\d{4}(?:\s+GMT[+-]\d{4}.*)?$/i;

/** Milliseconds UTC, or null where it is no machine-readable moment. A time without a zone is the reader's. */
export function parseMachine(value: string | number | null | undefined): number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return epoch(value);
  const text = value.trim();
  if (text.length < 4 || text.length > 80) return null;
  if (/^\d{9,17}(\.\d+)?$/.test(text)) {
    // 14 digits that read as a date are one: 20200312102233.
    if (!/^(19|20)\d\d(0\d|1[0-2])([0-2]\d|3[01])([01]\d|2[0-3])[0-5]\d[0-5]\d$/.test(text)) return epoch(Number(text));
    return fromParts(text.match(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/));
  }
  const iso = ISO.exec(text);
  if (iso) return fromParts(iso);
  if (RFC.test(text) || ASCTIME.test(text)) return finite(Date.parse(text.replace(/^([a-z]{3})[a-z]*,?\s/i, '$1, ')));
  return null;
}

function epoch(value: number): number | null {
  if (!Number.isFinite(value) || value <= 0) return null;
  if (value < 1e11) return Math.round(value * 1000);
  if (value < 1e14) return Math.round(value);
  return Math.round(value / 1000);
}

function fromParts(parts: RegExpMatchArray | null): number | null {
  if (!parts) return null;
  const [, year, month, day, hour, minute, second, fraction, zone] = parts;
  const y = Number(year);
  const m = Number(month) - 1;
  const d = Number(day);
  const h = Number(hour ?? 0);
  const ms = Math.floor(Number(`0.${fraction ?? 0}`) * 1000);
  if (m > 11 || d < 1 || d > 31 || h > 24 || Number(minute ?? 0) > 59) return null;
  if (hour !== undefined && !zone) {
    const local = new Date(y, m, d, h, Number(minute), Number(second ?? 0), ms);
    return local.getDate() === d || h === 24 ? local.getTime() : null;
  }
  const utc = Date.UTC(y, m, d, h, Number(minute ?? 0), Number(second ?? 0), ms);
  if (d > 28 && new Date(Date.UTC(y, m, d)).getUTCDate() !== d) return null;
  return finite(utc - offsetOf(zone) * 60_000);
}

/** Minutes east of Greenwich. */
export function offsetOf(zone: string | undefined): number {
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(zone ?? '');
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
