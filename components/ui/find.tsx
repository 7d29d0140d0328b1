import type { Ref } from 'preact';
import { Icon } from './icon';

export interface FindProps {
  label: string;
  placeholder: string;
  value: string;
  onInput: (value: string) => void;
  /** Enter. */
  onDone?: () => void;
  /** The key that brings here, shown at the end of the line. */
  keyName?: string;
  inputRef?: Ref<HTMLInputElement>;
  /** What is wrong with the query, said below; tied to the field. */
  fault?: string | null;
}

/** One line to filter by. Escape empties it, then leaves it. */
export function Find({ label, placeholder, value, onInput, onDone, keyName, inputRef, fault }: FindProps) {
  return (
    <search>
      <form
        class="find"
        onSubmit={(event) => {
          event.preventDefault();
          onDone?.();
        }}
      >
        <Icon name="search" />
        <input
          type="search"
          ref={inputRef ?? null}
          aria-label={label}
          aria-invalid={fault ? 'true' : undefined}
          aria-describedby={fault ? 'find-fault' : undefined}
          placeholder={placeholder}
          value={value}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            if (value) onInput('');
            else event.currentTarget.blur();
          }}
        />
        {keyName && !value ? (
          <span class="key" aria-hidden="true">
            {keyName}
          </span>
        ) : null}
      </form>
      {fault ? (
        <p class="meta" id="find-fault">
          {fault}
        </p>
      ) : null}
    </search>
  );
}
