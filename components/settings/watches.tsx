/** What we listen for beside our own names: watches, checked as they are typed and tried on what is held. */
import { useEffect, useState } from 'preact/hooks';
import type { Watch } from '../../utils/core/desk';
import type { SettingsModel } from '../../utils/panel/settings';
import type { Trial } from '../../utils/panel/watch-trial';
import { number } from '../../utils/text/numbers';
import { excerpt } from '../../utils/text/spans';
import { plural, t } from '../../utils/text/t';
import { Button, IconButton } from '../ui/button';
import { Field } from '../ui/fields';
import { Icon } from '../ui/icon';
import { plain } from '../ui/plain';
import { Words } from '../ui/words';

export interface WatchesProps {
  model: SettingsModel;
  onTry: (query: string, signal: AbortSignal) => Promise<Trial>;
}

const NEW = 'new';

export function Watches({ model, onTry }: WatchesProps) {
  const watches = model.watches.value ?? [];
  const [editing, setEditing] = useState<string | null>(null);
  const form = (watch?: Watch) => (
    <WatchForm
      watch={watch}
      onTry={onTry}
      onCancel={() => setEditing(null)}
      onSave={(draft) => {
        setEditing(null);
        void model.saveWatch(draft);
      }}
    />
  );
  return (
    <>
      {watches.length === 0 && editing === null ? <p class="meta">{t('watchesNone')}</p> : null}
      <ul class="list">
        {watches.map((watch) =>
          editing === watch.id ? (
            <li key={watch.id}>{form(watch)}</li>
          ) : (
            <li key={watch.id} class="two middle">
              <p class="grow">
                <b>
                  <bdi dir="auto">{plain(watch.name || watch.query)}</bdi>
                </b>
                {watch.name ? (
                  <span class="meta block">
                    <bdi dir="auto">{plain(watch.query)}</bdi>
                  </span>
                ) : null}
              </p>
              <IconButton
                icon="note"
                label={t('watchEdit', watch.name || watch.query)}
                onClick={() => setEditing(watch.id)}
              />
              <IconButton
                icon="close"
                label={t('usRemove', watch.name || watch.query)}
                onClick={() => void model.removeWatch(watch)}
              />
            </li>
          ),
        )}
      </ul>
      {editing === NEW ? (
        form()
      ) : (
        <button type="button" class="action from-edge" onClick={() => setEditing(NEW)}>
          <Icon name="plus" />
          {t('watchAnother')}
        </button>
      )}
    </>
  );
}

interface WatchFormProps {
  watch: Watch | undefined;
  onTry: WatchesProps['onTry'];
  onSave: (draft: { id?: string; name: string; query: string }) => void;
  onCancel: () => void;
}

/** A trial walks some thousand posts: it waits until typing rests. */
const REST_MS = 350;

function WatchForm({ watch, onTry, onSave, onCancel }: WatchFormProps) {
  const [name, setName] = useState(watch?.name ?? '');
  const [query, setQuery] = useState(watch?.query ?? '');
  const [trial, setTrial] = useState<Trial | null>(null);

  useEffect(() => {
    const ends = new AbortController();
    const timer = setTimeout(() => {
      onTry(query, ends.signal).then(
        (result) => ends.signal.aborted || setTrial(result),
        () => undefined,
      );
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      ends.abort();
    };
  }, [query, onTry]);

  const mistake = trial?.problems[0];
  return (
    <form
      class="inset"
      onSubmit={(event) => {
        event.preventDefault();
        if (query.trim()) onSave({ name: name.trim(), query: query.trim(), ...(watch && { id: watch.id }) });
      }}
    >
      <Field
        label={t('watchQuery')}
        value={query}
        onInput={setQuery}
        maxLength={2000}
        help={t('watchQueryHelp')}
        fault={mistake ? <Mistake query={query} mistake={mistake} /> : undefined}
      />
      <Field label={t('watchName')} value={name} onInput={setName} maxLength={80} />
      <div role="status">{trial?.found ? <Found found={trial.found} /> : null}</div>
      <div class="buttons">
        <Button type="submit" disabled={query.trim() === ''}>
          {t('save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

/** The query with what is wrong underlined where it stands, and the reason. */
export function Mistake({ query, mistake }: { query: string; mistake: Trial['problems'][number] }) {
  const { start, end } = mistake;
  // A mistake at the very end (something is missing) is shown on the word before it.
  const from = start === end ? query.lastIndexOf(' ', start - 2) + 1 : start;
  return (
    <>
      <span class="said block">
        {query.slice(0, from)}
        <mark class="read bad">{query.slice(from, Math.max(end, start))}</mark>
        {query.slice(Math.max(end, start))}
      </span>
      {t(`query_${mistake.reason}`, query.slice(from, Math.max(end, start)))}
    </>
  );
}

function Found({ found }: { found: NonNullable<Trial['found']> }) {
  if (found.posts === 0) return <p>{t('watchFoundNone', number(found.of))}</p>;
  return (
    <>
      <p>{plural('watchFound', found.posts, number(found.of))}</p>
      {found.latest ? (
        <>
          <p class="meta">{t('watchLatest', found.latest.author.name)}</p>
          <Words
            text={found.latest.text}
            lang={found.latest.lang}
            size="sm"
            ranges={excerpt(found.latest.text, [], 160)}
          />
        </>
      ) : null}
    </>
  );
}
