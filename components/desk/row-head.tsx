/** Above somebody's words: who says them, and where they stand under their name, in which conversation. */

import { isUntitled } from '../../utils/panel/desk-rows';
import { hrefOf } from '../../utils/panel/router';
import { ago, until } from '../../utils/text/dates';
import { spelled } from '../../utils/text/numbers';
import { siteName } from '../../utils/text/sites';
import { plural, t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';
import { Byline, Name } from '../ui/byline';
import { Debt } from '../ui/tally';
import type { RowProps } from './row';

export function RowHead({ id, ...props }: RowProps & { id: string }) {
  const { row, tab, now, by, again, alone } = props;
  const { post } = row;
  const nameId = `${id}-who`;
  const standing = <Standing row={row} tab={tab} now={now} />;
  const phrase = phraseOf(props);
  if (again || (by === 'person' && !alone)) {
    return (
      <>
        <div class="byline">
          <Box {...props} />
          <span class="where" id={nameId}>
            <span class="who sr">
              <Name>{post.author.name}</Name>
            </span>{' '}
            {again ? t('andAlso') : <Where post={post} />}
          </span>
          {standing}
        </div>
        {phrase && !again ? <p class="meta">{phrase}</p> : null}
      </>
    );
  }
  return (
    <>
      <Byline
        id={post.authorKey}
        name={post.author.name}
        nameId={nameId}
        href={hrefOf({ screen: 'person', id: post.authorKey })}
        phrase={phrase ?? (alone && (by === 'conversation' || isUntitled(post)) ? siteName(post.site) : null)}
        before={<Box {...props} />}
      >
        {standing}
      </Byline>
      {by === 'person' && !isUntitled(post) ? (
        <p class="meta where-line">
          <Where post={post} /> · {siteName(post.site)}
        </p>
      ) : null}
    </>
  );
}

/** The way to the conversation: its title; the site, where it has none. */
function Where({ post }: Pick<RowProps['row'], 'post'>) {
  return (
    <a href={hrefOf({ screen: 'thread', thread: post.threadKey, post: post.key })} lang={post.lang ?? undefined}>
      <Name>{isUntitled(post) ? siteName(post.site) : post.threadTitle}</Name>
    </a>
  );
}

function Box({ row: { post }, selected, does }: RowProps) {
  if (selected === undefined) return null;
  return (
    <input
      type="checkbox"
      class="check"
      checked={selected}
      aria-label={t('selectPerson', post.author.name)}
      onClick={(event) => {
        event.stopPropagation();
        does.select(post.key, event.shiftKey);
      }}
    />
  );
}

/** Said once of each, on their first row: one press, and all they wait for stands together. */
export function Elsewhere({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <p class="meta">
      <LinkButton onClick={onShow}>{plural('waitsElsewhere', count, spelled(count))}</LinkButton>
    </p>
  );
}

/** At the right edge: how long they wait, when it comes back, or when we answered. */
function Standing({ row: { post, state }, tab, now }: Pick<RowProps, 'row' | 'tab' | 'now'>) {
  if (state?.state === 'snoozed') {
    return <span class="debt">{state.until === null ? t('untilTheyWrite') : until(state.until, now)}</span>;
  }
  if (tab === 'open') return <Debt since={post.waitsSince ?? post.at} now={now} />;
  return tab === 'waiting' ? <span class="debt">{t('ourLastWord', ago(post.deskAt ?? post.at, now))}</span> : null;
}

/** One phrase about them: why they are here, or that they are new to us. */
function phraseOf({ row, firstHeard }: RowProps): string | null {
  if (row.state?.why && row.state.state === 'open') return t(`why_${row.state.why}`);
  if (row.reading?.needsReply.reason === 'newcomer') return t('newHere');
  return firstHeard ? t('firstHeard') : null;
}
