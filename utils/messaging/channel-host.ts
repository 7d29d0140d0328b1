/** Between the background, which hears pages, and the page of ours that holds the analysis and can answer them. */
import { browser } from 'wxt/browser';
import { answerWith } from './channel';
import { type Envelope, isAnswer, isEnvelope } from './envelope';
import type { ToHost } from './protocol';
import type { RawSender } from './sender';

export type ToHostHandlers = {
  [K in keyof ToHost]: (request: ToHost[K]['request']) => Promise<ToHost[K]['response']> | undefined;
};

/** Answers the background in a page of ours. A script in somebody's page that asks the same is not heard. */
export function onToHost(handlers: ToHostHandlers, ends: AbortSignal): void {
  const listener = (message: unknown, sender: RawSender, respond: (answer: unknown) => void): true | undefined => {
    if (!isEnvelope(message) || message.tertulia !== 'toHost') return undefined;
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return undefined;
    if (!Object.hasOwn(handlers, message.type)) return undefined;
    const handle = handlers[message.type as keyof ToHost] as (request: unknown) => unknown;
    return answerWith(() => handle(message.request), respond);
  };
  browser.runtime.onMessage.addListener(listener);
  ends.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), { once: true });
}

/** Asks whoever holds the analysis. null: nobody does, or it could not be done. */
export async function askHost<K extends keyof ToHost>(
  type: K,
  request: ToHost[K]['request'],
): Promise<ToHost[K]['response'] | null> {
  const envelope: Envelope = { tertulia: 'toHost', type, request };
  try {
    const answer: unknown = await browser.runtime.sendMessage(envelope);
    return isAnswer(answer) && 'value' in answer ? (answer.value as ToHost[K]['response']) : null;
  } catch {
    return null;
  }
}
