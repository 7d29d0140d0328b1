/** Copies: saved, brought back, made by themselves. */
import { useRef, useState } from 'preact/hooks';
import type { CopiesModel, CopyResult, CopyWork } from '../../utils/panel/copies';
import { moment } from '../../utils/text/dates';
import { number } from '../../utils/text/numbers';
import { plural, t } from '../../utils/text/t';
import { Button, LinkButton } from '../ui/button';
import { Select } from '../ui/fields';
import { Icon } from '../ui/icon';
import { Problem } from '../ui/problem';
import { Progress } from '../ui/progress';
import { StoreTrouble } from '../ui/store-trouble';
import { Figures } from './figures';
import { bytes } from './kept';

export function Copies({ model, now }: { model: CopiesModel; now: number }) {
  const [passphrase, setPassphrase] = useState('');
  const [opening, setOpening] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const work = model.work.value;
  const sealed = model.sealed.value;
  return (
    <div class="copies">
      <Last model={model} now={now} />
      <div class="buttons">
        <Button icon="save" disabled={work !== null} onClick={() => void model.copy(passphrase)}>
          {t('copySave')}
        </Button>
        <Button disabled={work !== null} onClick={() => file.current?.click()}>
          {t('copyBring')}
        </Button>
        <input
          ref={file}
          class="sr"
          type="file"
          tabIndex={-1}
          aria-label={t('copyBring')}
          accept=".tertulia,.json,.ndjson,.jsonl"
          onChange={({ currentTarget }) => {
            const [picked] = currentTarget.files ?? [];
            // The same file again is a change too.
            currentTarget.value = '';
            if (picked) void model.bringIn(picked);
          }}
        />
      </div>
      <details class="quiet">
        <summary>
          <Icon name="chevron" />
          {t('copySeal')}
        </summary>
        <Passphrase value={passphrase} onInput={setPassphrase} help={t('copySealHelp')} />
      </details>
      <p class="meta">{t('copyBringHelp')}</p>
      {work ? <Working work={work} onStop={model.stop} /> : null}
      {sealed ? (
        <form
          class="inset"
          onSubmit={(event) => {
            event.preventDefault();
            void model.bringIn(sealed, opening);
            setOpening('');
          }}
        >
          <Passphrase value={opening} onInput={setOpening} help={t('copySealed')} />
          <div class="buttons">
            <Button type="submit" main disabled={opening === ''}>
              {t('copyOpen')}
            </Button>
          </div>
        </form>
      ) : null}
      <div role="status">{model.result.value ? <Result result={model.result.value} /> : null}</div>
      <Automatic model={model} now={now} />
    </div>
  );
}

function Last({ model, now }: { model: CopiesModel; now: number }) {
  const last = model.last.value;
  const where = last?.folder ?? t('copyDownloads');
  const words =
    last === undefined
      ? t('keptCounting')
      : last === null
        ? t('copyNone')
        : t('copyLastWords', moment(last.at, now), where, bytes(last.bytes));
  return <Figures rows={[[t('copyLast'), words]]} />;
}

function Passphrase({ value, onInput, help }: { value: string; onInput: (value: string) => void; help: string }) {
  return (
    <label class="field">
      <span class="label">{t('copyPassphrase')}</span>
      <input
        class="box"
        type="password"
        autocomplete="off"
        value={value}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
      <span class="meta block">{help}</span>
    </label>
  );
}

function Working({ work, onStop }: { work: CopyWork; onStop: () => void }) {
  const { phase, done, total } = work;
  // Files are told in bytes, rows in rows.
  const amount = (value: number) => (phase === 'checking' || phase === 'bringing' ? bytes(value) : number(value));
  const words = total > 0 ? t(`copy_${phase}`, amount(done), amount(total)) : t('copyBegins');
  return (
    <Progress label={words} done={done} total={Math.max(1, total)} onStop={onStop}>
      {words}
    </Progress>
  );
}

function Result({ result }: { result: CopyResult }) {
  switch (result.kind) {
    case 'copied':
      return <p>{t('copyDone', plural('sitePosts', result.posts), bytes(result.bytes), result.name)}</p>;
    case 'calledOff':
      return <p>{t('copyCalledOff')}</p>;
    case 'fault':
      return (
        <p class="fault">
          {t(`restore_${result.fault}`)} {t('restoreNothingChanged')}
        </p>
      );
    case 'store':
      return <StoreTrouble kind={result.fault} />;
    case 'brought':
      return <Receipt result={result} />;
  }
}

/** What came of it, in sentences: never a row count of a table nobody knows. */
function Receipt({ result }: { result: Extract<CopyResult, { kind: 'brought' }> }) {
  const { added, changed, same, forgotten } = result.report;
  const lines = [
    t('broughtNew', plural('sitePosts', added.posts ?? 0), plural('broughtNotes', added.notes ?? 0)),
    changed.posts ? plural('broughtFuller', changed.posts) : null,
    same.posts ? plural('broughtSame', same.posts) : null,
    forgotten > 0 ? plural('broughtForgotten', forgotten) : null,
    result.unread > 0 ? plural('broughtUnread', result.unread) : null,
  ];
  return (
    <>
      <p>{t('broughtDone')}</p>
      <ul class="plain meta">{lines.map((line) => (line ? <li key={line}>{line}</li> : null))}</ul>
    </>
  );
}

function Automatic({ model, now }: { model: CopiesModel; now: number }) {
  const choice = model.choice.value;
  const trouble = model.trouble.value;
  if (!choice) return null;
  return (
    <>
      <Select
        label={t('copyEvery')}
        value={choice.every}
        options={(['never', 'day', 'week'] as const).map((every) => ({ value: every, word: t(`copyEvery_${every}`) }))}
        onChange={(every) => void model.setEvery(every)}
      />
      {choice.every === 'never' ? null : (
        <p class="meta">
          {choice.folder ? t('copyInto', choice.folder.name) : t('copyIntoDownloads')}{' '}
          {model.canPickFolder ? (
            <LinkButton onClick={() => void model.pickFolder()}>{t('copyPickFolder')}</LinkButton>
          ) : null}{' '}
          {choice.folder ? (
            <LinkButton onClick={() => void model.leaveFolder()}>{t('copyUseDownloads')}</LinkButton>
          ) : null}
        </p>
      )}
      {trouble && choice.every !== 'never' ? (
        <Problem
          title={t('copyNotMade', moment(trouble.at, now))}
          action={
            <Button onClick={() => void model.again()}>
              {t(trouble.kind === 'notAllowed' ? 'copyAllow' : 'tryAgain')}
            </Button>
          }
        >
          {t(`copyTrouble_${trouble.kind}`, choice.folder?.name ?? t('copyDownloads'))}
        </Problem>
      ) : null}
    </>
  );
}
