import type { ThemeModel, ThemePage } from '../../utils/panel/themes';
import { ago } from '../../utils/text/dates';
import { rich } from '../../utils/text/rich';
import { plural, t } from '../../utils/text/t';
import { NoteBox } from '../notes/note-box';
import { NoteView } from '../notes/note-view';
import { Action, LinkButton } from '../ui/button';
import { Name } from '../ui/byline';
import { ThemeLink } from './theme-link';

/** The saved reply that suits it, or the way to write one. */
export function SavedFor({ view }: { view: ThemePage }) {
  const settings = (
    <a href="/options.html#settings" target="_blank" rel="noreferrer">
      {t(view.saved ? 'themeSavedOpen' : 'themeSavedWrite')}
    </a>
  );
  return (
    <p class="meta theme-saved">
      {view.saved
        ? rich(
            'themeSaved',
            <b>
              <Name>{view.saved.name}</Name>
            </b>,
          )
        : t('themeSavedNone')}{' '}
      {settings}
    </p>
  );
}

export function ThemeNotes({ model, view, now }: { model: ThemeModel; view: ThemePage; now: number }) {
  const notes = model.writing;
  if (!notes) return null;
  const writing = notes.writing.value;
  const before = view.notes.find((note) => note.id === writing?.id);
  return (
    <div class="theme-notes">
      {view.notes.map((note) =>
        writing?.id === note.id ? null : (
          <NoteView key={note.id} note={note} now={now} onEdit={() => notes.begin(note.target, note)} />
        ),
      )}
      {writing ? (
        <NoteBox
          key={writing.id ?? 'new'}
          label={t('noteAbout', view.name)}
          {...(before && { initial: { text: before.text, tags: before.tags } })}
          knownTags={notes.tags.value}
          focusOn={writing.focusOn}
          onSave={(draft) => void notes.save(draft, [view.name], before)}
          onLeave={notes.leave}
          onRemove={before && (() => void notes.remove(before, [view.name]))}
        />
      ) : (
        <div class="actions">
          <Action keyName="A" quiet onClick={() => notes.begin(model.target)}>
            {t(view.notes.length > 0 ? 'anotherNote' : 'note')}
          </Action>
        </div>
      )}
    </div>
  );
}

export interface NearProps {
  view: ThemePage;
  now: number;
  /** Opens what people say of it who speak of both. */
  onPosts: (people: readonly string[], name: string) => void;
}

export function Near({ view, now, onPosts }: NearProps) {
  if (view.near.length === 0) return null;
  return (
    <section class="section" aria-labelledby="theme-near">
      <h2 class="h" id="theme-near">
        {t('themeNear')}
      </h2>
      <ul class="list">
        {view.near.map((near) => (
          <li key={near.id}>
            <p>
              <ThemeLink id={near.id} name={near.name} />
            </p>
            <p class="meta">
              {t(near.earlier ? 'themeNearEarlier' : 'themeNearNow', ago(near.lastAt, now))}
              {near.people.length > 0 ? (
                <>
                  {' '}
                  <LinkButton onClick={() => onPosts(near.people, near.name)}>
                    {plural('themeNearPeople', near.people.length)}
                  </LinkButton>
                </>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
