/**
 * Runs beside the capture script where the user listens and lets us: badges beside names, marks on posts, notes by key.
 * Where it is switched off it ends before anything is shown.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { OWN_KEYS } from '../utils/core/marks';
import { Invalidated, sendFromPage } from '../utils/messaging/channel';
import { atRest } from '../utils/page/at-rest';
import { startMarks } from '../utils/page/marks';
import type { Seen } from '../utils/page/seen';
import { useMessages as setMessages } from '../utils/text/t';

/** What the capture script of this frame tells (`capture.ts`), through a global of our isolated world. */
interface Capture {
  isAlive(): boolean;
  readonly adapter: string | null;
  follow(listener: (seen: Seen) => void, signal: AbortSignal): void;
}
const CAPTURE = Symbol.for('tertulia.capture');
const PLACE = Symbol.for('tertulia.marks');
const world = globalThis as typeof globalThis & { [CAPTURE]?: Capture; [PLACE]?: AbortController };

export default defineUnlistedScript(() => {
  // A newer script takes the place of an older one, and of one that an update left behind.
  world[PLACE]?.abort();
  const life = new AbortController();
  world[PLACE] = life;
  setMessages((key, given) => browser.i18n.getMessage(key as never, given), browser.i18n.getUILanguage());
  void begin(life).catch(() => undefined);
});

async function begin(life: AbortController): Promise<void> {
  const { signal } = life;
  /** null where nobody answers; the end where the extension is gone. */
  const asked = async <Answer>(question: Promise<Answer>): Promise<Answer | null> => {
    try {
      return await question;
    } catch (fault) {
      if (fault instanceof Invalidated) life.abort();
      return null;
    }
  };
  let running: AbortController | null = null;
  let marks: ReturnType<typeof startMarks> | null = null;

  async function look(): Promise<void> {
    const here = await asked(sendFromPage('marksHere', {}));
    const capture = world[CAPTURE];
    if (signal.aborted || !capture) return;
    if (!here?.on) {
      running?.abort();
      running = marks = null;
      return;
    }
    if (marks) {
      marks.refresh();
      return;
    }
    running = new AbortController();
    const ends = AbortSignal.any([signal, running.signal]);
    marks = startMarks({
      document,
      keys: here.keys,
      single: here.single && !(capture.adapter && OWN_KEYS.has(capture.adapter)),
      signal: ends,
      asks: {
        marks: (accounts, posts) => asked(sendFromPage('marks', { accounts, posts })),
        card: (account) => asked(sendFromPage('card', { account })),
        notes: (key) => asked(sendFromPage('notes', { key })),
        keep: async (on, draft) => (await asked(sendFromPage('note', { ...on, ...draft })))?.ok === true,
      },
    });
    capture.follow(marks.add, ends);
  }

  // What was written or switched elsewhere is known when one comes back to the page.
  const again = () => document.visibilityState === 'visible' && void look();
  document.addEventListener('visibilitychange', again, { signal });
  window.addEventListener('focus', again, { signal });
  await atRest(document, signal);
  await look();
}
