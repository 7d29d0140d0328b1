import type { Post } from '../../utils/core/post';
import { type ConversationLine, isNews } from '../../utils/panel/conversation';
import { hrefOf } from '../../utils/panel/router';
import type { ThreadModel } from '../../utils/panel/thread';
import { marksOf } from '../../utils/text/marks';
import { rich } from '../../utils/text/rich';
import { readable, spansOf } from '../../utils/text/spans';
import { t } from '../../utils/text/t';
import { NoteBox } from '../notes/note-box';
import { NoteView } from '../notes/note-view';
import { Action } from '../ui/button';
import { isByKey } from '../ui/by-key';
import { Byline, Name, When } from '../ui/byline';
import { domId } from '../ui/dom-id';
import { Marks, markId } from '../ui/marks';
import { Words } from '../ui/words';
import { Pictures } from './post-in-hand';
import { Quotes } from './quotes';

export interface VoiceProps {
  line: Extract<ConversationLine, { kind: 'post' }>;
  model: ThreadModel;
  now: number;
  underline: boolean;
  /** It is the post above, not said twice. */
  isHand: boolean;
  inHand: boolean;
  onShow: (post: Post) => void;
}

/** Somebody in the conversation. */
export function Voice({ line, model, now, underline, isHand, inHand, onShow }: VoiceProps) {
  const { post } = line;
  const id = domId('said', post.key);
  const reading = model.readings.value.get(post.key);
  const marks = reading && !post.ours ? marksOf(reading) : [];
  const named = new Set(marks.map((mark) => mark.name));
  const note = model.notes.value.get(post.key);
  const writing = model.writing.writing.value;
  const isWriting = !isHand && writing?.target === `post:${post.key}` ? writing.focusOn : null;
  const people = [post.author.name];
  const begin = () => model.writing.begin(`post:${post.key}`, note);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: j, k, arrows and focus take a voice in hand as well
    <article
      class={`voice${post.ours ? ' ours' : ''}${inHand ? ' on' : ''}`}
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-who`}
      aria-current={inHand ? 'true' : undefined}
      onFocusIn={(event) => isByKey(event) && model.take(post.key)}
      onClick={() => model.take(post.key)}
    >
      <Byline
        id={post.authorKey}
        name={post.author.name}
        ours={post.ours === 1}
        size="s"
        nameId={`${id}-who`}
        href={hrefOf({ screen: 'person', id: post.authorKey })}
        phrase={
          <>
            {post.ours ? `${t('us')} · ` : null}
            {line.to ? <>{rich('toWhom', <Name>{line.to}</Name>)} · </> : null}
            <When at={post.at} now={now} />
            {isHand ? ` · ${t('above')}` : null}
            {post.sponsored ? ` · ${t('sponsored')}` : null}
            {isNews(post, model.thread.value) ? (
              <>
                {' · '}
                <b class="news">{t('newHere')}</b>
              </>
            ) : null}
          </>
        }
      />
      {isHand ? null : (
        <>
          <Quotes quotes={post.quotes} />
          <Words
            text={post.text}
            lang={post.lang}
            ranges={readable(post.text)}
            size="sm"
            spans={underline && reading && !post.ours ? spansOf(reading.evidence, post.text) : []}
            markId={(name) => (named.has(name) ? markId(id, name) : undefined)}
          />
          <Pictures post={post} />
          <Marks marks={marks} idPrefix={id} />
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
        </>
      )}
      {inHand && !isHand ? (
        <div class="actions" role="toolbar" aria-label={t('withThisPost')}>
          {post.ours ? null : (
            <Action keyName="R" onClick={() => model.answer(post.key)}>
              {t('reply')}
            </Action>
          )}
          <Action keyName="A" quiet onClick={begin}>
            {t('note')}
          </Action>
          <Action quiet onClick={() => onShow(post)}>
            {t('seeOnPage')}
          </Action>
        </div>
      ) : null}
    </article>
  );
}
