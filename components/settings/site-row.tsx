import { useState } from 'preact/hooks';
import type { KeptModel } from '../../utils/panel/kept';
import type { SettingsModel } from '../../utils/panel/settings';
import { isHalfRead, type SiteRow } from '../../utils/panel/sites';
import { ago } from '../../utils/text/dates';
import { number } from '../../utils/text/numbers';
import { siteName } from '../../utils/text/sites';
import { plural, t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';
import { Select, Switch } from '../ui/fields';
import { Icon } from '../ui/icon';
import { plain } from '../ui/plain';
import { healthLine, missingLines } from './health-words';
import { TypedWord } from './typed-word';

export interface SiteRowViewProps {
  row: SiteRow;
  model: SettingsModel;
  kept: KeptModel;
  now: number;
  /** Copies a report of selectors and counts. */
  onReport: (row: SiteRow) => Promise<void>;
}

/** A site: whether we listen, what was heard, and below it what is kept and for how long. */
export function SiteRowView({ row, model, kept, now, onReport }: SiteRowViewProps) {
  const name = nameOfRow(row);
  const { pattern } = row;
  return (
    <li class="site-row">
      <Switch
        word={<bdi dir="auto">{plain(name)}</bdi>}
        meta={metaOf(row, now)}
        on={row.listening && row.granted}
        disabled={pattern === null}
        onTurn={(on) => {
          if (pattern === null) return;
          if (on) model.listen(pattern);
          else void model.pause(pattern);
        }}
      />
      <details class="quiet">
        <summary>
          <Icon name="chevron" />
          {t('siteMore')}
          <span class="sr">{t('siteMoreOf', name)}</span>
        </summary>
        <Health row={row} onReport={onReport} />
        {pattern === null ? null : (
          <Switch
            word={t('siteMarks')}
            meta={t('siteMarksHelp')}
            on={row.marks}
            disabled={!row.listening || !row.granted}
            onTurn={(marks) => void model.changeSite(pattern, { marks })}
          />
        )}
        {pattern === null ? null : <Keeping row={row} pattern={pattern} model={model} />}
        <p class="links">
          {pattern !== null && row.granted ? (
            <LinkButton onClick={() => void model.withdraw(pattern)}>{t('siteWithdraw')}</LinkButton>
          ) : null}
        </p>
        <TypedWord
          open={t('siteForget')}
          word={t('wordForget')}
          ask={(word) => t('siteForgetAsk', plural('sitePosts', row.posts), word)}
          act={t('forget')}
          onDone={() => void kept.forgetSites(name, row.sites, pattern)}
        />
      </details>
    </li>
  );
}

export function nameOfRow({ sites, host }: SiteRow): string {
  const first = sites[0];
  return first && !first.includes('.') ? siteName(first) : host;
}

/** "1,204 posts · 90 days · 3 s ago"; what is wrong comes first. */
function metaOf(row: SiteRow, now: number): string {
  const half = row.health.find(isHalfRead);
  const parts = [
    row.pattern === null ? t('siteReadOnce') : null,
    row.listening && !row.granted && row.pattern !== null ? t('siteNoPermission') : null,
    half ? t('siteHalfRead', number(half.read), number(half.onPage)) : null,
    row.posts > 0 ? plural('sitePosts', row.posts) : t('siteNothingYet'),
    row.keep === 'mentions' ? t('siteOnlyMentions') : null,
    row.pattern !== null && row.retentionDays !== null ? plural('siteDays', row.retentionDays) : null,
    row.lastAt === null ? null : ago(row.lastAt, now),
  ];
  return parts.filter(Boolean).join(' · ');
}

function Health({ row, onReport }: { row: SiteRow; onReport: SiteRowViewProps['onReport'] }) {
  const [copied, setCopied] = useState(false);
  if (row.health.length === 0) return null;
  return (
    <div class="site-health">
      {row.health.map((health) => (
        <p key={health.site} class="meta">
          {healthLine(health)}. {missingLines(health).join(' ')}
        </p>
      ))}
      <p class="meta" role="status">
        {copied ? (
          t('siteReportCopied')
        ) : (
          <LinkButton onClick={() => void onReport(row).then(() => setCopied(true))}>{t('siteReport')}</LinkButton>
        )}
      </p>
    </div>
  );
}

const RETENTION = [30, 90, 180, 365] as const;
const FOR_EVER = 'ever';
const SAME = 'same';
const wordOfDays = (days: number | null): string => (days === null ? FOR_EVER : String(days));
const daysOf = (value: string): number | null | undefined =>
  value === SAME ? undefined : value === FOR_EVER ? null : Number(value);

function Keeping({ row, pattern, model }: { row: SiteRow; pattern: string; model: SettingsModel }) {
  const days = [...new Set([...RETENTION, ...(row.retentionDays === null ? [] : [row.retentionDays])])];
  return (
    <>
      <div class="pair">
        <Select
          label={t('siteKeep')}
          value={row.keep}
          options={(['everything', 'mentions'] as const).map((keep) => ({ value: keep, word: t(`siteKeep_${keep}`) }))}
          onChange={(keep) => void model.changeSite(pattern, { keep })}
        />
        <Select
          label={t('siteRetention')}
          value={row.retentionDays === null ? FOR_EVER : String(row.retentionDays)}
          options={[
            ...days.sort((a, b) => a - b).map((each) => ({ value: String(each), word: plural('siteDays', each) })),
            { value: FOR_EVER, word: t('siteForEver') },
          ]}
          onChange={(value) =>
            void model.changeSite(pattern, { retentionDays: value === FOR_EVER ? null : Number(value) })
          }
        />
        <Select
          label={t('siteRetentionOurs')}
          value={row.retentionOursDays === undefined ? SAME : wordOfDays(row.retentionOursDays)}
          options={[
            { value: SAME, word: t('siteRetentionSame') },
            ...RETENTION.map((each) => ({ value: String(each), word: plural('siteDays', each) })),
            { value: FOR_EVER, word: t('siteForEver') },
          ]}
          onChange={(value) => void model.changeSite(pattern, { retentionOursDays: daysOf(value) })}
        />
      </div>
      <p class="meta">{t('siteRetentionHelp')}</p>
    </>
  );
}
