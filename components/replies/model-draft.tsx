import { useId } from 'preact/hooks';
import type { ModelDraft, ModelState } from '../../utils/panel/model';
import { clock, lasting } from '../../utils/text/dates';
import { number } from '../../utils/text/numbers';
import { plural, t } from '../../utils/text/t';
import { Button, LinkButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { plain } from '../ui/plain';

export interface ModelDraftProps {
  model: ModelDraft;
  now: number;
}

/** After so long without a word, that it takes its time is said. */
const SLOW_MS = 6_000;

/** A model, where one was set up: what would be sent and where, before it is; the words as they come; a way to stop. */
export function ModelAsk({ model, now }: ModelDraftProps) {
  const state = model.state.value;
  if (state.kind === 'off' || state.kind === 'drafted') return null;
  return (
    <section class="model-ask" aria-label={t('modelAsk')}>
      {state.kind === 'withheld' ? (
        <p class="meta">{t('modelWithheld')}</p>
      ) : state.kind === 'asking' ? (
        <Asking state={state} now={now} onStop={model.stop} />
      ) : (
        <>
          {state.kind === 'failed' ? <Failed state={state} now={now} /> : null}
          <Consent request={state.request} to={state.to} />
          <div class="buttons">
            <Button onClick={model.ask}>
              {state.kind === 'failed' ? t('tryAgain') : state.to === null ? t('modelAskHere') : t('modelSendAndAsk')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

type Ready = Extract<ModelState, { kind: 'ready' }>;

/** One line with all of it behind it: nothing is sent that cannot be read here first. */
function Consent({ request, to }: Pick<Ready, 'request' | 'to'>) {
  const words = request.messages.reduce((sum, { content }) => sum + content.split(/\s+/).length, 0);
  const parts = [
    t('modelPart_message'),
    request.around > 0 ? plural('modelPart_around', request.around) : '',
    request.examples > 0 ? plural('modelPart_examples', request.examples) : '',
  ].filter(Boolean);
  return (
    <>
      <p class="meta">
        {to === null
          ? t('modelConsentHere', number(words), parts.join(', '))
          : t('modelConsent', number(words), to, parts.join(', '))}
      </p>
      <details class="exactly">
        <summary>
          <Icon name="chevron" />
          {t('modelExactly')}
        </summary>
        {request.messages.map(({ role, content }) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key
          <pre key={role} class="sent-words" tabIndex={0}>
            <bdi dir="auto">{plain(content)}</bdi>
          </pre>
        ))}
      </details>
    </>
  );
}

function Asking({
  state,
  now,
  onStop,
}: {
  state: Extract<ModelState, { kind: 'asking' }>;
  now: number;
  onStop: () => void;
}) {
  const id = useId();
  const waited = Math.max(0, now - state.since);
  const who = state.to ?? t('modelUse_builtIn');
  return (
    <>
      <p class="meta" id={id} role="status">
        {state.text
          ? t('modelWriting', who)
          : waited > SLOW_MS
            ? t('modelSlow', who, waitedFor(waited))
            : t('modelAsked', who)}
      </p>
      {state.text ? (
        <p class="words draft-words">
          <bdi dir="auto">{plain(state.text.slice(0, 2_000))}</bdi>
        </p>
      ) : null}
      <div class="buttons">
        <LinkButton onClick={onStop}>{t('stop')}</LinkButton>
      </div>
    </>
  );
}

/** In seconds while they are few: a minute is long when one waits. */
function waitedFor(ms: number): string {
  return ms < 60_000 ? `${number(Math.round(ms / 1000))} s` : lasting(ms);
}

/** What happened, and when it makes sense to try again. */
function Failed({ state, now }: { state: Extract<ModelState, { kind: 'failed' }>; now: number }) {
  const wait = state.retryAt !== null && state.retryAt > now ? ` ${t('modelRetryAt', clock(state.retryAt))}` : '';
  return (
    <p class="two" role="status">
      <Icon name="info" />
      <span class="grow">
        {t(`model_${state.fault}`, state.to ?? '')}
        {wait}
      </span>
    </p>
  );
}
