import type { ComponentChildren } from 'preact';
import type { Advice, AdviceGround } from '../../utils/core/draft';
import type { PutState } from '../../utils/panel/put';
import type { DraftsState } from '../../utils/panel/replies';
import { moment } from '../../utils/text/dates';
import { capital, number, spelled } from '../../utils/text/numbers';
import { rich } from '../../utils/text/rich';
import { plural, t } from '../../utils/text/t';
import { Button } from '../ui/button';
import { Name } from '../ui/byline';
import { Icon } from '../ui/icon';
import { plain } from '../ui/plain';
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
  limit?: number | null;
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
      limit={props.limit ?? null}
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
        <p class="say">
          <AdviceLine advice={advice} ground={state.suggestions.ground} now={props.now} />
        </p>
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

/** In one line, with its reason where there is one to name. */
function AdviceLine({
  advice,
  ground,
  now,
}: {
  advice: NonNullable<Advice>;
  ground: AdviceGround | undefined;
  now: number;
}) {
  const [first, second] = (ground?.people ?? []).map((name) => <Name key={name}>{name}</Name>);
  if (advice === 'alreadyAnswered' && first && ground?.at !== undefined)
    return <>{rich('adviceWho_alreadyAnswered', first, moment(ground.at, now))}</>;
  if (advice === 'heated' && first && second && ground?.turns !== undefined)
    return <>{rich('adviceWho_heated', first, second, number(ground.turns))}</>;
  if (advice === 'bait' && ground?.words)
    return <>{rich('adviceWho_bait', <bdi dir="auto">{plain(ground.words)}</bdi>)}</>;
  return <>{t(`advice_${advice}`)}</>;
}

function HumanSends() {
  return (
    <p class="advice meta">
      <Icon name="info" />
      <span>{t('youSendIt')}</span>
    </p>
  );
}
