import type { ComponentChildren } from 'preact';
import type { PutState } from '../../utils/panel/put';
import type { DraftsState } from '../../utils/panel/replies';
import { capital, spelled } from '../../utils/text/numbers';
import { plural, t } from '../../utils/text/t';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Skeleton } from '../ui/skeleton';
import { DraftView } from './draft-view';

export interface DraftsProps {
  state: DraftsState;
  now: number;
  site: string;
  picked: number | null;
  /** What became of the draft put last. */
  put: { draft: string; state: PutState } | null;
  onPick: (number: number) => void;
  onPut: (draft: string, text: string) => void;
  onCopy: (text: string) => void;
  onGoToPage: () => void;
  onAgain: () => void;
  /** What asks a model, where one was set up. */
  model?: ComponentChildren;
}

/** Up to three ways to answer, each with its source. Where silence is better, that is said first and no draft is open. */
export function Drafts(props: DraftsProps) {
  const { state } = props;
  return (
    <section class="section" aria-labelledby="ways">
      <h2 class="h" id="ways">
        {headOf(state)}
      </h2>
      <Body {...props} />
      {state.kind === 'ready' ? props.model : null}
    </section>
  );
}

function headOf(state: DraftsState): string {
  if (state.kind !== 'ready' || state.suggestions.drafts.length === 0) return t('answering');
  if (state.suggestions.advice) return t('beforeAnswering');
  const count = state.suggestions.drafts.length;
  return capital(plural('waysToAnswer', count, spelled(count)));
}

function Body(props: DraftsProps) {
  const { state } = props;
  if (state.kind === 'working') return <Skeleton rows={1} />;
  if (state.kind === 'failed') {
    return (
      <div class="two">
        <Icon name="info" />
        <div class="grow">
          <p>{t('draftsFailed')}</p>
          <div class="buttons">
            <Button onClick={props.onAgain}>{t('tryAgain')}</Button>
          </div>
        </div>
      </div>
    );
  }
  const { drafts, advice } = state.suggestions;
  const list = drafts.map((draft, index) => (
    <DraftView
      key={draft.id}
      draft={draft}
      number={index + 1}
      best={index === 0 && !advice}
      picked={props.picked === index + 1}
      now={props.now}
      site={props.site}
      sourceHref={draft.source.kind === 'ownWords' ? state.hrefs.get(draft.source.pair) : undefined}
      put={props.put?.draft === draft.id ? props.put.state : null}
      onPick={() => props.onPick(index + 1)}
      onPut={(text) => props.onPut(draft.id, text)}
      onCopy={props.onCopy}
      onGoToPage={props.onGoToPage}
    />
  ));
  if (advice) {
    return (
      <>
        <p class="say">{t(`advice_${advice}`)}</p>
        {drafts.length > 0 ? (
          <details>
            <summary>
              <Icon name="chevron" />
              {t('draftsAllTheSame')}
            </summary>
            {list}
            <HumanSends />
          </details>
        ) : null}
      </>
    );
  }
  if (drafts.length === 0) return <p class="say">{t('noDrafts')}</p>;
  return (
    <>
      {list}
      <HumanSends />
    </>
  );
}

function HumanSends() {
  return (
    <p class="advice meta">
      <Icon name="info" />
      <span>{t('youSendIt')}</span>
    </p>
  );
}
