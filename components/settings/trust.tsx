/** What there is to trust: what is here, what went wrong, what ever left this machine, what is defended and what tries it. */
import type { KeptModel } from '../../utils/panel/kept';
import { DEFENCES, type Trust, type TrustModel } from '../../utils/panel/trust';
import { exact, moment } from '../../utils/text/dates';
import { number } from '../../utils/text/numbers';
import { plural, t } from '../../utils/text/t';
import { Icon } from '../ui/icon';
import { plain } from '../ui/plain';
import { Figures } from './figures';
import { bytes } from './kept';

export function TrustSection({ model, kept, now }: { model: TrustModel; kept: KeptModel; now: number }) {
  const trust = model.trust.value;
  const held = kept.kept.value;
  const waits = t('keptCounting');
  const rows: [string, string][] = [
    [
      t('trustStored'),
      held ? [plural('sitePosts', held.posts), held.bytes === null ? null : bytes(held.bytes)].filter(Boolean).join(' · ') : waits, // biome-ignore format: one step
    ],
    [t('copyLast'), trust ? (trust.backup ? moment(trust.backup.at, now) : t('copyNone')) : waits],
    [t('trustTrouble'), trust ? troubleWords(trust, now) : waits],
    [t('keptLeft'), trust ? leftWords(trust) : waits],
  ];
  return (
    <>
      <Figures rows={rows} />
      {trust && trust.departures.total > 0 ? <Departures trust={trust} now={now} /> : null}
      <details class="quiet">
        <summary>
          <Icon name="chevron" />
          {t('trustDefences')}
        </summary>
        <dl class="defences">
          {DEFENCES.map((name) => (
            <div key={name}>
              <dt>{t(`trust_${name}`)}</dt>
              <dd class="meta">{t(`trustHow_${name}`)}</dd>
            </div>
          ))}
        </dl>
        <p class="meta">{t('trustNotDefended')}</p>
      </details>
    </>
  );
}

function troubleWords({ trouble }: Trust, now: number): string {
  return trouble ? `${t(`store_${trouble.kind}`)} ${moment(trouble.at, now)}` : t('trustNoTrouble');
}

function leftWords({ departures }: Trust): string {
  return departures.total === 0 ? t('keptLeftNothing') : plural('trustRequests', departures.total);
}

function Departures({ trust, now }: { trust: Trust; now: number }) {
  const { latest, total } = trust.departures;
  const older = total - latest.length;
  return (
    <>
      <p class="meta">{t('trustLeftHelp')}</p>
      <ul class="departures" aria-label={t('keptLeft')}>
        {latest.map((one) => (
          <li key={one.id}>
            <bdi>{plain(one.to)}</bdi>
            <span class="meta">
              <time title={exact(one.at)}>{moment(one.at, now)}</time> · {bytes(one.bytes)}
            </span>
          </li>
        ))}
      </ul>
      {older > 0 ? <p class="meta">{t('trustOlder', number(older))}</p> : null}
    </>
  );
}
