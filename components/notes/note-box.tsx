import './notes.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/text/t';
import { Button, LinkButton } from '../ui/button';
import { TagField } from './tag-field';

export interface NoteDraft {
  text: string;
  tags: string[];
}

export interface NoteBoxProps {
  /** Whom or what it is about, for its label. */
  label: string;
  initial?: NoteDraft;
  knownTags: readonly string[];
  /** `T` opens it on the tags. */
  focusOn?: 'text' | 'tags';
  onSave: (draft: NoteDraft) => void;
  onLeave: () => void;
  onRemove?: (() => void) | undefined;
  children?: ComponentChildren;
}

/** Where a note is written. Ctrl+Enter keeps it, Escape leaves it; what was begun is kept if only focus wanders off. */
export function NoteBox({ label, initial, knownTags, focusOn = 'text', onSave, onLeave, onRemove }: NoteBoxProps) {
  const [text, setText] = useState(initial?.text ?? '');
  const [tags, setTags] = useState<string[]>(initial?.tags ?? []);
  const area = useRef<HTMLTextAreaElement>(null);
  /** What stands in the tag field and was not made a tag yet: it is one once the note is saved. */
  const half = useRef('');

  useEffect(() => {
    if (focusOn === 'text') {
      area.current?.focus();
      area.current?.setSelectionRange(area.current.value.length, area.current.value.length);
    }
    // The row has grown: all of it stays clear of head and foot.
    area.current?.closest('article')?.scrollIntoView?.({ block: 'nearest' });
  }, [focusOn]);

  const save = () => {
    const last = half.current.trim();
    const all = last && !tags.includes(last) ? [...tags, last] : tags;
    if (text.trim() === '' && all.length === 0) onLeave();
    else onSave({ text: text.trim(), tags: all });
  };

  return (
    <form
      class="note note-box"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.stopPropagation();
          save();
        } else if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          onLeave();
        }
      }}
    >
      <textarea
        ref={area}
        class="pencil"
        rows={2}
        dir="auto"
        aria-label={label}
        placeholder={t('notePlaceholder')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <TagField
        tags={tags}
        known={knownTags}
        focus={focusOn === 'tags'}
        onChange={setTags}
        onHalf={(word) => {
          half.current = word;
        }}
      />
      <div class="buttons">
        <Button type="submit">{t('save')}</Button>
        <LinkButton onClick={onLeave}>{t('leave')}</LinkButton>
        {onRemove ? <LinkButton onClick={onRemove}>{t('removeNote')}</LinkButton> : null}
        <span class="meta">
          <kbd>Ctrl</kbd> <kbd>{t('keyEnter')}</kbd>
        </span>
      </div>
    </form>
  );
}
