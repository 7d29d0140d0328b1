/** Writing a saved reply: its words per language, the fields it asks for, and how it will look. */
import { useRef, useState } from 'preact/hooks';
import type { SavedReply } from '../../utils/core/draft';
import type { Intent } from '../../utils/core/reading';
import { previewSaved } from '../../utils/panel/saved-preview';
import { t } from '../../utils/text/t';
import { languageName } from '../themes/sentences';
import { Button } from '../ui/button';
import { Field, Select } from '../ui/fields';
import { plain } from '../ui/plain';

export interface ReplyDraft {
  id?: string;
  name: string;
  folder: string;
  shortcut: string;
  bodies: Record<string, string>;
  intents: string[];
}

export interface ReplyFormProps {
  reply: SavedReply | undefined;
  /** Names of other replies by their shortcut. */
  taken: ReadonlyMap<string, string>;
  ourName: string;
  product: string;
  now: number;
  onSave: (draft: ReplyDraft) => void;
  onCancel: () => void;
}

const ANY = '*';
const LANGUAGES = ['es', 'en', 'pt', 'fr', 'de', 'it', 'ca', 'gl', 'eu', 'nl'] as const;
/** Intents a reply can be meant for; the others call for nothing prepared. */
const SUITS: readonly Intent[] = [
  'question',
  'problem',
  'complaint',
  'request',
  'leaving',
  'buying',
  'thanks',
  'praise',
];

const languageWord = (code: string) => (code === ANY ? t('replyAnyLanguage') : languageName(code));

export function ReplyForm({ reply, taken, ourName, product, now, onSave, onCancel }: ReplyFormProps) {
  const [name, setName] = useState(reply?.name ?? '');
  const [folder, setFolder] = useState(reply?.folder ?? '');
  const [shortcut, setShortcut] = useState(reply?.shortcut ?? '');
  const [bodies, setBodies] = useState<Record<string, string>>(reply?.bodies ?? { [ANY]: '' });
  const [intents, setIntents] = useState<string[]>(reply?.intents ?? []);
  const clean = shortcut.trim().replace(/^\/+/, '');
  const takenBy = clean && taken.get(clean);
  const written = Object.fromEntries(Object.entries(bodies).filter(([, body]) => body.trim()));
  const complete = name.trim() !== '' && Object.keys(written).length > 0 && !takenBy;
  const others = [ANY, ...LANGUAGES].filter((code) => !(code in bodies));

  return (
    <form
      class="inset"
      onSubmit={(event) => {
        event.preventDefault();
        if (!complete) return;
        onSave({
          ...(reply && { id: reply.id }),
          name: name.trim(),
          folder: folder.trim(),
          shortcut: clean,
          bodies: written,
          intents,
        });
      }}
    >
      <Field label={t('replyName')} value={name} onInput={setName} maxLength={120} />
      <div class="pair">
        <Field label={t('replyFolder')} value={folder} onInput={setFolder} maxLength={80} />
        <Field
          label={t('replyShortcut')}
          value={shortcut}
          onInput={setShortcut}
          maxLength={40}
          help={t('replyShortcutHelp', clean || '…')}
          fault={takenBy ? t('replyShortcutTaken', takenBy) : undefined}
        />
      </div>
      {Object.entries(bodies).map(([code, body]) => (
        <Body
          key={code}
          code={code}
          body={body}
          known={{ firstName: t('replySample'), ourName, product }}
          now={now}
          onInput={(value) => setBodies({ ...bodies, [code]: value })}
        />
      ))}
      <Select
        label={t('replyAddLanguage')}
        value=""
        options={[{ value: '', word: '' }, ...others.map((code) => ({ value: code, word: languageWord(code) }))]}
        onChange={(code) => {
          if (code) setBodies({ ...bodies, [code]: '' });
        }}
      />
      <fieldset class="suits">
        <legend>{t('replySuits')}</legend>
        {SUITS.map((intent) => (
          <label key={intent}>
            <input
              type="checkbox"
              class="check"
              checked={intents.includes(intent)}
              onChange={(event) =>
                setIntents(
                  event.currentTarget.checked ? [...intents, intent] : intents.filter((other) => other !== intent),
                )
              }
            />
            {t(`mark_${intent as 'question'}`)}
          </label>
        ))}
      </fieldset>
      {complete || takenBy ? null : <p class="meta">{t('replyNeedsWords')}</p>}
      <div class="buttons">
        <Button type="submit" disabled={!complete}>
          {t('save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

interface BodyProps {
  code: string;
  body: string;
  known: { firstName: string; ourName: string; product: string };
  now: number;
  onInput: (value: string) => void;
}

const FIELDS = ['firstName', 'ourName', 'product', 'link', 'ask'] as const;

function Body({ code, body, known, now, onInput }: BodyProps) {
  const box = useRef<HTMLDivElement>(null);
  const put = (field: (typeof FIELDS)[number]) => {
    const area = box.current?.querySelector('textarea');
    const word = field === 'ask' ? t('replyFieldAsk') : t(`replyField_${field}`);
    const at = area ? area.selectionStart : body.length;
    const end = area ? area.selectionEnd : at;
    onInput(`${body.slice(0, at)}{${word}}${body.slice(end)}`);
    area?.focus();
  };
  return (
    <div class="reply-body" ref={box}>
      <Field
        label={t('replyWordsIn', languageWord(code))}
        value={body}
        rows={3}
        {...(code !== ANY && { lang: code })}
        onInput={onInput}
      />
      <p class="meta put-in">
        {t('replyFields')}
        {FIELDS.map((field) => (
          <button key={field} type="button" class="link" onClick={() => put(field)}>
            {t(`replyField_${field}`)}
          </button>
        ))}
      </p>
      {/\{[^{}]+\}/.test(body) ? <LooksLike body={body} code={code} known={known} now={now} /> : null}
    </div>
  );
}

function LooksLike({ body, code, known, now }: Omit<BodyProps, 'onInput'>) {
  const { text, blanks } = previewSaved(body, known, code, now);
  const pieces: preact.ComponentChildren[] = [];
  let from = 0;
  for (const blank of blanks) {
    pieces.push(plain(text.slice(from, blank.start)));
    pieces.push(
      <span key={blank.start} class="blank">
        {text.slice(blank.start, blank.end).replace(/^\[|\]$/g, '')}
      </span>,
    );
    from = blank.end;
  }
  pieces.push(plain(text.slice(from)));
  return (
    <>
      <p class="meta">{t('replyLooksLike')}</p>
      <p class="words sm looks-like">
        <bdi dir="auto" lang={code === ANY ? undefined : code}>
          {pieces}
        </bdi>
      </p>
    </>
  );
}
