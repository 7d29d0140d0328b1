import { useEffect, useId, useRef } from 'preact/hooks';
import type { BlankField } from '../../utils/core/draft';
import type { Filled } from '../../utils/panel/compose';
import { list } from '../../utils/text/lists';
import { t } from '../../utils/text/t';
import { plain } from '../ui/plain';

export interface BlankFormProps {
  questions: readonly { name: string; field: BlankField }[];
  values: Filled;
  missing: readonly string[];
  onChange: (values: Filled) => void;
  /** Enter in a field. */
  onDone: () => void;
}

/** What a draft still has to know, one field each. */
export function BlankForm({ questions, values, missing, onChange, onDone }: BlankFormProps) {
  const root = useRef<HTMLFormElement>(null);
  useEffect(() => {
    root.current?.querySelector<HTMLElement>('input, select')?.focus();
  }, []);
  return (
    <form
      ref={root}
      class="blanks"
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      {questions.map(({ name, field }) => (
        <Question
          key={name}
          name={name}
          field={field}
          value={values[name] ?? ''}
          onChange={(value) => onChange({ ...values, [name]: value })}
        />
      ))}
      {missing.length > 0 ? (
        <p class="meta" role="status">
          {t('stillMissing', list(missing))}
        </p>
      ) : null}
      <button type="submit" class="sr" tabIndex={-1}>
        {t('putInReplyBox')}
      </button>
    </form>
  );
}

interface QuestionProps {
  name: string;
  field: BlankField;
  value: string;
  onChange: (value: string) => void;
}

function Question({ name, field, value, onChange }: QuestionProps) {
  const id = useId();
  if (field.kind === 'toggle') {
    return (
      <label class="switch">
        <span class="text">
          <bdi dir="auto">{plain(field.words)}</bdi>
        </span>
        <input
          type="checkbox"
          checked={value === 'on'}
          onChange={(event) => onChange(event.currentTarget.checked ? 'on' : 'off')}
        />
      </label>
    );
  }
  return (
    <div class="field">
      <label class="label" htmlFor={id}>
        <bdi dir="auto">{plain(name)}</bdi>
      </label>
      {field.kind === 'menu' ? (
        <select class="box" id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {value === '' ? <option value="" /> : null}
          {field.options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      ) : (
        <input
          class="box"
          id={id}
          type={field.kind === 'date' ? ('date' as 'text') : 'text'}
          dir="auto"
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
