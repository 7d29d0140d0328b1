/** Takes conversations away: of what, in which form, with what of ours, under whose names. */
import './export.css';
import { useEffect, useState } from 'preact/hooks';
import type { ExportScope } from '../../utils/panel/export-scope';
import { ANY_FORMATS, type AnyFormat, type ExportingModel, type ExportResult } from '../../utils/panel/exporting';
import { number } from '../../utils/text/numbers';
import { plural, t } from '../../utils/text/t';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field, Select, Switch } from '../ui/fields';
import { Progress } from '../ui/progress';
import { StoreTrouble } from '../ui/store-trouble';

/** What can be taken from here, the nearest first, with its title. */
export interface OfferedScope {
  scope: ExportScope;
  title: string;
}

export interface ExportSheetProps {
  model: ExportingModel;
  offered: readonly OfferedScope[];
  onClose: () => void;
}

const SEARCH = 'search';

export function ExportSheet({ model, offered, onClose }: ExportSheetProps) {
  const [nearest] = offered;
  const [picked, setPicked] = useState(nearest?.scope.kind ?? SEARCH);
  const [query, setQuery] = useState(nearest?.scope.kind === 'search' ? nearest.scope.query : '');
  const [format, setFormat] = useState<AnyFormat>('markdown');
  const [withs, setWiths] = useState({ notes: false, tags: false, readings: false, pseudonyms: false });
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  useEffect(() => model.clear, [model]);
  const work = model.work.value;
  const one = offered.find(({ scope }) => scope.kind === picked);
  const request = picked === SEARCH ? { scope: { kind: 'search' as const, query }, title: query } : one;
  const start = () => {
    if (!request) return;
    void model.start({ ...request, format, choice: { ...withs, from: dayAt(from, 0), to: dayAt(to, 1) } });
  };
  const turn = (name: keyof typeof withs) => (on: boolean) => setWiths({ ...withs, [name]: on });
  return (
    <Dialog label={t('exportTitle')} onClose={onClose}>
      <h2 class="h">{t('exportTitle')}</h2>
      <form
        class="export-sheet"
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <Select
          label={t('exportWhat')}
          value={picked}
          options={[
            ...offered.flatMap(({ scope: { kind } }) =>
              kind === SEARCH ? [] : [{ value: kind, word: t(`exportScope_${kind}`) }],
            ),
            { value: SEARCH, word: t('exportScope_search') },
          ]}
          onChange={setPicked}
        />
        {picked === SEARCH ? <Field label={t('exportQuery')} value={query} onInput={setQuery} /> : null}
        <Select
          label={t('exportFormat')}
          value={format}
          options={ANY_FORMATS.map((each) => ({ value: each, word: t(`format_${each}`) }))}
          onChange={setFormat}
        />
        <div class="pair">
          <Day label={t('exportFrom')} value={from} onInput={setFrom} />
          <Day label={t('exportUntil')} value={to} onInput={setTo} />
        </div>
        {format === 'graphml' ? null : (
          <>
            <Switch word={t('exportWithNotes')} on={withs.notes} onTurn={turn('notes')} />
            <Switch word={t('exportWithTags')} on={withs.tags} onTurn={turn('tags')} />
            <Switch word={t('exportWithReadings')} on={withs.readings} onTurn={turn('readings')} />
          </>
        )}
        <Switch
          word={t('exportPseudonyms')}
          meta={t('exportPseudonymsHelp')}
          on={withs.pseudonyms}
          onTurn={turn('pseudonyms')}
        />
        {work ? (
          <Progress label={t('exporting')} done={work.done} total={Math.max(1, work.total)} onStop={model.stop}>
            {t('exporting')} {work.total > 1 ? `${number(work.done)} / ${number(work.total)}` : ''}
          </Progress>
        ) : null}
        <div role="status">{model.result.value ? <Result result={model.result.value} /> : null}</div>
        <div class="buttons">
          <Button type="submit" main disabled={work !== null || (picked === SEARCH && query.trim() === '')}>
            {t('exportTake')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function Result({ result }: { result: ExportResult }) {
  switch (result.kind) {
    case 'exported':
      return (
        <p>
          {t('exportedWords', plural('sitePosts', result.posts), plural('exportThreads', result.threads), result.name)}
        </p>
      );
    case 'nothing':
      return <p>{t('exportNothing')}</p>;
    case 'calledOff':
      return <p>{t('exportCalledOff')}</p>;
    case 'store':
      return <StoreTrouble kind={result.fault} />;
  }
}

function Day({ label, value, onInput }: { label: string; value: string; onInput: (value: string) => void }) {
  return (
    <label class="field">
      <span class="label">{label}</span>
      <input class="box" type="date" value={value} onInput={({ currentTarget }) => onInput(currentTarget.value)} />
    </label>
  );
}

/** The first moment of a day as this clock has it, or the last moment before the day after. */
function dayAt(day: string, after: 0 | 1): number | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (!year || !month || !date) return null;
  return new Date(Number(year), Number(month) - 1, Number(date) + after).getTime() - after;
}
