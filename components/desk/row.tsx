import type { GroupBy, Note } from '../../utils/core/desk';
import type { Mistakable } from '../../utils/core/look-alike';
import type { PostKey } from '../../utils/core/post';
import type { OurPromise } from '../../utils/core/promise';
import type { Cares } from '../../utils/panel/cares';
import type { DeskRow } from '../../utils/panel/desk-rows';
import type { Later } from '../../utils/panel/later';
import type { DeskTab } from '../../utils/panel/router';
import { marksOf } from '../../utils/text/marks';
import { excerpt, spansOf } from '../../utils/text/spans';
import { t } from '../../utils/text/t';
import { NoteBox, type NoteDraft } from '../notes/note-box';
import { NoteView } from '../notes/note-view';
import { Mistaken } from '../people/mistaken';
import { PromiseOpen } from '../replies/follow-up';
import { isByKey } from '../ui/by-key';
import { domId } from '../ui/dom-id';
import { Marks, markId } from '../ui/marks';
import { Words } from '../ui/words';
import { CareLine } from './care-menu';
import { RowActions } from './row-actions';
import { Elsewhere, RowHead } from './row-head';

/** What can be done to a row; the desk decides what it means. */
export interface RowDoes {
  take(key: PostKey): void;
  open(key: PostKey): void;
  note(key: PostKey | null, focusOn?: 'text' | 'tags'): void;
  saveNote(key: PostKey, draft: NoteDraft): void;
  removeNote(key: PostKey): void;
  askLater(key: PostKey | null): void;
  later(key: PostKey, choice: Later): void;
  done(key: PostKey): void;
  /** Back to where it stands by itself. */
  reopen(key: PostKey): void;
  select(key: PostKey, extend: boolean): void;
  /** All that this person waits for, together. */
  showPerson(key: PostKey): void;
}

export interface RowProps {
  row: DeskRow;
  tab: DeskTab;
  now: number;
  by: GroupBy;
  /** Alone in its group: no head names the conversation, or the person. */
  alone: boolean;
  /** The same person in the same conversation as the row above. */
  again: boolean;
  /** Other conversations they wait in, where this is the row to say it. */
  elsewhere: number | undefined;
  inHand: boolean;
  /** Undefined while nothing is being selected. */
  selected: boolean | undefined;
  leaving: boolean;
  firstHeard: boolean;
  note: Note | undefined;
  /** What we promised them, where the case waits for it. */
  promise?: OurPromise | undefined;
  knownTags: readonly string[];
  writing: 'text' | 'tags' | null;
  asksLater: boolean;
  does: RowDoes;
  cares?: Cares | undefined;
  /** Whom somebody might pass for. */
  mistakable?: Mistakable | undefined;
}

/** Somebody waiting: who, their words, what was read between the lines, and in hand, what one can do. */
export function Row(props: RowProps) {
  const { row, now, inHand, does, note } = props;
  const { post, reading } = row;
  const id = domId('row', post.key);
  const marks = reading ? marksOf(reading) : [];
  const evidence = reading?.evidence ?? [];
  const named = new Set(marks.map((mark) => mark.name));

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: j, k, arrows and focus take a row in hand as well
    <article
      id={id}
      class={`row${inHand ? ' on' : ''}${props.again ? ' again' : ''}${props.leaving ? ' leaving' : ''}`}
      tabIndex={inHand ? 0 : -1}
      aria-labelledby={`${id}-who`}
      aria-current={inHand ? 'true' : undefined}
      onFocusIn={(event) => isByKey(event) && does.take(post.key)}
      onClick={() => does.take(post.key)}
    >
      <RowHead id={id} {...props} />
      <Words
        text={post.text}
        lang={post.lang}
        clamp
        ranges={excerpt(post.text, evidence)}
        spans={inHand ? spansOf(evidence, post.text) : []}
        markId={(name) => (named.has(name) ? markId(id, name) : undefined)}
      />
      <Marks marks={marks} idPrefix={id} />
      {props.elsewhere ? <Elsewhere count={props.elsewhere} onShow={() => does.showPerson(post.key)} /> : null}
      {props.mistakable ? <Mistaken author={post.author} mistakable={props.mistakable} /> : null}
      <CareLine care={row.care ?? null} />
      {props.promise ? <PromiseOpen promise={props.promise} now={now} /> : null}
      {note && !props.writing ? <NoteView note={note} now={now} onEdit={() => does.note(post.key)} /> : null}
      {props.writing ? (
        <NoteBox
          label={t('noteOn', post.author.name)}
          {...(note && { initial: { text: note.text, tags: note.tags } })}
          knownTags={props.knownTags}
          focusOn={props.writing}
          onSave={(draft) => does.saveNote(post.key, draft)}
          onLeave={() => does.note(null)}
          onRemove={note ? () => does.removeNote(post.key) : undefined}
        />
      ) : null}
      <RowActions {...props} />
    </article>
  );
}
