/** What a saved reply asks, one field each: text, menu, day, words that stay or go. */
import type { BlankField } from '../core/draft';
import { list } from '../text/lists';
import { t } from '../text/t';

export interface Fields {
  element: HTMLElement;
  focus(): void;
  submit(): void;
  showMissing(names: readonly string[]): void;
}

/** `values` are changed as the human types. */
export function askFields(
  document: Document,
  questions: readonly { name: string; field: BlankField }[],
  values: Record<string, string>,
  done: () => void,
): Fields {
  const form = document.createElement('form');
  const missing = document.createElement('p');
  missing.className = 'meta';
  missing.setAttribute('role', 'status');
  for (const { name, field } of questions) form.append(fieldOf(document, name, field, values));
  const put = document.createElement('button');
  put.type = 'submit';
  put.textContent = t('putInReplyBox');
  form.append(missing, put);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    done();
  });
  return {
    element: form,
    focus: () => form.querySelector<HTMLElement>('input, select')?.focus({ preventScroll: true }),
    submit: done,
    showMissing(names) {
      missing.textContent = t('stillMissing', list([...names]));
    },
  };
}

function fieldOf(document: Document, name: string, field: BlankField, values: Record<string, string>): HTMLElement {
  const label = document.createElement('label');
  const words = document.createElement('bdi');
  words.dir = 'auto';
  words.textContent = field.kind === 'toggle' ? field.words : name;
  if (field.kind === 'menu') {
    const select = document.createElement('select');
    for (const option of values[name] ? field.options : ['', ...field.options]) {
      const choice = document.createElement('option');
      choice.value = option;
      choice.textContent = option;
      select.append(choice);
    }
    select.value = values[name] ?? '';
    select.addEventListener('change', () => {
      values[name] = select.value;
    });
    label.append(words, select);
    return label;
  }
  const input = document.createElement('input');
  if (field.kind === 'toggle') {
    label.className = 'switch';
    input.type = 'checkbox';
    input.checked = values[name] === 'on';
    input.addEventListener('change', () => {
      values[name] = input.checked ? 'on' : 'off';
    });
    label.append(input, words);
    return label;
  }
  input.type = field.kind === 'date' ? 'date' : 'text';
  input.dir = 'auto';
  input.value = values[name] ?? '';
  input.addEventListener('input', () => {
    values[name] = input.value;
  });
  label.append(words, input);
  return label;
}
