/**
 * One question to the endpoint the user set up, and its answer as it comes. The only place that speaks to the network for a
 * draft: one request a call, never tried again by itself, never followed elsewhere, never with cookies.
 */
import type { ModelMessage } from './prompt';

export interface Endpoint {
  /** Full address of `chat/completions`. */
  url: string;
  model: string;
  key: string;
  maxTokens: number;
}

/** Why there is no answer. Words for each are in the locales (`model_<kind>`). */
export type ModelFaultKind =
  /** No connection: nobody there, or TLS fails. */
  | 'refused'
  /** Not a byte within the time allowed. */
  | 'noAnswer'
  /** It began and stopped in the middle. */
  | 'stalled'
  | 'key'
  | 'notFound'
  | 'tooMany'
  | 'server'
  | 'notUnderstood'
  | 'tooLong'
  /** It points to another address. */
  | 'elsewhere'
  | 'empty'
  | 'cancelled'
  /** What came carries out orders, or tells what it was told. */
  | 'suspicious';

export class ModelFault extends Error {
  constructor(
    readonly kind: ModelFaultKind,
    /** Where the server says: seconds until it may be asked again. */
    readonly retryAfter: number | null = null,
  ) {
    // Kind and wait travel in the words: an error that crosses from a worker keeps nothing else.
    super(retryAfter === null ? kind : `${kind} ${retryAfter}`);
    this.name = 'ModelFault';
  }
}

/** A fault as it came back from the worker; `refused` for anything else that went wrong. */
export function faultOf(said: string): ModelFault {
  const [, kind, wait] = /ModelFault: (\w+)(?: (\d+))?$/.exec(said) ?? [];
  return kind ? new ModelFault(kind as ModelFaultKind, wait ? Number(wait) : null) : new ModelFault('refused');
}

export interface Limits {
  /** A model on this machine may take most of a minute to load. */
  firstByteMs: number;
  /** Between two pieces. */
  stallMs: number;
  totalMs: number;
  /** Of the body, whatever it holds. */
  bytes: number;
  /** Of the answer itself. */
  characters: number;
}

export const LIMITS: Limits = {
  firstByteMs: 75_000,
  stallMs: 30_000,
  totalMs: 240_000,
  bytes: 1_000_000,
  characters: 6_000,
};

export interface Asking {
  signal: AbortSignal;
  /** The answer so far. */
  onText?: (text: string) => void;
  limits?: Partial<Limits>;
}

export async function complete(endpoint: Endpoint, messages: readonly ModelMessage[], asking: Asking): Promise<string> {
  const limits = { ...LIMITS, ...asking.limits };
  const stop = new AbortController();
  let why: ModelFaultKind = 'cancelled';
  const end = (kind: ModelFaultKind) => {
    why = kind;
    stop.abort();
  };
  const patience = timer(() => end('noAnswer'));
  const total = timer(() => end('stalled'));
  patience.set(limits.firstByteMs);
  total.set(limits.totalMs);
  const cancel = () => end('cancelled');
  asking.signal.addEventListener('abort', cancel, { once: true });
  try {
    asking.signal.throwIfAborted();
    const response = await fetch(endpoint.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream, application/json',
        ...(endpoint.key && { authorization: `Bearer ${endpoint.key}` }),
      },
      body: JSON.stringify({
        model: endpoint.model,
        messages,
        max_tokens: endpoint.maxTokens,
        temperature: 0.3,
        stream: true,
      }),
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
    });
    checkStatus(response);
    return await readAnswer(response, {
      limits,
      onText: asking.onText,
      heard: () => patience.set(limits.stallMs, () => end('stalled')),
    });
  } catch (fault) {
    if (fault instanceof ModelFault) throw fault;
    throw new ModelFault(asking.signal.aborted ? 'cancelled' : stop.signal.aborted ? why : 'refused');
  } finally {
    patience.clear();
    total.clear();
    asking.signal.removeEventListener('abort', cancel);
    // Whatever is still coming is not waited for.
    stop.abort();
  }
}

function timer(late: () => void) {
  let id: ReturnType<typeof setTimeout> | undefined;
  const clear = () => clearTimeout(id);
  return {
    clear,
    set(ms: number, then = late) {
      clear();
      id = setTimeout(then, ms);
    },
  };
}

function checkStatus(response: Response): void {
  const { status, type } = response;
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) throw new ModelFault('elsewhere');
  if (response.ok) return;
  if (status === 401 || status === 403) throw new ModelFault('key');
  if (status === 404 || status === 405) throw new ModelFault('notFound');
  if (status === 429) throw new ModelFault('tooMany', retryAfter(response.headers.get('retry-after')));
  if (status === 503) throw new ModelFault('server', retryAfter(response.headers.get('retry-after')));
  throw new ModelFault(status >= 500 ? 'server' : 'notUnderstood');
}

const LONGEST_WAIT = 86_400;

/** Seconds, or a date. */
function retryAfter(said: string | null): number | null {
  if (!said) return null;
  const seconds = /^\d+$/.test(said.trim()) ? Number(said) : (Date.parse(said) - Date.now()) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(LONGEST_WAIT, Math.ceil(seconds)) : null;
}

interface Reading {
  limits: Limits;
  onText: ((text: string) => void) | undefined;
  heard: () => void;
}

async function readAnswer(response: Response, { limits, onText, heard }: Reading): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) throw new ModelFault('empty');
  const decoder = new TextDecoder();
  const answer = new Answer();
  let bytes = 0;
  let told = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      heard();
      bytes += value.byteLength;
      if (bytes > limits.bytes) throw new ModelFault('tooLong');
      answer.take(decoder.decode(value, { stream: true }));
      if (answer.text.length > limits.characters) throw new ModelFault('tooLong');
      if (answer.text !== told) {
        told = answer.text;
        onText?.(told);
      }
      if (answer.ended) break;
    }
    return answer.finish(decoder.decode());
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

/** The words of an answer that comes as server-sent events or, where the server does not stream, as one object. */
class Answer {
  text = '';
  ended = false;
  #line = '';
  #whole: string | null = null;
  #events = 0;

  take(piece: string): void {
    if (this.#whole !== null) {
      this.#whole += piece;
      return;
    }
    const lines = (this.#line + piece).split(/\r\n|\n|\r/);
    this.#line = lines.pop() ?? '';
    // An object that is no event: the whole body is one answer.
    if (this.#events === 0 && /^\s*[{[]/.test(lines[0] || this.#line)) {
      this.#whole = [...lines, this.#line].join('\n');
      return;
    }
    for (const line of lines) this.#event(line);
  }

  finish(rest: string): string {
    this.take(rest);
    if (this.#whole !== null) this.text = contentOf(this.#whole, 'message');
    else this.#event(this.#line);
    if (this.#whole === null && this.#events === 0) throw new ModelFault('notUnderstood');
    return this.text;
  }

  #event(line: string): void {
    if (!line.startsWith('data:')) return;
    const data = line.slice(5).trim();
    if (data === '') return;
    this.#events++;
    if (data === '[DONE]') this.ended = true;
    else this.text += contentOf(data, 'delta');
  }
}

function contentOf(json: string, part: 'delta' | 'message'): string {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new ModelFault('notUnderstood');
  }
  if (at(value, 'error') != null) throw new ModelFault('server');
  const choices = at(value, 'choices');
  if (!Array.isArray(choices)) throw new ModelFault('notUnderstood');
  const content = at(at(choices[0], part) ?? at(choices[0], 'message'), 'content');
  return typeof content === 'string' ? content : '';
}

function at(value: unknown, name: string): unknown {
  return value instanceof Object && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}
