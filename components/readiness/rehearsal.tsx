/** Rehearsal: a conversation in its order, answered again under a soft clock, then compared. */
import './readiness.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Rehearsal } from '../../utils/core/rehearsal';
import { worked } from '../../utils/panel/readiness-words';
import type { RehearsalModel, RehearsalState, RehearsedAnswer, Step } from '../../utils/panel/rehearsal';
import { moment } from '../../utils/text/dates';
import { number } from '../../utils/text/numbers';
import { plural, t } from '../../utils/text/t';
import { Button, LinkButton } from '../ui/button';
import { Byline } from '../ui/byline';
import { Field } from '../ui/fields';
import { Icon } from '../ui/icon';
import { plain } from '../ui/plain';
import { Skeleton } from '../ui/skeleton';
import { StoreTrouble } from '../ui/store-trouble';

export interface RehearsalProps {
  model: RehearsalModel;
  kept: readonly Rehearsal[];
  now: number;
  back: ComponentChildren;
}

export function RehearsalScreen({ model, kept, now, back }: RehearsalProps) {
  const state = model.state.value;
  const finished = model.finished.value;
  return (
    <div class="rehearsal">
      {back}
      <h1 class="title xl" tabIndex={-1}>
        {state?.title ?? finished?.title ?? t('rehearsalTitle')}
      </h1>
      {model.fault.value ? <StoreTrouble kind={model.fault.value} /> : null}
      {state ? (
        <UnderWay model={model} state={state} />
      ) : finished ? (
        <>
          <Compare rehearsal={finished} />
          <div class="buttons">
            <Button onClick={model.leave}>{t('rehearsalAnother')}</Button>
          </div>
        </>
      ) : (
        <Choose model={model} kept={kept} now={now} />
      )}
    </div>
  );
}

function Choose({ model, kept, now }: Omit<RehearsalProps, 'back'>) {
  const choices = model.choices.value;
  return (
    <>
      <p>{t('rehearsalHelp')}</p>
      {choices ? (
        <ul class="list ruled">
          {choices.map((choice) => (
            <li key={`${choice.kind} ${choice.id}`}>
              <LinkButton onClick={() => void model.begin(choice)}>{plain(choice.title)}</LinkButton>
              <span class="meta block">
                {t(choice.kind === 'crisis' ? 'rehearsalInvented' : 'rehearsalReal')} ·{' '}
                {plural('sitePosts', choice.posts)}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <Skeleton rows={2} />
      )}
      {kept.length > 0 ? (
        <section class="section" aria-labelledby="rehearsed">
          <h2 class="h" id="rehearsed">
            {t('rehearsalKept')}
          </h2>
          {kept.map((one) => (
            <details key={one.id} class="quiet">
              <summary>
                <Icon name="chevron" />
                {plain(one.title)} · {moment(one.at, now)}
              </summary>
              <Compare rehearsal={one} />
            </details>
          ))}
        </section>
      ) : null}
    </>
  );
}

function UnderWay({ model, state }: { model: RehearsalModel; state: RehearsalState }) {
  const [text, setText] = useState('');
  const { waiting } = state;
  const send = (said: string | null) => {
    setText('');
    void model.answer(said);
  };
  return (
    <>
      <ol class="list ruled">
        {state.shown.map((step) => (
          <li key={step.line.id}>
            <LineOf step={step} />
            {state.answers.get(step.line.id)?.said ? (
              <p class="words sm ours" dir="auto">
                {state.answers.get(step.line.id)?.said}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
      {waiting ? (
        <form
          key={waiting.line.id}
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') send(text);
          }}
        >
          <p class="meta rehearsal-clock">
            <SoftClock key={state.since} since={state.since} /> · {plural('rehearsalLeft', state.left)}
          </p>
          <Field label={t('rehearsalAnswerTo', waiting.line.name)} rows={4} value={text} onInput={setText} />
          <div class="buttons">
            <Button type="submit" main disabled={text.trim() === ''}>
              {t('rehearsalSay')}
            </Button>
            <Button onClick={() => send(null)}>{t('rehearsalPass')}</Button>
            <Button onClick={model.leave}>{t('stop')}</Button>
          </div>
        </form>
      ) : null}
    </>
  );
}

/** Soft: it counts up, in minutes, and nothing happens when it is late. */
function SoftClock({ since }: { since: number }) {
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  const waited = Math.max(0, now - since);
  return <>{waited < 60_000 ? t('rehearsalJustNow') : t('rehearsalWaits', worked(waited))}</>;
}

function LineOf({ step: { line } }: { step: Step }) {
  return (
    <>
      <Byline id={line.name} name={line.name} phrase={line.to ? t('exportTo', line.to) : null} />
      <p class="words" dir="auto">
        {line.text}
      </p>
    </>
  );
}

/** What one said, beside what was said and what came of it. */
export function Compare({ rehearsal }: { rehearsal: Rehearsal }) {
  const said = rehearsal.answers.filter((answer) => answer.said !== null);
  return (
    <>
      <p class="meta">{t('rehearsalSum', number(said.length), number(rehearsal.answers.length))}</p>
      <ol class="list ruled">
        {rehearsal.answers.map((answer, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rehearsal that is over does not change
          <li key={i} class="rehearsal-compare">
            <One answer={answer} />
          </li>
        ))}
      </ol>
    </>
  );
}

function One({ answer }: { answer: RehearsedAnswer }) {
  return (
    <>
      <Byline id={answer.name} name={answer.name} />
      <p class="words sm" dir="auto">
        {answer.asked}
      </p>
      <p class="meta">{answer.said === null ? t('rehearsalYouPassed') : t('rehearsalYou', worked(answer.ms))}</p>
      {answer.said === null ? null : (
        <p class="words sm mine" dir="auto">
          {answer.said}
        </p>
      )}
      {answer.real ? (
        <>
          <p class="meta">{t('rehearsalReally', answer.real.name, worked(answer.real.ms))}</p>
          <p class="words sm" dir="auto">
            {answer.real.text}
          </p>
        </>
      ) : null}
      {answer.next ? (
        <>
          <p class="meta">{t(answer.real ? 'rehearsalNext' : 'rehearsalElse', answer.name)}</p>
          <p class="words sm" dir="auto">
            {answer.next}
          </p>
        </>
      ) : null}
    </>
  );
}
