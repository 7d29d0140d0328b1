import type { SiteHealth } from '../../utils/core/desk';
import type { PageState } from '../../utils/panel/popup-view';
import { t } from '../../utils/text/t';
import { healthLine, missingLines } from '../settings/health-words';
import { Icon } from '../ui/icon';
import { plain } from '../ui/plain';

/** Which page, whether somebody listens, and how well it is read. */
export function Head({ page }: { page: PageState }) {
  return (
    <header>
      <div class="popup-lead">
        <h1 class="h">
          <bdi dir="auto">{plain(titleOf(page))}</bdi>
        </h1>
        <p class={`meta popup-live${page.kind === 'heard' && page.listening ? ' on' : ''}`} role="status">
          {page.kind === 'heard' ? <Icon name="ear" /> : null}
          {listeningWord(page)}
        </p>
      </div>
      {page.kind === 'heard' ? <Health health={page.health} confirmed={page.confirmed} /> : null}
    </header>
  );
}

function titleOf(page: PageState): string {
  switch (page.kind) {
    case 'heard':
      return page.siteName;
    case 'silent':
    case 'asleep':
      return page.host;
    default:
      return t('appName');
  }
}

function listeningWord(page: PageState): string | null {
  switch (page.kind) {
    case 'heard':
      return page.listening ? t('popupListening') : t('popupReadOnce');
    case 'silent':
    case 'asleep':
      return t('popupNotListening');
    default:
      return null;
  }
}

function Health({ health, confirmed }: { health: SiteHealth; confirmed: boolean }) {
  const missing = missingLines(health);
  const halfRead = health.read < health.onPage || missing.length > 0;
  return (
    <>
      <p class="meta">{healthLine(health)}</p>
      {confirmed ? null : <p class="meta">{t('popupUnconfirmed')}</p>}
      {halfRead ? (
        <div class="popup-half">
          <Icon name="warning" />
          <p>
            <b>{t('popupHalfRead')}</b> {missing.join(' ')} {t('popupHalfReadSafe')}
          </p>
        </div>
      ) : null}
    </>
  );
}
