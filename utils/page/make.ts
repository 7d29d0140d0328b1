import { showHidden } from '../core/hidden';
import { t } from '../text/t';

/** Elements with text, never markup. Text is somebody's: what hides in it, or turns it around, is shown as a chip. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: Tag,
  className = '',
  words?: string,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (words !== undefined) element.append(...pieces(document, words));
  return element;
}

/** A text to be put into the page: hidden characters as chips with their short name, as the panel has them. */
export function pieces(document: Document, words: string): (string | HTMLElement)[] {
  return showHidden(words).map(({ text, hidden }) => (hidden ? chip(document, hidden) : text));
}

export function chip(document: Document, hidden: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'hidden-char';
  element.title = t('hiddenCharacter', hidden);
  element.textContent = hidden;
  return element;
}

/** A sentence of ours around words of theirs, which keep their own direction. */
export function sayWith(
  document: Document,
  sentence: (place: string) => string,
  words: string,
  className = 'say',
): HTMLElement {
  const line = make(document, 'p', className);
  const [before = '', after = ''] = sentence(PLACE).split(PLACE);
  line.append(before, make(document, 'bdi', '', words), after);
  return line;
}
/** For no use but ours: what stands where their words come. */
const PLACE = '\ue000';
