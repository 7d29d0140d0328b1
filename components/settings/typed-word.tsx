import { useState } from 'preact/hooks';
import { t } from '../../utils/text/t';
import { Button } from '../ui/button';
import { Field } from '../ui/fields';

export interface TypedWordProps {
  /** What opens it: "Forget this site…". */
  open: string;
  /** To be typed, in the reader's language. */
  word: string;
  ask: (word: string) => string;
  act: string;
  onDone: () => void;
}

/** For the few things no undo can serve: what goes, and a word to type. Nothing happens by a slip. */
export function TypedWord({ open, word, ask, act, onDone }: TypedWordProps) {
  const [asks, setAsks] = useState(false);
  const [typed, setTyped] = useState('');
  const ready = typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase();
  if (!asks) {
    return (
      <p>
        <button type="button" class="link grave" onClick={() => setAsks(true)}>
          {open}
        </button>
      </p>
    );
  }
  return (
    <form
      class="inset"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        setAsks(false);
        setTyped('');
        onDone();
      }}
    >
      <p>{ask(`“${word}”`)}</p>
      <Field quiet label={t('typeTheWord', word)} value={typed} onInput={setTyped} />
      <div class="buttons">
        <Button type="submit" disabled={!ready}>
          {act}
        </Button>
        <Button onClick={() => setAsks(false)}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
