/** The screen's end of the analysis worker. Starting is cheap; the model is loaded with the first reading. */
import type { Draft, Suggestions } from '../core/draft';
import type { PostKey } from '../core/post';
import type { Found } from '../core/search';
import type { Ties } from '../core/ties';
import type { Topic } from '../core/topic';
import type { ToHostHandlers } from '../messaging/channel-host';
import type { FromWorker, JobName, Jobs, Progress, ToWorker } from './worker/jobs';
import workerUrl from './worker/worker?worker&url';

export type { Progress } from './worker/jobs';

export interface ReadOptions {
  onProgress?: (progress: Progress) => void;
  /** Stops the catching up; what was read so far stays. */
  signal?: AbortSignal;
}

export interface Analysis {
  /** Reads what lacks a reading of this version, newest and mentions first. */
  read(options?: ReadOptions): Promise<void>;
  updateThemes(now?: number): Promise<void>;
  /** Learns what we answered before, ahead of the first drafts. */
  recall(): Promise<void>;
  suggest(postKey: PostKey): Promise<Suggestions>;
  /** Who talks with whom, and who is worth a word. */
  ties(): Promise<Ties>;
  /** How much of each of these people there is here of late, with its reasons. */
  involved(ids: readonly string[]): Promise<Jobs['involved']['value']>;
  /** Accounts that may be the same person as this one (or as this account), with reasons. */
  same(id: string): Promise<Jobs['same']['value']>;
  /** Looks through all that is held; the full grammar. */
  search(query: string, limit: number): Promise<Found>;
  /** Names, products, hashtags and links of a post. */
  topics(postKey: PostKey): Promise<Topic[]>;
  /** Answers for a reply box in a page, as the background asks them. */
  forPages: ToHostHandlers;
  /** What a model would be sent, to be shown first; null where it may not be asked. */
  modelRequest(postKey: PostKey): Promise<Jobs['modelRequest']['value']>;
  /** Asks the user's endpoint, once. Fails with a fault that has words (`faultOf`). */
  modelAnswer(request: Jobs['modelAnswer']['request'], options?: ReadOptions): Promise<string>;
  /** A model's words as a draft, checked. */
  modelCheck(request: Omit<Jobs['modelCheck']['request'], 'now'>): Promise<Draft>;
  /** Ends the worker. What was asked and not answered is refused. */
  close(): void;
}

/** A job that was stopped on purpose, by `signal` or `close()`. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

interface Waiting {
  resolve(value: unknown): void;
  reject(reason: Error): void;
  onProgress: ((progress: Progress) => void) | undefined;
}

type TrustedUrl = { createScriptURL(url: string): string };
type TrustedTypes = { createPolicy(name: string, rules: { createScriptURL(url: string): string }): TrustedUrl };

/** A page may make a policy of one name once only, so it is kept. Firefox before 148 has none and takes plain strings. */
let policy: TrustedUrl | undefined;

function scriptUrl(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return url;
  policy ??= trustedTypes.createPolicy('tertulia', {
    createScriptURL(asked) {
      if (asked !== workerUrl) throw new TypeError(`not a script of ours: ${asked}`);
      return asked;
    },
  });
  return policy.createScriptURL(url);
}

function newWorker(): Worker {
  return new Worker(scriptUrl(workerUrl), { type: 'module', name: 'analysis' });
}

/** Opens an analysis worker. `open` is given by tests. */
export function startAnalysis(open: () => Worker = newWorker): Analysis {
  const worker = open();
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let closed = false;
  /** A reading that runs now, and one that was asked meanwhile: posts may have come since the first began. */
  let reading: Promise<void> | undefined;
  let readAgain: Promise<void> | undefined;

  function settle(id: number): Waiting | undefined {
    const one = waiting.get(id);
    waiting.delete(id);
    return one;
  }

  function refuseAll(reason: Error): void {
    for (const one of waiting.values()) one.reject(reason);
    waiting.clear();
  }

  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if ('progress' in data) waiting.get(data.id)?.onProgress?.(data.progress);
    else if ('failed' in data) settle(data.id)?.reject(data.cancelled ? new Cancelled() : new Error(data.failed));
    else settle(data.id)?.resolve(data.value);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    refuseAll(new Error(event.message || 'the analysis worker could not start'));
  };

  function ask<Name extends JobName>(
    job: Name,
    request: Jobs[Name]['request'],
    options: ReadOptions = {},
  ): Promise<Jobs[Name]['value']> {
    if (closed || options.signal?.aborted) return Promise.reject(new Cancelled());
    const id = ++lastId;
    return new Promise<Jobs[Name]['value']>((resolve, reject) => {
      const cancel = () => worker.postMessage({ id, job: 'cancel' } satisfies ToWorker);
      const forget = () => options.signal?.removeEventListener('abort', cancel);
      waiting.set(id, {
        resolve: (value) => {
          forget();
          resolve(value as Jobs[Name]['value']);
        },
        reject: (reason) => {
          forget();
          reject(reason);
        },
        onProgress: options.onProgress,
      });
      options.signal?.addEventListener('abort', cancel, { once: true });
      worker.postMessage({ id, job, request } as ToWorker);
    });
  }

  function readNow(options: ReadOptions): Promise<void> {
    reading = ask('read', {}, options)
      .then(() => undefined)
      .finally(() => {
        reading = undefined;
      });
    return reading;
  }

  return {
    read(options = {}) {
      if (!reading) return readNow(options);
      readAgain ??= reading
        .catch(() => undefined)
        .then(() => {
          readAgain = undefined;
          return readNow(options);
        });
      return readAgain;
    },
    async updateThemes(now = Date.now()) {
      await ask('updateThemes', { now });
    },
    async recall() {
      await ask('recall', { now: Date.now() });
    },
    suggest(postKey) {
      return ask('suggest', { postKey, now: Date.now() });
    },
    forPages: {
      drafts: (box) => ask('draftsForBox', { box, now: Date.now() }),
      expand: (typed) => ask('expand', { typed, now: Date.now() }),
    },
    ties: () => ask('ties', { now: Date.now() }),
    involved: (ids) => ask('involved', { ids, now: Date.now() }),
    same: (id) => ask('same', { id }),
    search: (query, limit) => ask('search', { query, limit }),
    topics: (postKey) => ask('topics', { postKey }),
    modelRequest: (postKey) => ask('modelRequest', { postKey, now: Date.now() }),
    modelAnswer: (request, options) => ask('modelAnswer', request, options),
    modelCheck: (request) => ask('modelCheck', { ...request, now: Date.now() }),
    close() {
      closed = true;
      worker.terminate();
      refuseAll(new Cancelled());
    },
  };
}
