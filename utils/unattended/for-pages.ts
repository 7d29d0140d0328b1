/** Drafts for whoever writes in a page, whether a screen of ours is open or not. */
import { type Analysis, startAnalysis } from '../analysis/client';
import { awakeFor } from '../browser/alive';
import { hasOffscreen, openOffscreen } from '../browser/offscreen';
import { askHost, onToHost } from '../messaging/channel-host';
import type { ToHost } from '../messaging/protocol';

/** A page of ours that was just opened listens within a second or two. */
const TRIES = 40;
const BETWEEN_MS = 150;
/** After the last question, the next one may come so late and still find the memory warm. */
const QUIET_MS = 30_000;

/** The background's question: to an open screen, else to a page opened for it. Fails where nobody can answer. */
export async function askAnalysis<K extends keyof ToHost>(
  type: K,
  request: ToHost[K]['request'],
): Promise<ToHost[K]['response']> {
  const answer = await askHost(type, request);
  if (answer !== null) return answer;
  if (!hasOffscreen()) return awakeFor(askHere(type, request));
  await openOffscreen(Date.now());
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const late = await askHost(type, request);
    if (late !== null) return late;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
  throw new Error('nobody holds the analysis');
}

let here: { analysis: Analysis; timer: ReturnType<typeof setTimeout> | undefined } | undefined;

/** Firefox: the event page holds the analysis itself, for a while. */
function askHere<K extends keyof ToHost>(type: K, request: ToHost[K]['request']): Promise<ToHost[K]['response']> {
  here ??= { analysis: startAnalysis(), timer: undefined };
  clearTimeout(here.timer);
  const mine = here;
  here.timer = setTimeout(() => {
    here = undefined;
    mine.analysis.close();
  }, QUIET_MS);
  const ask = here.analysis.forPages[type] as (request: ToHost[K]['request']) => Promise<ToHost[K]['response']>;
  return ask(request);
}

/** In the page without a screen: answers, and tells when nobody has asked for a while. */
export function answerPages(ends: AbortSignal): { quiet(): Promise<void> } {
  let analysis: Analysis | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let open = 0;
  const answer =
    <K extends keyof ToHost>(type: K) =>
    async (request: ToHost[K]['request']): Promise<ToHost[K]['response']> => {
      askedAt = performance.now();
      open++;
      try {
        analysis ??= startAnalysis();
        const ask = analysis.forPages[type] as (request: ToHost[K]['request']) => Promise<ToHost[K]['response']>;
        return await ask(request);
      } finally {
        open--;
        askedAt = performance.now();
      }
    };
  onToHost({ drafts: answer('drafts'), expand: answer('expand') }, ends);
  return {
    async quiet() {
      for (;;) {
        const rest = askedAt + QUIET_MS - performance.now();
        if (open === 0 && rest <= 0) return;
        await new Promise((resolve) => setTimeout(resolve, Math.max(500, rest)));
      }
    },
  };
}
