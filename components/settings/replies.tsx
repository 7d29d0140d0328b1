/** The saved replies: by folder, each with its first words; one is edited at a time. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { SavedReply } from '../../utils/core/draft';
import { withoutHidden } from '../../utils/core/hidden';
import type { BroughtReplies, SettingsModel } from '../../utils/panel/settings';
import { plural, t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { plain } from '../ui/plain';
import { ReplyForm } from './reply-form';

const NEW = 'new';

export function SavedReplies({ model, now }: { model: SettingsModel; now: number }) {
  const replies = model.replies.value ?? [];
  const settings = model.settings.value;
  const [editing, setEditing] = useState<string | null>(null);

  const form = (reply?: SavedReply) => (
    <ReplyForm
      reply={reply}
      taken={
        new Map(replies.filter((other) => other.id !== reply?.id && other.shortcut).map((r) => [r.shortcut, r.name]))
      }
      ourName={settings?.ourName ?? ''}
      product={settings?.brands[0] ?? ''}
      now={now}
      onCancel={() => setEditing(null)}
      onSave={(draft) => {
        setEditing(null);
        void model.saveReply(draft);
      }}
    />
  );
  return (
    <>
      <h3 class="h sub">{t('repliesTitle')}</h3>
      {replies.length === 0 && editing === null ? <p class="meta">{t('repliesNone')}</p> : null}
      {foldersOf(replies).map(({ folder, inside }) => (
        <section key={folder} aria-label={withoutHidden(folder) || undefined}>
          {folder ? (
            <h4 class="folder">
              <bdi dir="auto">{plain(folder)}</bdi>
            </h4>
          ) : null}
          <ul class="list">
            {inside.map((reply) => (
              <li key={reply.id}>
                {editing === reply.id ? (
                  form(reply)
                ) : (
                  <Summary
                    reply={reply}
                    onEdit={() => setEditing(reply.id)}
                    onRemove={() => void model.removeReply(reply)}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {editing === NEW ? (
        form()
      ) : (
        <>
          <button type="button" class="action from-edge" onClick={() => setEditing(NEW)}>
            <Icon name="plus" />
            {t('replyAnother')}
          </button>
          <BringIn model={model} />
        </>
      )}
    </>
  );
}

/** In the order of the list, which is by folder; those without one come first. */
function foldersOf(replies: readonly SavedReply[]): { folder: string; inside: SavedReply[] }[] {
  const folders = new Map<string, SavedReply[]>();
  for (const reply of replies) {
    const inside = folders.get(reply.folder);
    if (inside) inside.push(reply);
    else folders.set(reply.folder, [reply]);
  }
  return [...folders].map(([folder, inside]) => ({ folder, inside }));
}

/** Replies from a file: our own, a table, or another tool's. What became of it is said where it was asked. */
function BringIn({ model }: { model: SettingsModel }) {
  const [brought, setBrought] = useState<BroughtReplies | null>(null);
  const id = useId();
  return (
    <>
      <label class="action file-action" htmlFor={id}>
        <Icon name="put" />
        {t('replyBringIn')}
        <input
          id={id}
          class="sr"
          type="file"
          accept=".json,.csv,.tsv,.txt,application/json,text/csv"
          onChange={(event) => {
            const input = event.currentTarget;
            const [file] = input.files ?? [];
            if (file) void model.bringReplies(file).then(setBrought);
            // The same file may be chosen again.
            input.value = '';
          }}
        />
      </label>
      <p class="meta" role="status">
        {brought === null ? t('replyBringInHelp') : saidOf(brought)}
      </p>
    </>
  );
}

function saidOf(brought: BroughtReplies): string {
  if (brought.kind !== 'brought') return t(`replyBring_${brought.kind}`);
  return [
    plural('broughtReplies', brought.added),
    brought.known > 0 ? plural('broughtKnown', brought.known) : '',
    brought.skipped > 0 ? plural('broughtSkipped', brought.skipped) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

interface SummaryProps {
  reply: SavedReply;
  onEdit: () => void;
  onRemove: () => void;
}

const SHOWN = 140;

function Summary({ reply, onEdit, onRemove }: SummaryProps) {
  const [code, body = ''] = Object.entries(reply.bodies)[0] ?? [];
  const languages = Object.keys(reply.bodies).filter((lang) => lang !== '*');
  const meta = [
    reply.shortcut && `/${reply.shortcut}`,
    languages.join(', '),
    reply.uses > 0 ? plural('replyUsed', reply.uses) : '',
  ];
  return (
    <>
      <p>
        <b>
          <bdi dir="auto">{plain(reply.name)}</bdi>
        </b>{' '}
        <span class="meta">{meta.filter(Boolean).join(' · ')}</span>
      </p>
      <p class="words sm">
        <bdi dir="auto" lang={code === '*' ? undefined : code}>
          {withGaps(body.length > SHOWN ? `${body.slice(0, body.lastIndexOf(' ', SHOWN))}…` : body)}
        </bdi>
      </p>
      <p class="links">
        <LinkButton onClick={onEdit}>
          {t('edit')}
          <span class="sr"> {withoutHidden(reply.name)}</span>
        </LinkButton>
        <LinkButton onClick={onRemove}>
          {t('remove')}
          <span class="sr"> {withoutHidden(reply.name)}</span>
        </LinkButton>
      </p>
    </>
  );
}

/** `{first name}` as the gap it is. */
function withGaps(body: string) {
  const pieces: ComponentChildren[] = [];
  let from = 0;
  for (const slot of body.matchAll(/\{\??([^{}:=]*)[^{}]*\}/g)) {
    pieces.push(body.slice(from, slot.index));
    pieces.push(
      <span key={slot.index} class="blank">
        {slot[1]?.trim()}
      </span>,
    );
    from = slot.index + slot[0].length;
  }
  return [...pieces, body.slice(from)];
}
