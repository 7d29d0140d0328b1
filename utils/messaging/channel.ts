/**
 * Typed messages between contexts: the half that runs in pages and screens. (`channel-background.ts` receives them; it
 * checks them with a schema library that no page should load.)
 *
 * When a service worker dies in the middle of a message, the sender sees one of four things: an error about a closed
 * channel, an error about a missing receiver, a success without a value, or, after an update, a thrown "context
 * invalidated". So only an explicit answer counts.
 */
import { browser } from 'wxt/browser';
import { type Envelope, type FaultKind, isAnswer, isEnvelope } from './envelope';
import type { FromPage, FromScreen, ToPage } from './protocol';

/** The extension was updated or removed: this script belongs to nobody any more and must stop. */
export class Invalidated extends Error {
  constructor() {
    super('the extension context is gone');
    this.name = 'Invalidated';
  }
}

/** No answer came, or one that says the work could not be done now. Whatever was sent is still the sender's. */
export class Undelivered extends Error {
  constructor(readonly reason: FaultKind | 'silence') {
    super(`message undelivered: ${reason}`);
    this.name = 'Undelivered';
  }
}

/** Waits between tries. A worker that died is back within the first or second. */
const RETRIES_MS = [50, 250, 1_000] as const;

/**
 * Capture script → background. `captured` is tried once: by the time of another try the page may have changed, so the
 * script sends what is newest itself.
 */
export async function sendFromPage<K extends keyof FromPage>(
  type: K,
  request: FromPage[K]['request'],
): Promise<FromPage[K]['response']> {
  const envelope: Envelope = { tertulia: 'fromPage', type, request };
  const value = await ask(() => browser.runtime.sendMessage(envelope), type === 'captured' ? [] : RETRIES_MS);
  if (type === 'captured' && !isAck(value)) throw new Undelivered('silence');
  return value as FromPage[K]['response'];
}

/** Extension page → background. */
export async function sendFromScreen<K extends keyof FromScreen>(
  type: K,
  request: FromScreen[K]['request'],
): Promise<FromScreen[K]['response']> {
  const envelope: Envelope = { tertulia: 'fromScreen', type, request };
  return (await ask(() => browser.runtime.sendMessage(envelope), RETRIES_MS)) as FromScreen[K]['response'];
}

/** Extension page or background → the capture script of a tab. null: nobody listens there, or nobody had an answer. */
export async function sendToTab<K extends keyof ToPage>(
  tabId: number,
  type: K,
  request: ToPage[K]['request'],
): Promise<ToPage[K]['response'] | null> {
  const envelope: Envelope = { tertulia: 'toPage', type, request };
  try {
    const answer: unknown = await browser.tabs.sendMessage(tabId, envelope);
    return isAnswer(answer) && 'value' in answer ? (answer.value as ToPage[K]['response']) : null;
  } catch {
    return null;
  }
}

/** `undefined`, not as a promise, leaves the answer to another frame of the tab. */
export type ToPageHandlers = {
  [K in keyof ToPage]: (
    request: ToPage[K]['request'],
  ) => ToPage[K]['response'] | Promise<ToPage[K]['response']> | undefined;
};

/** Answers screens and background in a page. */
export function onToPage(handlers: ToPageHandlers, signal: AbortSignal): void {
  const listener = (
    message: unknown,
    sender: { id?: string | undefined },
    respond: (answer: unknown) => void,
  ): true | undefined => {
    if (!isEnvelope(message) || message.tertulia !== 'toPage' || sender.id !== browser.runtime?.id) return undefined;
    if (!Object.hasOwn(handlers, message.type)) return undefined;
    const handle = handlers[message.type as keyof ToPage] as (request: unknown) => unknown;
    return answerWith(() => handle(message.request), respond);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(listener), { once: true });
}

/** Runs a handler and answers. True where the answer is still to come, undefined where there is none. */
export function answerWith(handle: () => unknown, respond: (answer: unknown) => void): true | undefined {
  let result: unknown;
  try {
    result = handle();
  } catch {
    respond({ fault: 'failed' });
    return undefined;
  }
  if (result === undefined) return undefined;
  if (!(result instanceof Promise)) {
    respond({ value: result });
    return undefined;
  }
  result.then(
    (value) => respond({ value }),
    () => respond({ fault: 'failed' }),
  );
  return true;
}

async function ask(send: () => Promise<unknown>, waits: readonly number[]): Promise<unknown> {
  for (let attempt = 0; ; attempt++) {
    const answer = await once(send);
    if (isAnswer(answer)) {
      if ('value' in answer) return answer.value;
      // A refusal is final; a failure may pass.
      if (answer.fault === 'refused') throw new Undelivered('refused');
    }
    const wait = waits[attempt];
    if (wait === undefined) throw new Undelivered(isAnswer(answer) ? 'failed' : 'silence');
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

async function once(send: () => Promise<unknown>): Promise<unknown> {
  if (!browser.runtime?.id) throw new Invalidated();
  try {
    return await send();
  } catch (fault) {
    // Thrown at once or as a rejection; the id is gone by then in every browser that says so.
    const gone = fault instanceof Error && /context invalidated/i.test(fault.message);
    if (gone || !browser.runtime?.id) throw new Invalidated();
    return undefined;
  }
}

function isAck(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ack' in value && Array.isArray(value.ack);
}
