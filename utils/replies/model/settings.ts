/** Which model may be asked, if any. Kept in `storage.local` alone: never in the database, so never in an export or a backup. */
import { fallback, type InferOutput, integer, maxLength, maxValue, minValue, number, object, parse, picklist, pipe, string } from 'valibot'; // biome-ignore format: one list

const words = (longest: number) => fallback(pipe(string(), maxLength(longest)), '');

const Shape = object({
  use: fallback(picklist(['off', 'builtIn', 'endpoint']), 'off'),
  /** As typed: the base address of an OpenAI-compatible server, or its `chat/completions`. */
  url: words(2_000),
  model: words(200),
  /** Sent to that address as a bearer token and nowhere else. */
  key: words(2_000),
  /** The longest answer asked for. */
  maxTokens: fallback(pipe(number(), integer(), minValue(50), maxValue(4_000)), 400),
});

export type ModelSettings = InferOutput<typeof Shape>;

export const NO_MODEL: ModelSettings = { use: 'off', url: '', model: '', key: '', maxTokens: 400 };

/** What is stored, whatever it is. */
export function readModelSettings(stored: unknown): ModelSettings {
  return stored instanceof Object ? parse(Shape, { ...NO_MODEL, ...stored }) : NO_MODEL;
}

export type EndpointProblem = 'notAnAddress' | 'notEncrypted' | 'notAllowed';

const HERE = /^(?:localhost|127\.0\.0\.1)$/;
/** Addresses by which clouds hand out their own secrets, and others that name no server of the user's. */
const NEVER = /^(?:169\.254\.|0\.|metadata\.google\.internal$|\[(?:fe80|fd00:ec2):)/i;

/** Where to send, or why not. TLS everywhere but on this very machine. */
export function completionsUrl(
  typed: string,
): { url: string; origin: string; host: string } | { problem: EndpointProblem } {
  const plain = typed.trim();
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(plain)
    ? plain
    : `${/^(?:localhost|127\.)/i.test(plain) ? 'http' : 'https'}://${plain}`;
  if (plain === '' || !URL.canParse(address)) return { problem: 'notAnAddress' };
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password || url.hostname === '')
    return { problem: 'notAnAddress' };
  if (NEVER.test(url.hostname)) return { problem: 'notAllowed' };
  if (url.protocol === 'http:' && !HERE.test(url.hostname)) return { problem: 'notEncrypted' };
  const path = url.pathname.replace(/\/+$/, '');
  url.pathname = /\/chat\/completions$/.test(path) ? path : `${path || '/v1'}/chat/completions`;
  url.hash = '';
  return { url: url.href, origin: `${url.protocol}//${url.hostname}/*`, host: url.host };
}
