/**
 * Runs beside the capture script where the user listens, and does nothing until somebody writes: Alt+R in a reply box opens
 * the drafts beside it, `/shortcut` and Tab puts a saved reply in its place. Never sends.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { insertText } from '../utils/adapters/composer/insert';
import { type Card, openCard } from '../utils/composing/drafts-card';
import { boxInHand, shortcutBefore } from '../utils/composing/shortcut';
import type { Draft } from '../utils/core/draft';
import type { PostKey } from '../utils/core/post';
import { Invalidated, sendFromPage } from '../utils/messaging/channel';
import type { BoxInHand } from '../utils/messaging/protocol';
import { useMessages as setMessages } from '../utils/text/t';

/** What the capture script of this frame tells (`capture.ts`), through a global of our isolated world. */
interface Capture {
  isAlive(): boolean;
  postsFor(box: HTMLElement): { keys: PostKey[]; sure: boolean; limit: number | null } | null;
}
const CAPTURE = Symbol.for('tertulia.capture');
const PLACE = Symbol.for('tertulia.composing');
const world = globalThis as typeof globalThis & { [CAPTURE]?: Capture; [PLACE]?: AbortController };

/** Shortcuts written meanwhile are known after so long. */
const ASK_AGAIN_MS = 15_000;

export default defineUnlistedScript(() => {
  // A newer script takes the place of an older one, and of one that an update left behind.
  world[PLACE]?.abort();
  const life = new AbortController();
  world[PLACE] = life;
  setMessages((key, given) => browser.i18n.getMessage(key as never, given), browser.i18n.getUILanguage());
  listen(life);
});

function listen(life: AbortController): void {
  const { signal } = life;
  let shortcuts: ReadonlySet<string> = new Set();
  let askedAt = Number.NEGATIVE_INFINITY;
  let card: Card | null = null;

  const isAlive = () => {
    if (!browser.runtime?.id) life.abort();
    return !signal.aborted;
  };
  const ended = (fault: unknown) => {
    if (fault instanceof Invalidated) life.abort();
    return null;
  };

  /** Where the capture script rests, so do we. */
  function inHand(): { box: HTMLElement; asked: BoxInHand; limit: number | null } | null {
    const box = boxInHand(document);
    const posts = box && world[CAPTURE]?.isAlive() ? world[CAPTURE].postsFor(box) : null;
    if (!box || !posts) return null;
    const { keys, sure, limit } = posts;
    return { box, limit, asked: { keys, sure, lang: document.documentElement.lang || null } };
  }

  async function learnShortcuts(): Promise<void> {
    if (performance.now() - askedAt < ASK_AGAIN_MS || !isAlive()) return;
    askedAt = performance.now();
    const answer = await sendFromPage('shortcuts', {}).catch(ended);
    if (answer) shortcuts = new Set(answer.shortcuts.map((one) => one.toLowerCase()));
  }

  function putIn(box: HTMLElement, to: PostKey | null, draft: Draft, text: string): boolean {
    const isIn = insertText(box, text);
    if (isIn && to) void sendFromPage('put', { postKey: to, draft: draft.id, text }).catch(ended);
    return isIn;
  }

  async function openDrafts(): Promise<boolean> {
    const hand = inHand();
    if (!hand || !isAlive()) return false;
    card?.close();
    let to: PostKey | null = null;
    const mine = openCard({
      box: hand.box,
      limit: hand.limit,
      ends: signal,
      put: (draft, text) => putIn(hand.box, to, draft, text),
    });
    card = mine;
    const found = await sendFromPage('drafts', hand.asked).catch(ended);
    to = found?.to?.key ?? null;
    mine.show(found);
    return true;
  }

  async function expand(box: HTMLElement, word: string): Promise<void> {
    const hand = inHand();
    if (!hand) return;
    const answer = await sendFromPage('expand', { ...hand.asked, shortcut: word }).catch(ended);
    const draft = answer?.draft;
    // Somebody went on writing meanwhile: what they wrote stays.
    const typed = shortcutBefore(box);
    if (!draft || typed?.word !== word) return;
    const put = (text: string) => typed.select() && putIn(box, answer.to, draft, text);
    if (draft.blanks.length === 0) {
      put(draft.text);
      return;
    }
    card?.close();
    card = openCard({ box, limit: hand.limit, ends: signal, put: (_, text) => put(text) });
    card.fill(draft);
  }

  function onKey(event: KeyboardEvent): void {
    if (card?.open && card.key(event)) return;
    // A page can make events of its own, and must not fetch our words with them.
    if (!event.isTrusted || event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey || card?.open) return;
    if (event.altKey && event.code === 'KeyR') {
      if (!inHand()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void openDrafts();
    } else if (event.key === 'Tab' && !event.altKey && shortcuts.size > 0) {
      const box = boxInHand(document);
      const typed = box && shortcutBefore(box);
      if (!box || !typed || !shortcuts.has(typed.word)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void expand(box, typed.word);
    }
  }

  // Set before the marks set theirs: what is typed into the card is no key of theirs.
  window.addEventListener('keydown', onKey, { capture: true, signal });
  for (const type of ['keyup', 'keypress'] as const)
    window.addEventListener(type, (event) => card?.open && card.key(event), { capture: true, signal });
  document.addEventListener('focusin', () => boxInHand(document) && void learnShortcuts(), { signal });
  if (boxInHand(document)) void learnShortcuts();
}
