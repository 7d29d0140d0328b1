/** Drafts beside the reply box, by key alone: arrows or figures choose, Enter puts, Escape closes. Nothing is ever sent. */
import type { Draft } from '../core/draft';
import type { PageDrafts } from '../messaging/protocol';
import { filledWith, missingOf, piecesOf, questionsOf, startValues } from '../panel/compose';
import { t } from '../text/t';
import { askFields } from './fields';
import { openFloat } from './float';
import { rememberCursor } from './shortcut';

export interface CardOptions {
  box: HTMLElement;
  /** Most characters the site takes; null: not known. */
  limit: number | null;
  /** Puts the words at the cursor; false where the box took none. */
  put: (draft: Draft, text: string) => boolean;
  ends: AbortSignal;
}

export interface Card {
  show(found: PageDrafts | null): void;
  /** Asks what one draft has to know, and puts it. */
  fill(draft: Draft): void;
  /** Every key of the page comes by here first, while the card is open. True: it was for the card, and for nobody else. */
  key(event: KeyboardEvent): boolean;
  readonly open: boolean;
  close(): void;
}

export function openCard({ box, limit, put, ends }: CardOptions): Card {
  const life = new AbortController();
  const signal = AbortSignal.any([ends, life.signal]);
  const { ownerDocument: document } = box;
  const restore = rememberCursor(box);
  const float = openFloat(box, t('draftsHere'), signal);
  let drafts: readonly Draft[] = [];
  let chosen = 0;
  let asking: { submit(): void } | null = null;

  const make = maker(document);
  say(t('draftsComing'));
  float.card.focus({ preventScroll: true });

  function say(words: string): void {
    float.card.replaceChildren(make('p', 'say', words), keysLine());
    float.place();
  }

  function keysLine(): HTMLElement {
    return make(
      'p',
      'meta keys',
      asking ? t('draftsKeysFill') : drafts.length > 0 ? t('draftsKeys') : t('draftsKeysClose'),
    );
  }

  function close(back = true): void {
    if (life.signal.aborted) return;
    life.abort();
    if (back) restore();
  }

  function putChosen(draft: Draft, text: string): void {
    close();
    if (!put(draft, text)) void navigator.clipboard?.writeText(text).catch(() => undefined);
  }

  function take(place: number): void {
    const draft = drafts[place];
    if (!draft) return;
    if (missingOf(draft).length > 0 || draft.blanks.some(({ field }) => field)) fill(draft);
    else putChosen(draft, draft.text);
  }

  function fill(draft: Draft): void {
    const values = startValues(draft);
    const form = askFields(document, questionsOf(draft), values, () => {
      const filled = filledWith(draft, values);
      if (missingOf(filled).length === 0) putChosen(draft, filled.text);
      else form.showMissing(missingOf(filled));
    });
    asking = form;
    float.card.replaceChildren(sourceOf(draft), wordsOf(draft), form.element, keysLine());
    float.place();
    form.focus();
  }

  function list(found: PageDrafts): void {
    asking = null;
    const items = drafts.map((draft, place) => {
      const item = make('li');
      item.setAttribute('role', 'option');
      item.id = `draft-${place}`;
      item.setAttribute('aria-selected', String(place === chosen));
      item.append(sourceOf(draft, place), wordsOf(draft), ...lengthOf(draft));
      item.addEventListener('click', () => take(place), { signal });
      return item;
    });
    const options = make('ul');
    options.setAttribute('role', 'listbox');
    options.setAttribute('aria-label', t('draftsHere'));
    options.tabIndex = 0;
    options.setAttribute('aria-activedescendant', `draft-${chosen}`);
    options.append(...items);
    const { suggestions, to } = found;
    float.card.replaceChildren(
      ...(to ? [toLine(to)] : []),
      ...(suggestions.advice ? [make('p', 'say', t(`advice_${suggestions.advice}`))] : []),
      ...(drafts.length > 0 ? [options] : [make('p', 'say', t('noDrafts'))]),
      keysLine(),
    );
    float.place();
    (drafts.length > 0 ? options : float.card).focus({ preventScroll: true });
    items[chosen]?.scrollIntoView({ block: 'nearest' });
  }

  function toLine({ name, text, lang }: NonNullable<PageDrafts['to']>): HTMLElement {
    const line = make('p', 'meta');
    const words = make('bdi', '', text);
    if (lang) words.lang = lang;
    line.append(t('draftsTo'), ' ', make('bdi', 'to', name), ': ', words);
    return line;
  }

  function sourceOf({ source }: Draft, place?: number): HTMLElement {
    const line = make('p', 'meta source');
    if (place !== undefined) line.append(make('kbd', '', String(place + 1)), ' ');
    line.append(make('b', '', t(`source_${source.kind}`)));
    if (source.kind === 'ownWords')
      line.append(' · ', make('bdi', '', source.to), source.outcome ? `; ${t(`outcome_${source.outcome}`)}` : '');
    if (source.kind === 'saved' || source.kind === 'model') line.append(' · ', make('bdi', '', source.name));
    return line;
  }

  function wordsOf(draft: Draft): HTMLElement {
    const words = make('p', 'words');
    const said = make('bdi');
    said.lang = draft.lang;
    for (const piece of piecesOf(draft)) {
      if (piece.kind === 'text') said.append(piece.text);
      else
        said.append(
          make('span', piece.kind === 'open' ? 'blank' : 'check', piece.kind === 'open' ? piece.name : piece.text),
        );
    }
    words.append(said);
    return words;
  }

  function lengthOf({ text }: Draft): HTMLElement[] {
    if (limit === null) return [];
    const length = [...text].length;
    return [
      make('p', length > limit ? 'meta over' : 'meta', t(length > limit ? 'lengthOver' : 'lengthOf', length, limit)),
    ];
  }

  function key(event: KeyboardEvent): boolean {
    // A page may make keys of its own: only the human's count.
    if (signal.aborted || !event.isTrusted || (!float.holds(event) && event.target !== box)) return false;
    // The page has shortcuts too, and must not act on keys that are not for it.
    event.stopImmediatePropagation();
    if (event.type === 'keydown' && keyDown(event)) event.preventDefault();
    return true;
  }

  function keyDown(event: KeyboardEvent): boolean {
    if (event.key === 'Escape') {
      close();
      return true;
    }
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return false;
    if (asking) {
      if (event.key !== 'Enter' || float.focused() instanceof HTMLButtonElement) return false;
      asking.submit();
      return true;
    }
    const figure = Number(event.key);
    if (Number.isInteger(figure) && figure >= 1 && figure <= drafts.length) return choose(figure - 1);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      return choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
    if (event.key === 'Enter') take(chosen);
    // Nothing else is typed into the card; Tab leaves it.
    if (event.key === 'Tab') close();
    return true;
  }

  let shown: PageDrafts | null = null;
  function choose(place: number): boolean {
    chosen = Math.min(drafts.length - 1, Math.max(0, place));
    if (shown) list(shown);
    return true;
  }

  const view = document.defaultView ?? window;
  // A click elsewhere in the page ends it.
  view.addEventListener('pointerdown', (event) => float.holds(event) || close(false), { capture: true, signal });
  signal.addEventListener('abort', float.close, { once: true });

  return {
    show(found) {
      if (signal.aborted) return;
      shown = found;
      drafts = found?.suggestions.drafts ?? [];
      chosen = 0;
      if (found) list(found);
      else say(t('draftsNobody'));
    },
    fill,
    key,
    get open() {
      return !signal.aborted;
    },
    close,
  };
}

/** Elements with text, never markup. */
function maker(document: Document) {
  return <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    className = '',
    words?: string,
  ): HTMLElementTagNameMap[Tag] => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (words !== undefined) element.textContent = words;
    return element;
  };
}
