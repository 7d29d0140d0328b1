/** Tags, one after the other with commas; those used before are offered while one types. */
import { t } from '../text/t';
import { make } from './make';

export interface TagField {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  value(): string[];
  know(tags: readonly string[]): void;
  /** True where the key was used for the offers. */
  key(event: KeyboardEvent): boolean;
}

const SHOWN = 5;

export function tagField(document: Document, signal: AbortSignal, grown: () => void): TagField {
  const element = make(document, 'div');
  const label = make(document, 'label', '', t('tags'));
  const input = make(document, 'input');
  input.type = 'text';
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', 'offers');
  input.autocomplete = 'off';
  input.placeholder = t('tagPlaceholder');
  label.append(input);
  const list = make(document, 'ul', 'offers');
  list.id = 'offers';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', t('tagsBefore'));
  list.hidden = true;
  element.append(label, list);
  let known: readonly string[] = [];
  let offers: string[] = [];
  let picked = -1;

  const parts = () => input.value.split(',');
  const half = () => fold(parts().at(-1) ?? '');

  function offer(): void {
    const begun = half();
    const have = new Set(parts().slice(0, -1).map(fold));
    offers = begun
      ? known
          .filter((tag) => fold(tag).startsWith(begun) && fold(tag) !== begun && !have.has(fold(tag)))
          .slice(0, SHOWN)
      : [];
    picked = offers.length > 0 ? 0 : -1;
    draw();
  }

  function draw(): void {
    list.replaceChildren(
      ...offers.map((tag, place) => {
        const item = make(document, 'li', '', tag);
        item.id = `offer-${place}`;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', String(place === picked));
        item.addEventListener('pointerdown', (event) => {
          event.preventDefault();
          take(place);
        });
        return item;
      }),
    );
    list.hidden = offers.length === 0;
    input.setAttribute('aria-expanded', String(offers.length > 0));
    if (picked >= 0) input.setAttribute('aria-activedescendant', `offer-${picked}`);
    else input.removeAttribute('aria-activedescendant');
    grown();
  }

  function take(place: number): void {
    const tag = offers[place];
    if (tag === undefined) return;
    input.value = `${[
      ...parts()
        .slice(0, -1)
        .map((part) => part.trim()),
      tag,
    ]
      .filter(Boolean)
      .join(', ')}, `;
    offers = [];
    picked = -1;
    draw();
  }

  input.addEventListener('input', offer, { signal });
  return {
    element,
    input,
    value: () => [...new Set(parts().map(clean).filter(Boolean))],
    know(tags) {
      known = tags;
    },
    key(event) {
      if (offers.length === 0) return false;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        picked = (picked + (event.key === 'ArrowDown' ? 1 : -1) + offers.length) % offers.length;
        draw();
        return true;
      }
      if (event.key === 'Tab' && !event.shiftKey && picked >= 0) {
        take(picked);
        return true;
      }
      return false;
    },
  };
}

const clean = (tag: string): string => tag.trim().replace(/^#+/, '').replace(/\s+/g, ' ');
const fold = (tag: string): string => clean(tag).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
