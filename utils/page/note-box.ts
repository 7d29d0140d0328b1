/** A note on a post or a person, in the page: type, Enter saves. What was marked on the page becomes a quotation. */
import type { PersonCard } from '../core/marks';
import { day } from '../text/dates';
import { t } from '../text/t';
import { make } from './make';
import { tagField } from './tag-field';

export interface NoteDraftHere {
  text: string;
  tags: string[];
  quote?: string;
}

export interface NoteForm {
  readonly element: HTMLElement;
  know(tags: readonly string[]): void;
  focus(): void;
  /** True where the key was used. */
  key(event: KeyboardEvent): boolean;
}

export interface NoteFormOptions {
  document: Document;
  label: string;
  quote: string | null;
  signal: AbortSignal;
  /** False: it could not be kept, and stays where it is. */
  save: (draft: NoteDraftHere) => Promise<boolean>;
  grown: () => void;
}

export function noteForm({ document, label, quote, signal, save, grown }: NoteFormOptions): NoteForm {
  const form = make(document, 'form');
  const text = make(document, 'textarea');
  text.setAttribute('aria-label', label);
  text.placeholder = label;
  text.rows = 2;
  const tags = tagField(document, signal, grown);
  const button = make(document, 'button', '', t('save'));
  button.type = 'submit';
  const trouble = make(document, 'p', 'say');
  trouble.setAttribute('role', 'alert');
  trouble.hidden = true;
  if (quote) form.append(make(document, 'blockquote', 'quote', quote));
  form.append(text, tags.element, button, trouble);
  let saving = false;

  async function submit(): Promise<void> {
    const words = text.value.trim();
    const draft = { text: words, tags: tags.value(), ...(quote && { quote }) };
    if (saving || (words === '' && draft.tags.length === 0 && !quote)) return;
    saving = true;
    const kept = await save(draft).catch(() => false);
    saving = false;
    trouble.hidden = kept;
    trouble.textContent = kept ? '' : t('pageNoteFailed');
    grown();
  }
  form.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      if (event.isTrusted) void submit();
    },
    { signal },
  );

  return {
    element: form,
    know: tags.know,
    focus: () => text.focus({ preventScroll: true }),
    key(event) {
      const at = (form.getRootNode() as ShadowRoot).activeElement;
      if (at === tags.input && tags.key(event)) return true;
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || (at !== text && at !== tags.input))
        return false;
      void submit();
      return true;
    },
  };
}

/** Notes as they stand, the newest first. */
export function noteList(document: Document, notes: PersonCard['notes'], now: number): HTMLElement[] {
  const written = (kind: 'blockquote' | 'p', className: string, words: string) => {
    const element = make(document, kind, className, words);
    element.dir = 'auto';
    return element;
  };
  return notes.flatMap(({ text, tags, quote, updatedAt }) => {
    const line = make(document, 'p', 'meta');
    for (const tag of tags) line.append(make(document, 'bdi', 'tag', tag));
    line.append(day(updatedAt, now));
    return [
      ...(quote ? [written('blockquote', 'quote', quote)] : []),
      ...(text ? [written('p', 'own', text)] : []),
      line,
    ];
  });
}
