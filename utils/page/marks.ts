/**
 * In a page where the user listens: badges beside the names of people one knows, marks on posts that wait, notes by key.
 * Asks the background in small portions, draws what is in sight, and touches nothing of the page.
 */
import type { Marks, PageKeys, PersonCard } from '../core/marks';
import type { AccountKey, PostKey } from '../core/post';
import { t } from '../text/t';
import { createBadges } from './badges';
import { createInHand } from './in-hand';
import { keyParts } from './keys-card';
import { createLayer } from './layer';
import { make } from './make';
import { type NoteDraftHere, noteForm, noteList } from './note-box';
import { actionOf, isTyping } from './page-keys';
import { personParts } from './person-card';
import { createPostMarks } from './post-marks';
import type { Seen } from './seen';
import { openPageCard, type PageCard } from './window';

/** What the page's script asks of the background. */
export interface Asks {
  marks(accounts: AccountKey[], posts: PostKey[]): Promise<Marks | null>;
  card(account: AccountKey): Promise<PersonCard | null>;
  notes(post: PostKey): Promise<{ notes: PersonCard['notes']; tags: string[] } | null>;
  keep(on: { kind: 'post' | 'person'; key: string }, draft: NoteDraftHere): Promise<boolean>;
}

export interface MarksOptions {
  document: Document;
  keys: Partial<PageKeys>;
  /** Keys without Alt are ours. */
  single: boolean;
  asks: Asks;
  signal: AbortSignal;
  now?: () => number;
}

export interface PageMarks {
  add(seen: Seen): void;
  /** All is asked again: something may have been written elsewhere. */
  refresh(): void;
}

const PORTION = 100;
/** What was just heard is on disk by then, and may wait for us. */
const KEPT_MS = 1_500;
const PLACE_MS = 80;
const LONGEST_QUOTE = 2_000;

export function startMarks({ document, keys, single, asks, signal, now = Date.now }: MarksOptions): PageMarks {
  const view = document.defaultView ?? window;
  const layer = createLayer(document, signal);
  let card: PageCard | null = null;
  const badges = createBadges({ document, layer, open: openPerson, now, signal });
  const posts = createPostMarks({ document, layer, open: (key) => void openNote(key), now, signal });
  const hand = createInHand(document, signal, posts.frame);

  /** Posts of each author, by key: the post itself is the one that was seen last. */
  const spoken = new Map<AccountKey, Set<PostKey>>();
  const names = new Set<AccountKey>();
  const fresh = new Set<PostKey>();
  let asking = false;
  let isDue = false;
  let keptTimer: ReturnType<typeof setTimeout> | undefined;

  function soon(): void {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      void ask();
    });
  }

  /** One portion after the other: no answer is so large that the page would feel it. */
  async function ask(): Promise<void> {
    if (asking) return;
    asking = true;
    try {
      while (names.size + fresh.size > 0 && !signal.aborted) {
        const who = [...names].slice(0, PORTION);
        const what = [...fresh].slice(0, PORTION);
        for (const account of who) names.delete(account);
        for (const key of what) fresh.delete(key);
        const found = await asks.marks(who, what);
        if (!found) break;
        for (const account of who) badges.know(account, found.people[account] ?? null, postsOf(account));
        for (const key of what) posts.know(key, found.posts[key] ?? null, hand.of(key)?.item);
      }
    } finally {
      asking = false;
    }
  }

  function* postsOf(account: AccountKey): Generator<Seen> {
    for (const key of spoken.get(account) ?? []) {
      const seen = hand.of(key);
      if (seen?.account === account) yield seen;
    }
  }

  function add(seen: Seen): void {
    hand.add(seen);
    badges.add(seen);
    posts.add(seen.key, seen.item);
    const theirs = spoken.get(seen.account);
    if (theirs) theirs.add(seen.key);
    else {
      spoken.set(seen.account, new Set([seen.key]));
      names.add(seen.account);
      soon();
    }
    waiting.add(seen.key);
    keptTimer ??= setTimeout(() => {
      keptTimer = undefined;
      for (const key of waiting) fresh.add(key);
      waiting.clear();
      soon();
    }, KEPT_MS);
  }
  const waiting = new Set<PostKey>();

  function refresh(): void {
    for (const { key, account } of hand.all()) {
      fresh.add(key);
      names.add(account);
    }
    if (names.size > 0) soon();
  }

  function openPerson(account: AccountKey, at: Element, how: 'passing' | 'press'): void {
    if (card?.open && how === 'passing') return;
    void showPerson(account, at as HTMLElement, how === 'passing');
  }

  async function showPerson(account: AccountKey, at: HTMLElement, passing: boolean): Promise<void> {
    const found = await asks.card(account);
    if (!found || signal.aborted || !at.isConnected) return;
    card?.leave();
    const form = noteForm({
      document,
      label: t('noteAbout', found.mark.name),
      quote: null,
      signal,
      grown: () => card?.place(),
      save: async (draft) => {
        const kept = await asks.keep({ kind: 'person', key: account }, draft);
        if (kept) {
          mine.leave();
          names.add(account);
          soon();
        }
        return kept;
      },
    });
    const mine = openPageCard({ at, label: found.mark.name, ends: signal, onKey: form.key, passing });
    card = mine;
    mine.card.append(...personParts(document, found, now()), form.element, keysLine());
    mine.place();
    if (!passing) form.focus();
    const known = await asks.notes(account).catch(() => null);
    form.know(known?.tags ?? []);
  }

  async function openNote(key: PostKey): Promise<void> {
    const seen = hand.of(key);
    if (!seen?.item.isConnected) return;
    const quote = quoteWithin(seen.item);
    card?.leave();
    const label = t('noteOnTheirPost', seen.name);
    const form = noteForm({
      document,
      label,
      quote,
      signal,
      grown: () => mine.place(),
      save: async (draft) => {
        const kept = await asks.keep({ kind: 'post', key }, draft);
        if (kept) {
          mine.leave();
          fresh.add(key);
          soon();
        }
        return kept;
      },
    });
    const mine = openPageCard({ at: seen.item as HTMLElement, label, ends: signal, onKey: form.key });
    card = mine;
    const before = make(document, 'div');
    mine.card.append(make(document, 'p', 'meta', label), before, form.element, keysLine());
    mine.place();
    // At once: what is typed while the notes are looked up goes into the box.
    form.focus();
    const known = await asks.notes(key).catch(() => null);
    if (!known || !mine.open) return;
    before.append(...noteList(document, known.notes, now()));
    form.know(known.tags);
    mine.place();
  }

  const keysLine = () => make(document, 'p', 'meta keys', t('pageNoteKeys'));

  function quoteWithin(item: Element): string | null {
    const marked = view.getSelection();
    const text = marked?.toString().trim() ?? '';
    if (!marked || text === '' || !marked.anchorNode || !item.contains(marked.anchorNode)) return null;
    return [...text].slice(0, LONGEST_QUOTE).join('');
  }

  function openKeys(): void {
    card?.leave();
    const mine = openPageCard({
      at: document.documentElement,
      label: t('pageKeys'),
      ends: signal,
      onKey: ({ key }) => {
        if (key === '?') mine.leave();
        return key === '?';
      },
    });
    card = mine;
    mine.card.append(...keyParts(document, keys));
    mine.place();
  }

  view.addEventListener(
    'keydown',
    (event) => {
      // A page can make events of its own, and must not open our notes with them.
      if (!event.isTrusted || event.isComposing || card?.holds(event)) return;
      const action = actionOf(event, keys, { single, typing: isTyping(document) });
      if (!action || !act(action)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true, signal },
  );

  function act(action: keyof PageKeys): boolean {
    if (action === 'next' || action === 'previous') return hand.move(action === 'next' ? 1 : -1) !== null;
    if (action === 'list') {
      openKeys();
      return true;
    }
    const seen = hand.post();
    if (!seen) return false;
    if (action === 'note') void openNote(seen.key);
    else void showPerson(seen.account, badges.of(seen.item) ?? (seen.item as HTMLElement), false);
    return true;
  }

  let placing: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  const place = () => {
    badges.place();
    posts.place();
  };
  /** The page moved something: at once for the eye, and once more when it has settled. */
  const moved = () => {
    placing ??= setTimeout(() => {
      placing = undefined;
      place();
    }, PLACE_MS);
  };
  const atOnce = () => {
    frame ||= view.requestAnimationFrame(() => {
      frame = 0;
      place();
    });
  };
  document.addEventListener('scroll', (event) => (event.target === document ? moved() : atOnce()), {
    capture: true,
    passive: true,
    signal,
  });
  view.addEventListener('resize', atOnce, { signal });
  const watcher = new view.MutationObserver(moved);
  watcher.observe(document, { childList: true, subtree: true });
  const sizes = new view.ResizeObserver(atOnce);
  if (document.body) sizes.observe(document.body);
  signal.addEventListener(
    'abort',
    () => {
      watcher.disconnect();
      sizes.disconnect();
      for (const each of [keptTimer, placing]) clearTimeout(each);
      view.cancelAnimationFrame(frame);
    },
    { once: true },
  );
  return { add, refresh };
}
