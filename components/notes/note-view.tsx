import './notes.css';
import type { Note } from '../../utils/core/desk';
import { day } from '../../utils/text/dates';
import { t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';
import { plain } from '../ui/plain';
import { Words } from '../ui/words';

export interface NoteViewProps {
  note: Note;
  now: number;
  onEdit?: () => void;
}

/** What the user wrote, in pencil: theirs alone, never sent. */
export function NoteView({ note, now, onEdit }: NoteViewProps) {
  return (
    <div class="note" role="note" aria-label={t('yourNote')}>
      {note.quote ? (
        <p class="meta">
          “<bdi dir="auto">{plain(note.quote)}</bdi>”
        </p>
      ) : null}
      {note.text ? <Words text={note.text} size="sm" /> : null}
      {note.tags.length > 0 ? <Tags tags={note.tags} /> : null}
      <p class="meta">
        {t(note.rule === undefined ? 'yourNoteOn' : 'ruleTagOn', day(note.updatedAt, now))}
        {onEdit ? (
          <>
            {' · '}
            <LinkButton onClick={onEdit}>{t('editNote')}</LinkButton>
          </>
        ) : null}
      </p>
    </div>
  );
}

export function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <ul class="tags" aria-label={t('tags')}>
      {tags.map((tag) => (
        <li key={tag}>
          <bdi dir="auto">{plain(tag)}</bdi>
        </li>
      ))}
    </ul>
  );
}
