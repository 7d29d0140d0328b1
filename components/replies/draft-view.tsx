import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Draft } from '../../utils/core/draft';
import { type Filled, filledWith, missingOf, piecesOf, questionsOf, startValues } from '../../utils/panel/compose';
import type { PutState } from '../../utils/panel/put';
import { day } from '../../utils/text/dates';
import { number } from '../../utils/text/numbers';
import { rich } from '../../utils/text/rich';
import { t } from '../../utils/text/t';
import { Button, LinkButton } from '../ui/button';
import { plain } from '../ui/plain';
import { BlankForm } from './blank-form';
import { PutResult } from './put-result';
import { SourceLine } from './source-line';

export interface DraftViewProps {
  draft: Draft;
  /** From 1: the key that picks it. */
  number: number;
  best: boolean;
  picked: boolean;
  now: number;
  site: string;
  /** Where the past answer stands that it comes from. */
  sourceHref: string | undefined;
  /** Most characters the site takes. */
  limit?: number | null;
  put: PutState | null;
  onPick: () => void;
  onPut: (text: string) => void;
  onCopy: (text: string) => void;
  onGoToPage: () => void;
}

/** One way to answer: where it comes from, the words, and the human's next move. Nothing is ever sent from here. */
export function DraftView(props: DraftViewProps) {
  const { draft, best, put } = props;
  const [values, setValues] = useState<Filled>(() => startValues(draft));
  const [edited, setEdited] = useState<string | null>(null);
  const [filling, setFilling] = useState(false);
  const id = useId();
  const filled = filledWith(draft, values);
  const questions = questionsOf(draft);
  // Words edited by hand are the human's own: nothing is asked for any more.
  const missing = edited === null ? missingOf(filled) : [];
  const text = edited ?? filled.text;

  const putIt = () => {
    if (missing.length > 0) setFilling(true);
    else props.onPut(text);
  };

  return (
    <article
      class={`draft${props.picked ? ' picked' : ''}`}
      id={`draft-${props.number}`}
      tabIndex={-1}
      aria-labelledby={`${id}-source`}
      onFocusIn={props.onPick}
    >
      <SourceLine
        draft={draft}
        now={props.now}
        id={`${id}-source`}
        href={props.sourceHref}
        missing={missingOf(draft).length}
      />
      {edited === null ? (
        <DraftWords filled={filled} lang={draft.lang} />
      ) : (
        <EditBox text={edited} lang={draft.lang} onInput={setEdited} />
      )}
      {props.limit ? <Length text={text} limit={props.limit} /> : null}
      {draft.promise ? (
        <p class="meta promise">
          {rich(
            draft.promise.due === null ? 'promisesSomething' : 'promisesFor',
            <bdi dir="auto">{plain(draft.promise.words)}</bdi>,
            draft.promise.due === null ? '' : <b>{day(draft.promise.due, props.now)}</b>,
          )}
        </p>
      ) : null}
      {filling && edited === null ? (
        <BlankForm questions={questions} values={values} missing={missing} onChange={setValues} onDone={putIt} />
      ) : null}
      <div class="buttons">
        <Button main={best} {...(best && { icon: 'put' as const })} disabled={put?.kind === 'busy'} onClick={putIt}>
          {missing.length > 0 ? t('fillAndPut') : t('putInReplyBox')}
        </Button>
        {edited === null ? (
          <Button onClick={() => setEdited(text)}>{t('editWords')}</Button>
        ) : (
          <LinkButton onClick={() => setEdited(null)}>{t('asItWas')}</LinkButton>
        )}
        <LinkButton onClick={() => props.onCopy(text)}>{t('copy')}</LinkButton>
      </div>
      {put ? <PutResult put={put} site={props.site} onGoToPage={props.onGoToPage} /> : null}
    </article>
  );
}

/** The words of a draft; what is still missing stands as a chip with its name, what may be out of date is marked. */
function DraftWords({ filled, lang }: { filled: Pick<Draft, 'text' | 'blanks'>; lang: string }) {
  let at = 0;
  return (
    <p class="words draft-words">
      <bdi dir="auto" lang={lang}>
        {piecesOf(filled).map((piece) => {
          const key = at++;
          if (piece.kind === 'text') return plain(piece.text);
          return (
            <span key={key} class={piece.kind === 'open' ? 'blank' : 'blank check-this'}>
              <span class="sr">{t(piece.kind === 'open' ? 'toFill' : 'toCheck')}</span>
              {plain(piece.kind === 'open' ? piece.name : piece.text)}
            </span>
          );
        })}
      </bdi>
    </p>
  );
}

/** How much of what the site takes: said in words once it is too much. */
function Length({ text, limit }: { text: string; limit: number }) {
  const length = [...text].length;
  return (
    <p class={length > limit ? 'meta length over' : 'meta length'} role={length > limit ? 'status' : undefined}>
      {t(length > limit ? 'lengthOver' : 'lengthOf', number(length), number(limit))}
    </p>
  );
}

function EditBox({ text, lang, onInput }: { text: string; lang: string; onInput: (text: string) => void }) {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.setSelectionRange(0, 0);
  }, []);
  return (
    <textarea
      ref={box}
      class="box draft-box"
      dir="auto"
      lang={lang}
      aria-label={t('editDraft')}
      value={text}
      rows={5}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}
