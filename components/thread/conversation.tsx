import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Post } from '../../utils/core/post';
import type { ConversationLine } from '../../utils/panel/conversation';
import { languageOf } from '../../utils/panel/languages';
import type { ThreadModel } from '../../utils/panel/thread';
import { number } from '../../utils/text/numbers';
import { plural, t } from '../../utils/text/t';
import { domId } from '../ui/dom-id';
import { LanguageFilter } from '../ui/language-filter';
import { Rows, type RowsHandle } from '../ui/rows';
import { repliesHeld } from './coverage';
import { Voice } from './voice';

export interface ConversationProps {
  model: ThreadModel;
  now: number;
  underline: boolean;
  onShow: (post: Post) => void;
  exports: ComponentChildren;
}

/** Everything said in the conversation, in its place; dashed gaps where replies were never seen. */
export function Conversation({ model, now, underline, onShow, exports }: ConversationProps) {
  const rows = useRef<RowsHandle>(null);
  const cursor = model.cursor.value;
  const asked = model.focusAsked.value;
  const answered = useRef(asked);
  const hand = model.hand.value;
  const lines = model.lines.value;
  const claimed = model.thread.value?.claimed ?? null;
  const held = repliesHeld(model.posts.value ?? []);
  const [language, setLanguage] = useState<string | null>(null);
  const heard = lines.flatMap((line) => (line.kind === 'post' ? [languageIn(model, line.post)] : []));
  const shown = language
    ? lines.filter((line) => line.kind === 'post' && languageIn(model, line.post) === language)
    : lines;
  const isLone = lines.length === 1 && lines[0]?.key === hand?.key;

  useEffect(() => {
    if (asked === answered.current) return;
    answered.current = asked;
    const id = cursor ? domId('said', cursor) : hand && domId('hand', hand.key);
    if (cursor) rows.current?.reveal(cursor);
    const focus = () => id && document.getElementById(id)?.focus();
    if (id && document.getElementById(id)) focus();
    else requestAnimationFrame(() => requestAnimationFrame(focus));
  }, [asked, cursor, hand]);

  return (
    <section class="section conversation" aria-labelledby="conversation">
      <div class="h">
        <h2 id="conversation">{t('conversation')}</h2>
        {claimed !== null && claimed > held ? <small>{t('someOf', number(held), number(claimed))}</small> : null}
        {exports}
      </div>
      <LanguageFilter languages={heard} value={language} onPick={setLanguage} />
      {isLone ? <p class="meta">{t('nobodyElseSpoke')}</p> : null}
      <Rows<ConversationLine>
        items={isLone ? [] : shown}
        keyOf={(line) => line.key}
        classOf={(line) => `said depth-${line.depth}${line.depth === 0 ? ' root' : ''}`}
        estimate={(line) => (line.kind === 'gap' ? 34 : 70 + Math.ceil(line.post.text.length / 50) * 23)}
        keep={cursor}
        handle={rows}
        label={t('conversation')}
        render={(line) =>
          line.kind === 'gap' ? (
            <p class="gap">{plural('unseenReplies', line.count)}</p>
          ) : (
            <Voice
              line={line}
              model={model}
              now={now}
              underline={underline}
              isHand={line.key === hand?.key}
              inHand={line.key === cursor}
              onShow={onShow}
            />
          )
        }
      />
    </section>
  );
}

function languageIn(model: ThreadModel, post: Post): string {
  return languageOf(post, model.readings.value.get(post.key));
}
