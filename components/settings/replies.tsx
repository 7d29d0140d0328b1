/** The saved replies: by folder, each with its first words; one is edited at a time. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { SavedReply } from '../../utils/core/draft';
import type { SettingsModel } from '../../utils/panel/settings';
import { plural, t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';
import { Icon } from '../ui/icon';
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
      <ul class="list">
        {replies.map((reply) => (
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
      {editing === NEW ? (
        form()
      ) : (
        <button type="button" class="action from-edge" onClick={() => setEditing(NEW)}>
          <Icon name="plus" />
          {t('replyAnother')}
        </button>
      )}
    </>
  );
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
    reply.folder,
    reply.shortcut && `/${reply.shortcut}`,
    languages.join(', '),
    reply.uses > 0 ? plural('replyUsed', reply.uses) : '',
  ];
  return (
    <>
      <p>
        <b>
          <bdi dir="auto">{reply.name}</bdi>
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
          <span class="sr"> {reply.name}</span>
        </LinkButton>
        <LinkButton onClick={onRemove}>
          {t('remove')}
          <span class="sr"> {reply.name}</span>
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
