/**
 * The analysis worker: a module worker that opens the database itself, so that reading, themes and drafts never hold up a
 * screen. One job of a kind runs at a time, across every open screen (`navigator.locks`): a second screen waits for the
 * first one's reading and then finds nothing left to do.
 */
import { database } from '../../store/db';
import type { FromWorker, JobContext, JobName, Jobs, ToWorker } from './jobs';

type Run<Name extends JobName> = (request: Jobs[Name]['request'], context: JobContext) => Promise<Jobs[Name]['value']>;

/** Each job's code is loaded when it is first asked for. */
const RUNS: { [Name in JobName]: Run<Name> } = {
  async read(_request, context) {
    const [{ readPending }, { lookAtSent }] = await Promise.all([import('./read-job'), import('./sent-job')]);
    // First what we sent: what it turned is then read as it stands. Should it fail, it is looked at again next time.
    await lookAtSent(database(), { now: Date.now() }).catch(() => 0);
    return readPending(database(), context);
  },
  async updateThemes({ now }) {
    const { updateThemes } = await import('./themes-job');
    await updateThemes(database(), { now });
    return undefined;
  },
  async ties({ now }) {
    const { tiesOf } = await import('./ties-job');
    return tiesOf(database(), now);
  },
  async involved({ ids, now }) {
    const { involvedOf } = await import('./involved-job');
    return involvedOf(database(), ids, now);
  },
  async same({ id }) {
    const { sameAs } = await import('./same-job');
    return sameAs(database(), id);
  },
  async search(request) {
    const { search } = await import('./search-job');
    return search(database(), request);
  },
  async topics({ postKey }) {
    const { topicsFor } = await import('./topics-job');
    return topicsFor(database(), postKey);
  },
  async recall({ now }) {
    const { warmMemory } = await import('./replies-job');
    await warmMemory(database(), now);
    return undefined;
  },
  async suggest({ postKey, now }) {
    const { suggestFor } = await import('./replies-job');
    return suggestFor(database(), postKey, { now });
  },
  async draftsForBox({ box, now }) {
    const { draftsForBox } = await import('./box-job');
    return draftsForBox(database(), box, now);
  },
  async expand({ typed, now }) {
    const { expandShortcut } = await import('./box-job');
    return expandShortcut(database(), typed, now);
  },
  async modelRequest(request) {
    const { modelRequest } = await import('./model-job');
    return modelRequest(database(), request);
  },
  async modelAnswer({ endpoint, request }, { signal, onProgress }) {
    const [{ complete }, { noteDeparture }] = await Promise.all([
      import('../../replies/model/endpoint'),
      import('../../store/departures'),
    ]);
    signal.throwIfAborted();
    await noteDeparture(database(), { url: endpoint.url, body: JSON.stringify(request.messages) });
    return complete(endpoint, request.messages, { signal, onText: (text) => onProgress({ done: 0, total: 0, text }) });
  },
  async modelCheck(request) {
    const { modelCheck } = await import('./model-job');
    return modelCheck(database(), request);
  },
};

/** Jobs that write: two screens must not do the same work at once. */
const ALONE: readonly JobName[] = ['read', 'updateThemes'];

const running = new Map<number, AbortController>();

function post(message: FromWorker): void {
  self.postMessage(message);
}

async function run(message: Exclude<ToWorker, { job: 'cancel' }>): Promise<void> {
  const abort = new AbortController();
  running.set(message.id, abort);
  const context: JobContext = {
    signal: abort.signal,
    onProgress: (progress) => post({ id: message.id, progress }),
  };
  // The compiler cannot tie `job` to `request` through a union; `ToWorker` does.
  const start = () => (RUNS[message.job] as Run<JobName>)(message.request as never, context);
  try {
    const value = ALONE.includes(message.job)
      ? await navigator.locks.request(`tertulia:${message.job}`, { signal: abort.signal }, start)
      : await start();
    post({ id: message.id, value });
  } catch (error) {
    post({ id: message.id, failed: String(error), cancelled: abort.signal.aborted });
  } finally {
    running.delete(message.id);
  }
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.job === 'cancel') running.get(data.id)?.abort();
  else void run(data);
};
