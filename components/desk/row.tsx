import type { Note } from '../../utils/core/desk';
import type { Likenesses } from '../../utils/core/look-alike';
import type { PostKey } from '../../utils/core/post';
import type { OurPromise } from '../../utils/core/promise';
import type { Cares } from '../../utils/panel/cares';
import type { DeskRow } from '../../utils/panel/desk-rows';
import type { Later } from '../../utils/panel/later';
import { type DeskTab, hrefOf } from '../../utils/panel/router';
import { ago, until } from '../../utils/text/dates';
import { marksOf } from '../../utils/text/marks';
import { siteName } from '../../utils/text/sites';
import { excerpt, spansOf } from '../../utils/text/spans';
import { t } from '../../utils/text/t';
import { NoteBox, type NoteDraft } from '../notes/note-box';
import { NoteView } from '../notes/note-view';
import { Mistaken } from '../people/mistaken';
import { PromiseOpen } from '../replies/follow-up';
import { Byline } from '../ui/byline';
import { domId } from '../ui/dom-id';
import { Marks, markId } from '../ui/marks';
import { Debt } from '../ui/tally';
import { Words } from '../ui/words';
import { CareLine } from './care-menu';
import { RowActions } from './row-actions';

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
}

export interface RowProps {
  row: DeskRow;
  tab: DeskTab;
  now: number;
  alone: boolean;
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
  /** Names of ours that somebody might pass for. */
  ours?: Likenesses | undefined;
}

/** Somebody waiting: who, their words, what was read between the lines, and in hand, what one can do. */
export function Row(props: RowProps) {
  const { row, tab, now, inHand, does, note } = props;
  const { post, reading } = row;
  const id = domId('row', post.key);
  const marks = reading ? marksOf(reading) : [];
  const evidence = reading?.evidence ?? [];
  const named = new Set(marks.map((mark) => mark.name));

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: j, k, arrows and focus take a row in hand as well
    <article
      id={id}
      class={`row${inHand ? ' on' : ''}${props.leaving ? ' leaving' : ''}`}
      tabIndex={inHand ? 0 : -1}
      aria-labelledby={`${id}-who`}
      aria-current={inHand ? 'true' : undefined}
      onFocusIn={() => does.take(post.key)}
      onClick={() => does.take(post.key)}
    >
      <Byline
        id={post.authorKey}
        name={post.author.name}
        nameId={`${id}-who`}
        href={hrefOf({ screen: 'person', id: post.authorKey })}
        phrase={phraseOf(props)}
        before={
          props.selected === undefined ? null : (
            <input
              type="checkbox"
              class="check"
              checked={props.selected}
              aria-label={t('selectPerson', post.author.name)}
              onClick={(event) => {
                event.stopPropagation();
                does.select(post.key, event.shiftKey);
              }}
            />
          )
        }
      >
        <Standing row={row} tab={tab} now={now} />
      </Byline>
      <Words
        text={post.text}
        lang={post.lang}
        clamp
        ranges={excerpt(post.text, evidence)}
        spans={inHand ? spansOf(evidence, post.text) : []}
        markId={(name) => (named.has(name) ? markId(id, name) : undefined)}
      />
      <Marks marks={marks} idPrefix={id} />
      {props.ours ? <Mistaken author={post.author} ours={props.ours} /> : null}
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

/** At the right edge: how long they wait, when it comes back, or when we answered. */
function Standing({ row: { post, state }, tab, now }: Pick<RowProps, 'row' | 'tab' | 'now'>) {
  if (state?.state === 'snoozed') {
    return <span class="debt">{state.until === null ? t('untilTheyWrite') : until(state.until, now)}</span>;
  }
  if (tab === 'open') return <Debt since={post.waitsSince ?? post.at} now={now} />;
  return tab === 'waiting' ? <span class="debt">{t('ourLastWord', ago(post.deskAt ?? post.at, now))}</span> : null;
}

/** One phrase about them: new to us, or where they speak when no conversation above says so. */
function phraseOf({ row, alone, firstHeard }: RowProps): string | null {
  if (row.state?.why && row.state.state === 'open') return t(`why_${row.state.why}`);
  if (row.reading?.needsReply.reason === 'newcomer') return t('newHere');
  if (firstHeard) return t('firstHeard');
  return alone ? siteName(row.post.site) : null;
}
