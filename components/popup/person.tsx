import { useState } from 'preact/hooks';
import type { Note } from '../../utils/core/desk';
import type { PostKey } from '../../utils/core/post';
import type { WaitingHere } from '../../utils/panel/popup-view';
import { excerpt } from '../../utils/text/spans';
import { plural, t } from '../../utils/text/t';
import { NoteBox } from '../notes/note-box';
import { Byline } from '../ui/byline';
import { Icon } from '../ui/icon';
import { Debt } from '../ui/tally';
import { Words } from '../ui/words';

export interface PersonProps {
  waiting: readonly WaitingHere[];
  note: Note | null;
  now: number;
  onReply: (post: WaitingHere['post']) => void;
  onNote: (post: PostKey, text: string, tags: string[]) => Promise<void>;
}

/** Who has waited longest on this page, with their words. */
export function Person({ waiting, note, now, onReply, onNote }: PersonProps) {
  const [writes, setWrites] = useState(false);
  const [kept, setKept] = useState(false);
  const first = waiting[0];
  if (!first) return null;
  const { post, since } = first;
  const others = new Set(waiting.map((one) => one.post.authorKey)).size - 1;
  return (
    <section class="popup-person" aria-labelledby="popup-they">
      <h2 class="sr" id="popup-they">
        {t('popupTheySpeakToYou')}
      </h2>
      <Byline id={post.authorKey} name={post.author.name}>
        <Debt since={since} now={now} />
      </Byline>
      <Words text={post.text} lang={post.lang} clamp ranges={excerpt(post.text, [], 240)} />
      {writes ? (
        <NoteBox
          label={t('popupNote')}
          knownTags={[]}
          {...(note && { initial: { text: note.text, tags: note.tags } })}
          onSave={(draft) => {
            setWrites(false);
            void onNote(post.key, draft.text, draft.tags).then(() => setKept(true));
          }}
          onLeave={() => setWrites(false)}
        />
      ) : (
        <div class="actions">
          <button type="button" class="action" onClick={() => onReply(post)}>
            <Icon name="reply" />
            {t('popupReply')}
          </button>
          <button type="button" class="action quiet" onClick={() => setWrites(true)}>
            <Icon name="note" />
            {t('popupNote')}
          </button>
          <span class="meta popup-kept" role="status">
            {kept ? t('popupNoteKept') : null}
          </span>
        </div>
      )}
      {others > 0 ? <p class="meta">{plural('popupMoreWait', others)}</p> : null}
    </section>
  );
}
