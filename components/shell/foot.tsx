import type { SiteHealth } from '../../utils/core/desk';
import { ago } from '../../utils/text/dates';
import { number } from '../../utils/text/numbers';
import { siteName } from '../../utils/text/sites';
import { plural, t } from '../../utils/text/t';

export interface FootProps {
  last: SiteHealth | null | undefined;
  halfRead: readonly SiteHealth[];
  now: number;
  onKeys: () => void;
}

/** What is being listened to, in one line. A site that is only half read is said here until it heals. */
export function Foot({ last, halfRead, now, onKeys }: FootProps) {
  return (
    <footer class="foot">
      {halfRead[0] ? <HalfRead health={halfRead[0]} /> : <p>{lineOf(last, now)}</p>}
      <button type="button" class="icon-button" aria-label={t('keysLabel')} title={t('keysLabel')} onClick={onKeys}>
        <span class="key" aria-hidden="true">
          ?
        </span>
      </button>
    </footer>
  );
}

function lineOf(last: SiteHealth | null | undefined, now: number): string {
  if (last === undefined) return '';
  if (last === null) return t('noSitesYet');
  return plural('footLine', last.read, siteName(last.site), ago(last.at, now));
}

function HalfRead({ health }: { health: SiteHealth }) {
  const missing = Object.values(health.missing).some((count) => count > 0);
  const name = siteName(health.site);
  return (
    <p>
      <span class="warned">{t('halfRead', name)}</span>{' '}
      {health.read < health.onPage
        ? t('halfReadCount', number(health.read), number(health.onPage))
        : missing
          ? t('halfReadMissing')
          : null}{' '}
      {t('halfReadSafe')}
    </p>
  );
}
