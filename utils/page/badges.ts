/** Badges beside names. Only those in sight are drawn, so that a page of a thousand posts costs as much as one of twenty. */
import { showHidden, withoutHidden } from '../core/hidden';
import type { PersonMark } from '../core/marks';
import type { AccountKey } from '../core/post';
import { day } from '../text/dates';
import { plural, t } from '../text/t';
import type { Layer } from './layer';
import { chip, make } from './make';
import { nameElement, type Seen } from './seen';
import { spotBeside } from './where';

export interface Badges {
  /** A post is on the page; its badge comes when something is known of its author. */
  add(seen: Seen): void;
  /** What is known of an author, null: nothing any more; and where they speak on this page. */
  know(account: AccountKey, mark: PersonMark | null, posts: Iterable<Seen>): void;
  /** Puts every badge in sight where its name is now. */
  place(): void;
  /** The badge of a post, where it is in sight. */
  of(item: Element): HTMLElement | null;
}

export interface BadgeOptions {
  document: Document;
  layer: Layer;
  open: (account: AccountKey, at: Element, how: 'passing' | 'press') => void;
  now: () => number;
  signal: AbortSignal;
}

const HEIGHT = 18;
const SHOWN_TAGS = 2;
const SHOWN_HIDDEN = 2;
/** The pointer or the focus rests this long before the card opens by itself. */
const REST_MS = 350;

interface Named {
  seen: Seen;
  name: Element;
  badge: HTMLButtonElement | null;
}

export function createBadges({ document, layer, open, now, signal }: BadgeOptions): Badges {
  const byAccount = new Map<AccountKey, Set<Named>>();
  const marks = new Map<AccountKey, PersonMark>();
  const byItem = new WeakMap<Element, Named>();
  const byName = new WeakMap<Element, Named>();
  const inSight = new Set<Named>();
  const Observer = document.defaultView?.IntersectionObserver ?? IntersectionObserver;
  /** A card was opened by hand: the focus that comes next is only coming back. */
  let isBack = false;
  const sight = new Observer(seenNow, { rootMargin: '100px' });
  signal.addEventListener('abort', () => sight.disconnect(), { once: true });

  function seenNow(entries: IntersectionObserverEntry[]): void {
    const come: Named[] = [];
    for (const { target, isIntersecting } of entries) {
      const named = byName.get(target);
      if (!named) continue;
      if (!isIntersecting || !target.isConnected) hide(named);
      else if (!inSight.has(named)) {
        inSight.add(named);
        come.push(named);
      }
    }
    draw(come);
  }

  function hide(named: Named): void {
    inSight.delete(named);
    if (named.badge) layer.remove(named.badge);
    named.badge = null;
  }

  /** First all is made, then all is measured, then all is moved: one layout of the page for any number of badges. */
  function draw(list: Iterable<Named>): void {
    const drawn: Named[] = [];
    for (const named of list) {
      const mark = marks.get(named.seen.account);
      if (!mark || !named.name.isConnected) {
        hide(named);
        continue;
      }
      if (!named.badge) {
        named.badge = badgeOf(named, mark);
        layer.add(named.badge);
      }
      named.badge.classList.remove('small', 'dot');
      drawn.push(named);
    }
    const measured = drawn.map((named) => ({
      badge: named.badge as HTMLElement,
      width: named.badge?.offsetWidth ?? 0,
      spot: spotBeside(named.name, named.seen.item, HEIGHT),
    }));
    const { x, y } = layer.origin();
    for (const { badge, width, spot } of measured) {
      badge.style.visibility = spot ? 'visible' : 'hidden';
      if (!spot) continue;
      if (spot.room === 0) badge.classList.add('dot');
      else if (spot.room < width) badge.classList.add(spot.room < 60 ? 'dot' : 'small');
      if (spot.room > 0) badge.style.maxWidth = `${Math.min(260, Math.max(18, spot.room))}px`;
      // Moved like this, it counts for nobody as something of the page that shifts.
      badge.style.transform = `translate(${spot.x - x}px, ${spot.y - y}px)`;
    }
  }

  function badgeOf({ seen }: Named, mark: PersonMark): HTMLButtonElement {
    const badge = make(document, 'button', mark.promise ? 'badge owes' : 'badge');
    badge.type = 'button';
    for (const hidden of hiddenIn(mark.name)) badge.append(chip(document, hidden), ' ');
    for (const tag of mark.tags.slice(0, SHOWN_TAGS)) badge.append(make(document, 'bdi', 'tag', tag), ' ');
    if (mark.promise) badge.append(make(document, 'span', 'owed', t('badgePromise')), ' ');
    if (mark.note !== null) badge.append(make(document, 'span', 'note', t('badgeNote')), ' ');
    badge.append(make(document, 'span', 'times', spoke(mark, now())));
    badge.setAttribute('aria-label', sentence(mark, now()));
    badge.title = sentence(mark, now());
    let rest: ReturnType<typeof setTimeout> | undefined;
    const soon = ({ isTrusted }: Event) => {
      clearTimeout(rest);
      if (isTrusted) rest = setTimeout(() => badge.isConnected && open(seen.account, badge, 'passing'), REST_MS);
    };
    const noMore = () => clearTimeout(rest);
    const press = (event: Event) => {
      if (!event.isTrusted) return;
      noMore();
      isBack = true;
      open(seen.account, badge, 'press');
    };
    const focus = (event: Event) => {
      // Whoever has just closed the card has seen it.
      if (!isBack && badge.matches(':focus-visible')) soon(event);
      isBack = false;
    };
    for (const [type, act] of Object.entries({
      click: press,
      focus,
      blur: noMore,
      pointerenter: soon,
      pointerleave: noMore,
    }))
      badge.addEventListener(type, act, { signal });
    return badge;
  }

  function isInSight(name: Element): boolean {
    const { top, bottom } = name.getBoundingClientRect();
    return bottom > 0 && top < (document.defaultView?.innerHeight ?? 0);
  }

  function add(seen: Seen): void {
    const before = byItem.get(seen.item);
    const isKnown = marks.has(seen.account);
    // Of whom nothing is known, nothing is looked for: that is most of a long page.
    if (!before && !isKnown) return;
    const name = isKnown ? nameElement(seen) : null;
    if (before) {
      if (before.name === name && before.seen.account === seen.account) return;
      hide(before);
      sight.unobserve(before.name);
      byAccount.get(before.seen.account)?.delete(before);
      byItem.delete(seen.item);
    }
    if (!name) return;
    const named: Named = { seen, name, badge: null };
    byItem.set(seen.item, named);
    byName.set(name, named);
    const list = byAccount.get(seen.account) ?? new Set();
    list.add(named);
    byAccount.set(seen.account, list);
    sight.observe(name);
  }

  return {
    add,
    know(account, mark, posts) {
      const before = marks.get(account);
      if (mark) marks.set(account, mark);
      else marks.delete(account);
      if (mark) for (const seen of posts) if (!byItem.has(seen.item)) add(seen);
      const same = JSON.stringify(before) === JSON.stringify(mark ?? undefined);
      const redrawn: Named[] = [];
      let held: Named | null = null as Named | null;
      for (const named of byAccount.get(account) ?? []) {
        if (!mark || !named.name.isConnected) {
          hide(named);
          sight.unobserve(named.name);
          continue;
        }
        sight.observe(named.name);
        // What is in sight now is not left for the observer to find with the next frame.
        if (!same && isInSight(named.name)) inSight.add(named);
        if (same || !inSight.has(named)) continue;
        if (named.badge?.matches(':focus')) held = named;
        if (named.badge) layer.remove(named.badge);
        named.badge = null;
        redrawn.push(named);
      }
      draw(redrawn);
      if (!held?.badge) return;
      isBack = true;
      held.badge.focus({ preventScroll: true });
    },
    place: () => draw([...inSight]),
    of: (item) => byItem.get(item)?.badge ?? null,
  };
}

/** "spoke 3 times, last 3 May". */
export function spoke({ times, lastAt }: PersonMark, now: number): string {
  return lastAt === null ? t('badgeNeverSpoke') : plural('badgeSpoke', times, day(lastAt, now));
}

/** What hides in a name, each kind once: no page shows it, so the badge beside it does. */
function hiddenIn(name: string): string[] {
  return [...new Set(showHidden(name).flatMap(({ hidden }) => hidden ?? []))].slice(0, SHOWN_HIDDEN);
}

/** All of it, for the tooltip and for who hears the page: first the words one sees, as they stand, then the rest. */
export function sentence(mark: PersonMark, now: number): string {
  const { tags, promise, note } = mark;
  const seen = [
    ...hiddenIn(mark.name).map((hidden) => t('hiddenCharacter', hidden)),
    ...tags.slice(0, SHOWN_TAGS),
    promise ? t('badgePromise') : '',
    note !== null ? t('badgeNote') : '',
    spoke(mark, now),
  ];
  const owed = !promise
    ? ''
    : promise.due === null
      ? t('badgeOwed', promise.words)
      : t('badgeOwedBy', promise.words, day(promise.due, now));
  const rest = [tags.slice(SHOWN_TAGS).join(', '), note ?? '', owed];
  return withoutHidden([`${mark.name}: ${seen.filter(Boolean).join(', ')}`, ...rest.filter(Boolean)].join(' · '));
}
