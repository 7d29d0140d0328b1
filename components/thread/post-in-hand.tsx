import type { Post } from '../../utils/core/post';
import type { ThreadCares } from '../../utils/panel/cares';
import { hrefOf } from '../../utils/panel/router';
import type { ThreadModel } from '../../utils/panel/thread';
import { until } from '../../utils/text/dates';
import { marksOf } from '../../utils/text/marks';
import { rich } from '../../utils/text/rich';
import { readable, spansOf } from '../../utils/text/spans';
import { t } from '../../utils/text/t';
import { CareLine, CareMenu } from '../desk/care-menu';
import { LaterMenu } from '../desk/later-menu';
import { NoteBox } from '../notes/note-box';
import { NoteView } from '../notes/note-view';
import { Action } from '../ui/button';
import { Byline, Name, When } from '../ui/byline';
import { domId } from '../ui/dom-id';
import { Marks, markId } from '../ui/marks';
import { Debt } from '../ui/tally';
import { Words } from '../ui/words';
import { Quotes } from './quotes';
import { Topics } from './topics';
import { Why } from './why';

export interface PostInHandProps {
  model: ThreadModel;
  post: Post;
  now: number;
  onShow: (post: Post) => void;
  /** Whose it is of us. */
  cares?: ThreadCares | undefined;
}

/** The post one came for, largest on the screen, with what was read between its lines and what one wrote about it. */
export function PostInHand({ model, post, now, onShow, cares }: PostInHandProps) {
  const id = domId('hand', post.key);
  const reading = model.readings.value.get(post.key);
  const marks = reading && !post.ours ? marksOf(reading) : [];
  const named = new Set(marks.map((mark) => mark.name));
  const note = model.notes.value.get(post.key);
  const writing = model.writing.writing.value;
  const isWriting = writing?.target === `post:${post.key}` ? writing.focusOn : null;
  const people = [post.author.name];
  const begin = () => model.writing.begin(`post:${post.key}`, note);
  return (
    <article class="in-hand" id={id} tabIndex={-1} aria-labelledby={`${id}-who`}>
      <Byline
        id={post.authorKey}
        name={post.author.name}
        ours={post.ours === 1}
        nameId={`${id}-who`}
        href={hrefOf({ screen: 'person', id: post.authorKey })}
        phrase={
          <>
            {post.ours ? `${t('us')} · ` : null}
            <When at={post.at} now={now} />
            {post.editedAt || post.history?.length ? `, ${t('edited')}` : null}
          </>
        }
      >
        <Standing model={model} post={post} now={now} />
      </Byline>
      <Quotes quotes={post.quotes} />
      <Words
        text={post.text}
        lang={post.lang}
        ranges={readable(post.text)}
        size="lg"
        spans={reading ? spansOf(reading.evidence, post.text) : []}
        markId={(name) => (named.has(name) ? markId(id, name) : undefined)}
      />
      <Pictures post={post} />
      <Marks marks={marks} idPrefix={id} />
      <Topics topics={model.topics.value} />
      {reading && !post.ours ? (
        <Why
          reading={reading}
          text={post.text}
          onCorrect={(label, to) => void model.corrections.correct(post, label, to)}
        />
      ) : null}
      <CareLine care={cares?.care.value ?? null} />
      {isWriting ? (
        <NoteBox
          label={t('noteOn', post.author.name)}
          {...(note && { initial: { text: note.text, tags: note.tags } })}
          knownTags={model.writing.tags.value}
          focusOn={isWriting}
          onSave={(draft) => void model.writing.save(draft, people, note)}
          onLeave={model.writing.leave}
          onRemove={note ? () => void model.writing.remove(note, people) : undefined}
        />
      ) : note ? (
        <NoteView note={note} now={now} onEdit={begin} />
      ) : null}
      <HandActions model={model} post={post} now={now} onNote={begin} onShow={onShow} cares={cares} />
    </article>
  );
}

/** How long they wait, or where it stands since somebody said so. */
function Standing({ model, post, now }: { model: ThreadModel; post: Post; now: number }) {
  const state = model.state.value;
  if (state?.state === 'snoozed') {
    const when = state.until === null ? t('untilTheyWrite') : until(state.until, now);
    return <span class="debt">{t('laterAt', when)}</span>;
  }
  if (post.desk === 'done') return <span class="debt">{t('isDone')}</span>;
  if (post.desk === 'waiting') return <span class="debt">{t('theirTurn')}</span>;
  return post.waitsSince === undefined ? null : <Debt since={post.waitsSince} now={now} full />;
}

/** What pictures show, in the words their author gave: nothing is fetched. */
export function Pictures({ post }: { post: Post }) {
  const described = (post.media ?? []).flatMap((media) => (media.alt ? [media.alt] : []));
  const count = post.media?.length ?? 0;
  if (count === 0) return null;
  return (
    <p class="meta pictures">
      {described.length > 0 ? rich('pictureOf', <Name>{described.join(' · ')}</Name>) : t('pictureWithoutWords')}
    </p>
  );
}

function HandActions({ model, post, now, onNote, onShow, cares }: PostInHandProps & { onNote: () => void }) {
  const asks = model.asksLater.value;
  const isOpen = cares?.asks.value === post.key;
  const rests = post.desk === 'done' || post.desk === 'snoozed';
  return (
    <div class="actions anchored" role="toolbar" aria-label={t('withThisPost')}>
      <Action keyName="A" quiet onClick={onNote}>
        {t('note')}
      </Action>
      {post.desk && !rests ? (
        <>
          <Action keyName="Z" quiet expanded={asks} onClick={() => model.askLater(!asks)}>
            {t('later')}
          </Action>
          <Action keyName="X" quiet onClick={() => void model.done()}>
            {t('done')}
          </Action>
        </>
      ) : null}
      {rests ? (
        <Action keyName="X" quiet onClick={() => void model.reopen()}>
          {t('backToDesk')}
        </Action>
      ) : null}
      {cares && post.desk ? (
        <Action keyName="W" quiet expanded={isOpen} onClick={() => cares.ask(isOpen ? null : post.key)}>
          {t('careWhose')}
        </Action>
      ) : null}
      <Action quiet onClick={() => onShow(post)}>
        {t('seeOnPage')}
      </Action>
      {cares && isOpen ? <CareMenu cares={cares} post={post.key} care={cares.care.value} /> : null}
      {asks ? (
        <LaterMenu now={now} onPick={(choice) => void model.later(choice)} onClose={() => model.askLater(false)} />
      ) : null}
    </div>
  );
}
