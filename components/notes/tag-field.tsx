import './notes.css';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/text/t';
import { plain } from '../ui/plain';

export interface TagFieldProps {
  tags: readonly string[];
  known: readonly string[];
  focus?: boolean;
  onChange: (tags: string[]) => void;
  /** The word being typed, not a tag yet. */
  onHalf?: (word: string) => void;
}

const SHOWN = 5;
/** No tag is offered to Enter. */
const NONE = -1;

/** Tags as words one can take out, a field to add one, and those used before that begin like it. */
export function TagField({ tags, known, focus = false, onChange, onHalf }: TagFieldProps) {
  const [word, setWord] = useState('');
  const [picked, setPicked] = useState(NONE);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();

  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);

  const begun = fold(word);
  const offers = word
    ? known.filter((tag) => !tags.includes(tag) && fold(tag).includes(begun) && fold(tag) !== begun).slice(0, SHOWN)
    : [];

  const type = (value: string) => {
    setWord(value);
    // The first that begins like it is offered to Enter; a comma takes the word as it was typed.
    setPicked(value.trim() === '' ? NONE : 0);
    onHalf?.(value);
  };
  const add = (tag: string) => {
    const clean = tag.replace(/^#/, '').replace(/\s+/g, ' ').trim();
    if (clean && !tags.includes(clean)) onChange([...tags, clean]);
    type('');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    const offered = offers[picked];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (offers.length === 0) return;
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setPicked(((picked + 1 + step + offers.length + 1) % (offers.length + 1)) - 1);
    } else if ((event.key === 'Enter' || event.key === ',') && (offered || word.trim())) {
      event.preventDefault();
      add(event.key === ',' ? word : (offered ?? word));
    } else if (event.key === 'Tab' && offered) {
      event.preventDefault();
      add(offered);
    } else if (event.key === 'Backspace' && word === '' && tags.length > 0) {
      onChange(tags.slice(0, -1));
    } else if (event.key === 'Escape' && word) {
      event.preventDefault();
      event.stopPropagation();
      type('');
    }
  };

  return (
    <div class="tag-field">
      {tags.map((tag) => (
        <button key={tag} type="button" class="tag" onClick={() => onChange(tags.filter((other) => other !== tag))}>
          <bdi dir="auto">{plain(tag)}</bdi>
          <span class="sr">{t('takeTagOut')}</span>
          <span aria-hidden="true">×</span>
        </button>
      ))}
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={t('tags')}
        aria-expanded={offers.length > 0}
        aria-controls={offers.length > 0 ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={picked >= 0 && offers[picked] ? `${listId}-${picked}` : undefined}
        placeholder={tags.length ? '' : t('tagPlaceholder')}
        autocomplete="off"
        value={word}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {offers.length > 0 ? (
        <div class="menu" role="listbox" id={listId} aria-label={t('tagsBefore')}>
          {offers.map((tag, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field
            // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter act in the field
            <div
              key={tag}
              role="option"
              id={`${listId}-${index}`}
              aria-selected={index === picked}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => add(tag)}
            >
              <bdi dir="auto">{plain(tag)}</bdi>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/^#/, '').trim();
}
