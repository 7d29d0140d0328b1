/** Forms: a field with its label, a choice, a switch. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from './icon';

export interface FieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  help?: ComponentChildren;
  /** What is wrong with what was typed; tied to the field. */
  fault?: ComponentChildren;
  placeholder?: string;
  rows?: number;
  lang?: string;
  autocomplete?: string;
  /** The label is for screen readers only: what stands above says it to the others. */
  quiet?: boolean;
  maxLength?: number;
  onLeave?: () => void;
}

/** One line, or several with `rows`. */
export function Field(props: FieldProps) {
  const id = useId();
  const described = props.fault || props.help ? `${id}-help` : undefined;
  const common = {
    id,
    class: 'box',
    dir: 'auto' as const,
    value: props.value,
    lang: props.lang,
    placeholder: props.placeholder,
    maxLength: props.maxLength,
    'aria-describedby': described,
    'aria-invalid': props.fault ? ('true' as const) : undefined,
    onInput: (event: { currentTarget: { value: string } }) => props.onInput(event.currentTarget.value),
    onBlur: props.onLeave,
  };
  return (
    <div class="field">
      <label class={props.quiet ? 'sr' : 'label'} htmlFor={id}>
        {props.label}
      </label>
      {props.rows ? (
        <textarea {...common} rows={props.rows} />
      ) : (
        <input {...common} type="text" autocomplete={props.autocomplete ?? 'off'} />
      )}
      {described ? (
        <p class="meta" id={described}>
          {props.fault ?? props.help}
        </p>
      ) : null}
    </div>
  );
}

export interface StoredFieldProps extends Omit<FieldProps, 'fault'> {
  /** What is wrong with a text: it stays to be mended. */
  faultOf?: (text: string) => ComponentChildren;
}

/**
 * A field over something stored. What is typed stands while somebody is in it, however late the store answers; once they have left,
 * what is stored, so that a change taken back is seen.
 */
export function StoredField({ value, onInput, faultOf, ...rest }: StoredFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value;
  const fault = faultOf?.(text);
  return (
    <Field
      {...rest}
      value={text}
      fault={fault}
      onInput={(now) => {
        setTyped(now);
        onInput(now);
      }}
      onLeave={() => {
        if (!fault) setTyped(null);
      }}
    />
  );
}

export interface SelectProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; word: string }[];
  onChange: (value: Value) => void;
  quiet?: boolean;
}

export function Select<Value extends string>({ label, value, options, onChange, quiet }: SelectProps<Value>) {
  const id = useId();
  return (
    <div class="field">
      <label class={quiet ? 'sr' : 'label'} htmlFor={id}>
        {label}
      </label>
      <span class="select">
        <select class="box" id={id} value={value} onChange={(event) => onChange(event.currentTarget.value as Value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.word}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
    </div>
  );
}

export interface SwitchProps {
  word: ComponentChildren;
  /** One line on what it means, below. */
  meta?: ComponentChildren;
  on: boolean;
  /** Called in the click itself, so that the browser may be asked. The switch moves when `on` does. */
  onTurn: (on: boolean) => void;
  disabled?: boolean;
}

export function Switch({ word, meta, on, onTurn, disabled }: SwitchProps) {
  return (
    <label class="switch">
      <span class="text">
        <b>{word}</b>
        {meta ? <span class="meta">{meta}</span> : null}
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        disabled={disabled}
        onChange={(event) => {
          // What it shows follows what is so, not what was pressed: the browser may say no.
          event.currentTarget.checked = on;
          onTurn(!on);
        }}
      />
    </label>
  );
}
