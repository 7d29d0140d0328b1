/** Views kept of the desk: one press brings tab and filter back. */
import { useRef } from 'preact/hooks';
import { withoutHidden } from '../../utils/core/hidden';
import type { Views } from '../../utils/panel/views';
import { t } from '../../utils/text/t';
import { Action } from '../ui/button';
import { Name } from '../ui/byline';

export function SavedViews({ views, filter }: { views: Views; filter: string }) {
  const all = views.all.value;
  const current = views.current.value;
  const asking = views.asking.value;
  if (all.length === 0 && !views.canKeep.value) return null;
  return (
    <nav class="views" aria-label={t('views')}>
      {all.map((view) => (
        <button
          key={view.id}
          type="button"
          class="choice"
          aria-pressed={view === current}
          title={withoutHidden(view.query)}
          onClick={() => views.open(view)}
        >
          <Name>{view.name}</Name>
        </button>
      ))}
      {asking ? (
        <ViewName views={views} start={asking === 'rename' ? (current?.name ?? '') : filter} />
      ) : current ? (
        <>
          <Action quiet onClick={() => views.ask('rename')}>
            {t('viewRename')}
          </Action>
          <Action quiet onClick={() => void views.drop(current)}>
            {t('viewDrop')}
          </Action>
        </>
      ) : views.canKeep.value ? (
        <Action quiet onClick={() => views.ask('new')}>
          {t('viewKeep')}
        </Action>
      ) : null}
    </nav>
  );
}

function ViewName({ views, start }: { views: Views; start: string }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      class="view-name"
      onSubmit={(event) => {
        event.preventDefault();
        void views.keep(field.current?.value ?? '');
      }}
    >
      <input
        ref={(input) => {
          if (input && !field.current) {
            input.focus();
            input.select();
          }
          field.current = input;
        }}
        type="text"
        class="box"
        aria-label={t('viewName')}
        defaultValue={start}
        maxLength={60}
        required
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          views.ask(null);
        }}
      />
      <Action quiet onClick={() => void views.keep(field.current?.value ?? '')}>
        {t('save')}
      </Action>
    </form>
  );
}
