import type { ComponentChildren } from 'preact';
import type { Mistakable } from '../../utils/core/look-alike';
import type { Exchange, PersonModel, PersonView } from '../../utils/panel/person';
import type { PersonMoreModel } from '../../utils/panel/person-more';
import { hrefOf } from '../../utils/panel/router';
import { toneLine } from '../../utils/panel/tone-line';
import { ago, month, since } from '../../utils/text/dates';
import { list } from '../../utils/text/lists';
import { marksOf } from '../../utils/text/marks';
import { number } from '../../utils/text/numbers';
import { rich } from '../../utils/text/rich';
import { siteName } from '../../utils/text/sites';
import { excerpt } from '../../utils/text/spans';
import { plural, t } from '../../utils/text/t';
import { NoteBox } from '../notes/note-box';
import { NoteView } from '../notes/note-view';
import { Action, LinkButton } from '../ui/button';
import { Name, When } from '../ui/byline';
import { Empty } from '../ui/empty';
import { Marks } from '../ui/marks';
import { Skeleton } from '../ui/skeleton';
import { Tile } from '../ui/tile';
import { ToneLine } from '../ui/tone-line';
import { Words } from '../ui/words';
import { Mistaken } from './mistaken';
import { OfThemselves } from './of-themselves';
import { KeepTouch, Promised, Ways } from './person-more';
import { SamePerson } from './same-person';

export interface PersonProps {
  model: PersonModel;
  also: PersonMoreModel;
  id: string;
  now: number;
  /** Whom somebody might pass for. */
  mistakable: Mistakable;
  back: ComponentChildren;
}

/** Somebody: whose turn it is, what one wrote about them, what was said between us, their names. */
export function PersonScreen({ model, also, id, now, mistakable, back }: PersonProps) {
  const view = model.view.value;
  const more = also.more.value;
  return (
    <>
      {back}
      {view === undefined ? (
        <Skeleton />
      ) : view === null ? (
        <Empty title={t('personGone')}>{t('personGoneHelp')}</Empty>
      ) : (
        <>
          <div class="person-head">
            <Tile id={view.person?.id ?? id} name={view.name} size="l" />
            <div>
              <h1 class="title xl" tabIndex={-1}>
                <Name>{view.name}</Name>
              </h1>
              <p class="meta">
                {list(view.sites.map(siteName))} · {t('heardSince', month(view.since))}
              </p>
            </div>
          </div>
          {view.accounts
            .filter(({ key }) => !view.exchanges.some(({ post }) => post.ours === 1 && post.authorKey === key))
            .map((account) => (
              <Mistaken key={account.key} author={account} mistakable={mistakable} />
            ))}
          <p class="say person-turn">{turnOf(view, now)}</p>
          <Notes model={model} view={view} now={now} />
          {more ? <Promised more={more} now={now} /> : null}
          <Exchanges view={view} now={now} onMore={model.showMore} />
          {more ? <Ways more={more} now={now} /> : null}
          <Sounds view={view} now={now} />
          <Names view={view} model={also} now={now} />
          {more ? <KeepTouch model={also} more={more} /> : null}
        </>
      )}
    </>
  );
}

function turnOf(view: PersonView, now: number) {
  if (view.waitsSince !== null) return rich('personWaits', <b>{since(view.waitsSince, now)}</b>);
  const last = view.exchanges[0]?.post;
  if (view.answeredAt !== null) return t('personAnswered', ago(view.answeredAt, now));
  return last ? t('personSpoke', ago(last.at, now)) : null;
}

function Notes({ model, view, now }: { model: PersonModel; view: PersonView; now: number }) {
  const writing = model.writing.writing.value;
  const target = model.target.value;
  return (
    <>
      {view.notes.map((note) =>
        writing?.id === note.id ? null : (
          <NoteView key={note.id} note={note} now={now} onEdit={() => model.writing.begin(note.target, note)} />
        ),
      )}
      {writing ? (
        <NoteBox
          key={writing.id ?? 'new'}
          label={t('noteAbout', view.name)}
          {...(writing.id && { initial: initialOf(view, writing.id) })}
          knownTags={model.writing.tags.value}
          focusOn={writing.focusOn}
          onSave={(draft) =>
            void model.writing.save(
              draft,
              [view.name],
              view.notes.find((note) => note.id === writing.id),
            )
          }
          onLeave={model.writing.leave}
          onRemove={removal(model, view, writing.id)}
        />
      ) : (
        <div class="actions">
          <Action keyName="A" quiet onClick={() => model.writing.begin(target)}>
            {t(view.notes.length > 0 ? 'anotherNote' : 'note')}
          </Action>
        </div>
      )}
    </>
  );
}

function initialOf(view: PersonView, id: string) {
  const note = view.notes.find((one) => one.id === id);
  return { text: note?.text ?? '', tags: note?.tags ?? [] };
}

function removal(model: PersonModel, view: PersonView, id: string | undefined) {
  const note = view.notes.find((one) => one.id === id);
  return note ? () => void model.writing.remove(note, [view.name]) : undefined;
}

/** The tone of what they said, as far as it is shown here: of messages, not of them. */
function Sounds({ view, now }: { view: PersonView; now: number }) {
  const theirs = view.exchanges.filter(({ post, reading }) => !post.ours && reading);
  const line = toneLine(theirs.map(({ post, reading }) => ({ at: post.at, tone: reading?.tone.label ?? null })));
  if (!line) return null;
  return (
    <section class="section" aria-labelledby="sounds">
      <h2 class="h" id="sounds">
        {t('toneOverTime')}
      </h2>
      <ToneLine view={line} now={now} />
    </section>
  );
}

function Exchanges({ view, now, onMore }: { view: PersonView; now: number; onMore: () => void }) {
  return (
    <section class="section" aria-labelledby="exchanges">
      <h2 class="h" id="exchanges">
        {t('whatWasSaid')}{' '}
        <small>
          {plural('coverageAll', view.exchanges.length)}
          {view.sites.length > 1 ? `, ${plural('sitesCount', view.sites.length)}` : null}
        </small>
      </h2>
      <ul class="list exchanges">
        {view.exchanges.map((exchange) => (
          <Said key={exchange.post.key} exchange={exchange} now={now} />
        ))}
      </ul>
      {view.more ? (
        <p class="more">
          <LinkButton onClick={onMore}>{t('showMore', number(view.exchanges.length))}</LinkButton>
        </p>
      ) : null}
    </section>
  );
}

function Said({ exchange: { post, reading }, now }: { exchange: Exchange; now: number }) {
  const where = post.threadTitle || siteName(post.site);
  return (
    <li class={post.ours ? 'ours' : undefined}>
      <p class="meta">
        {post.ours ? (
          <>
            <b class="us">
              <Name>{post.author.name}</Name>
            </b>{' '}
            ·{' '}
          </>
        ) : null}
        <When at={post.at} now={now} /> ·{' '}
        <a href={hrefOf({ screen: 'thread', thread: post.threadKey, post: post.key })}>
          <Name>{where}</Name>
        </a>
      </p>
      <Words text={post.text} lang={post.lang} size="sm" ranges={excerpt(post.text, reading?.evidence ?? [], 420)} />
      {reading && !post.ours ? <Marks marks={marksOf(reading)} /> : null}
    </li>
  );
}

function Names({ view, model, now }: { view: PersonView; model: PersonMoreModel; now: number }) {
  return (
    <section class="section" aria-labelledby="names">
      <h2 class="h" id="names">
        {t('theirNames')}
      </h2>
      <ul class="list">
        {view.accounts.map((account) => (
          <li key={account.key}>
            <b>
              <Name>{account.handle ?? account.name}</Name>
            </b>{' '}
            <span class="meta">
              {account.url ? (
                <a href={account.url} target="_blank" rel="noreferrer noopener">
                  {siteName(account.site)}
                </a>
              ) : (
                siteName(account.site)
              )}
            </span>
            {view.accounts.length > 1 ? (
              <>
                {' '}
                <LinkButton onClick={() => void model.part(account.key, account.handle ?? account.name)}>
                  {t('sameApart')}
                </LinkButton>
              </>
            ) : null}
            {account.profile ? <OfThemselves profile={account.profile} now={now} /> : null}
          </li>
        ))}
        <SamePerson model={model} />
      </ul>
    </section>
  );
}
