/** The first page one sees: who are you, where shall we listen, what happens to what is read. */
import '../settings/settings.css';
import './welcome.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CommonSite } from '../../utils/panel/common-sites';
import type { SettingsModel } from '../../utils/panel/settings';
import { type Offer, offersOf } from '../../utils/panel/welcome';
import { list } from '../../utils/text/lists';
import { t } from '../../utils/text/t';
import { AnotherSite } from '../settings/another-site';
import { Denied } from '../settings/settings';
import { Accounts, Brands } from '../settings/us';
import { Button } from '../ui/button';
import { Switch } from '../ui/fields';
import { Icon, type IconName } from '../ui/icon';
import { plain } from '../ui/plain';
import { StoreTrouble } from '../ui/store-trouble';

export interface WelcomeProps {
  model: SettingsModel;
  common: readonly CommonSite[];
  tabs: readonly string[];
  /** In the click: opens the panel. */
  onStart: () => void;
}

const PROMISES: [IconName, 'welcomeStays' | 'welcomeOnlySeen' | 'welcomeNeverSends'][] = [
  ['lock', 'welcomeStays'],
  ['ear', 'welcomeOnlySeen'],
  ['reply', 'welcomeNeverSends'],
];

export function Welcome({ model, common, tabs, onStart }: WelcomeProps) {
  const [ready, setReady] = useState(false);
  const acts = useRef<HTMLDivElement>(null);
  // What comes above the button pushes it down: it stays in sight of whoever pressed it.
  useLayoutEffect(() => {
    if (ready) acts.current?.scrollIntoView?.({ block: 'nearest' });
  }, [ready]);
  const offers = offersOf(model.sites.value ?? [], tabs, common);
  const names = offers.map(({ pattern, name, host }) => ({ id: siteIdOf(pattern, common) ?? host, name }));
  return (
    <main class="welcome">
      <p class="masthead">{t('appName')}</p>
      <h1 class="title xl">{t('welcomeTitle')}</h1>
      <p class="say">{t('welcomeSay')}</p>
      {model.fault.value ? <StoreTrouble kind={model.fault.value} /> : null}

      <section class="section" aria-labelledby="welcome-who">
        <h2 class="h" id="welcome-who">
          {t('welcomeWho')} <small>{t('welcomeStep', 1)}</small>
        </h2>
        <Brands model={model} />
        <Accounts model={model} sites={names} />
      </section>

      <section class="section" aria-labelledby="welcome-where">
        <h2 class="h" id="welcome-where">
          {t('welcomeWhere')} <small>{t('welcomeStep', 2)}</small>
        </h2>
        <div class="sites">
          {offers.map((offer) => (
            <OfferRow key={offer.pattern} offer={offer} model={model} />
          ))}
        </div>
        <Denied model={model} />
        <AnotherSite onListen={model.listen} />
        <p class="meta">{t('welcomeAsks')}</p>
      </section>

      <section class="section" aria-labelledby="welcome-what">
        <h2 class="h" id="welcome-what">
          {t('welcomeWhat')} <small>{t('welcomeStep', 3)}</small>
        </h2>
        <ol class="list">
          {PROMISES.map(([icon, key]) => (
            <li key={key} class="two promise">
              <Icon name={icon} />
              <p class="grow say">{t(key)}</p>
            </li>
          ))}
        </ol>
      </section>

      <div role="status">{ready ? <Ready listening={offers.filter((offer) => offer.listening)} /> : null}</div>
      <div class="buttons welcome-acts" ref={acts}>
        <Button
          main
          onClick={() => {
            onStart();
            setReady(true);
            void model.change((was) => ({ ...was, welcomed: true }));
          }}
        >
          {t(ready ? 'popupOpenDesk' : 'welcomeStart')}
        </Button>
        <a class="action quiet" href="#settings">
          {t('welcomeMore')}
        </a>
      </div>
    </main>
  );
}

function siteIdOf(pattern: string, common: readonly CommonSite[]): string | undefined {
  return common.find((site) => site.pattern === pattern)?.id;
}

function OfferRow({ offer, model }: { offer: Offer; model: SettingsModel }) {
  const meta = [
    offer.name === offer.host ? null : offer.host,
    offer.open ? t('siteInThisTab') : null,
    offer.confirmed ? null : t('popupUnconfirmed'),
  ];
  return (
    <Switch
      word={<bdi dir="auto">{plain(offer.name)}</bdi>}
      meta={meta.filter(Boolean).join(' · ') || undefined}
      on={offer.listening}
      onTurn={(on) => {
        if (on) model.listen(offer.pattern);
        else void model.pause(offer.pattern);
      }}
    />
  );
}

/** What to do next, by name. */
function Ready({ listening }: { listening: readonly Offer[] }) {
  return (
    <section class="section ready">
      <p class="title">{t('welcomeReady')}</p>
      <p class="say">
        {listening.length > 0
          ? t('welcomeReadyHelp', list(listening.slice(0, 3).map((offer) => offer.name)))
          : t('welcomeReadyNowhere')}
      </p>
    </section>
  );
}
