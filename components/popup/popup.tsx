/** The popup: this page at one glance. People first; then what can be done about the page. */
import './popup.css';
import type { ComponentChildren } from 'preact';
import type { PopupModel } from '../../utils/panel/popup';
import type { Here, PageState } from '../../utils/panel/popup-view';
import { hrefOf } from '../../utils/panel/router';
import { rich } from '../../utils/text/rich';
import { t } from '../../utils/text/t';
import { Button } from '../ui/button';
import { Name } from '../ui/byline';
import { Icon } from '../ui/icon';
import { plain } from '../ui/plain';
import { StoreTrouble } from '../ui/store-trouble';
import { Tile } from '../ui/tile';
import { Head } from './head';
import { Person } from './person';

const DESK = hrefOf({ screen: 'desk', tab: 'open' });

export function Popup({ model, now }: { model: PopupModel; now: number }) {
  const page = model.page.value;
  const here = model.here.value;
  const storeFault = model.storeFault.value;
  const fault = model.fault.value;
  return (
    <main class="popup">
      <Head page={page} />
      {storeFault ? (
        <StoreTrouble kind={storeFault} onRead={model.troubleRead} />
      ) : here && page.kind === 'heard' && page.health.onPage > 0 ? (
        <Heard model={model} here={here} now={now} />
      ) : (
        <Unheard page={page} />
      )}
      {fault ? (
        <p class="popup-fault" role="alert">
          <Icon name="warning" />
          {t(`popupFault_${fault}`)}
        </p>
      ) : null}
      <Acts model={model} page={page} />
    </main>
  );
}

/** What the page's own people say. */
function Heard({ model, here, now }: { model: PopupModel; here: Here; now: number }) {
  return (
    <>
      {here.waiting.length > 0 ? (
        <Person
          waiting={here.waiting}
          note={model.note.value}
          now={now}
          onReply={(post) => model.openPanel(hrefOf({ screen: 'thread', thread: post.threadKey, post: post.key }))}
          onNote={model.keepNote}
        />
      ) : (
        <Sentence title={t('popupNobodyWaits')}>{t('popupNobodyWaitsHelp')}</Sentence>
      )}
      <ul class="list popup-list">
        {here.newcomers.map((voice) => (
          <li key={voice.id} class="two">
            <Tile id={voice.id} name={voice.name} />
            <p class="grow">{rich('popupNewcomer', bold(voice.name))}</p>
          </li>
        ))}
        {here.helper ? (
          <li class="two">
            <Tile id={here.helper.id} name={here.helper.name} />
            <p class="grow">
              {rich(
                'popupHelper',
                bold(here.helper.name),
                <bdi dir="auto" lang={here.helper.lang ?? undefined}>
                  {plain(here.helper.words)}
                </bdi>,
              )}
            </p>
          </li>
        ) : null}
        {here.theme ? <ThemeHere theme={here.theme} onOpen={model.openPanel} /> : null}
      </ul>
    </>
  );
}

function ThemeHere({ theme, onOpen }: { theme: NonNullable<Here['theme']>; onOpen: (address: string) => void }) {
  const address = hrefOf({ screen: 'theme', id: theme.id });
  const open = (event: MouseEvent) => {
    event.preventDefault();
    onOpen(address);
  };
  return (
    <li>
      <p>
        {rich(
          'popupTheme',
          <a href={`sidepanel.html${address}`} onClick={open}>
            <bdi dir="auto" lang={theme.lang ?? undefined}>
              {plain(theme.name)}
            </bdi>
          </a>,
        )}
      </p>
    </li>
  );
}

const bold = (name: string) => (
  <b>
    <Name>{name}</Name>
  </b>
);

/** Nothing to tell of this page: why, and the next step. */
function Unheard({ page }: { page: PageState }) {
  switch (page.kind) {
    case 'unreadable':
      return <Sentence title={t(`popupUnreadable_${page.why}`)}>{t('popupUnreadableHelp')}</Sentence>;
    case 'silent':
      return (
        <Sentence title={t('popupSilentTitle')}>
          {page.granted ? t('popupListenAgainHelp', page.host) : t('popupListenHelp', page.host)}
        </Sentence>
      );
    case 'asleep':
      return <Sentence title={t('popupAsleep')}>{t('popupAsleepHelp')}</Sentence>;
    case 'heard':
      return page.health.onPage === 0 ? (
        <Sentence title={t('popupNothingHeard')}>{t('popupNothingHeardHelp')}</Sentence>
      ) : null;
    default:
      return <p class="sr">{t('popupLooking')}</p>;
  }
}

function Sentence({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="popup-sentence">
      <p class="title">{title}</p>
      <p class="say">{children}</p>
    </section>
  );
}

/** One main button: what this page needs next. */
function Acts({ model, page }: { model: PopupModel; page: PageState }) {
  const busy = model.busy.value;
  const listening = page.kind === 'heard' && page.listening;
  const deaf = page.kind === 'silent' || page.kind === 'asleep';
  return (
    <div class="buttons popup-acts">
      {deaf ? null : <OpenDesk model={model} main />}
      {deaf || (page.kind === 'heard' && !page.listening) ? (
        <Button main={deaf} icon="ear" busy={busy === 'listen'} disabled={busy !== null} onClick={model.listenHere}>
          {t('popupListenHere')}
        </Button>
      ) : null}
      {deaf ? (
        <Button busy={busy === 'capture'} disabled={busy !== null} onClick={model.captureOnce}>
          {t('popupOnce')}
        </Button>
      ) : null}
      {listening ? (
        <Button label={t('popupStopLabel')} disabled={busy !== null} onClick={model.pauseHere}>
          {t('popupStop')}
        </Button>
      ) : null}
      {deaf ? <OpenDesk model={model} /> : null}
    </div>
  );
}

function OpenDesk({ model, main = false }: { model: PopupModel; main?: boolean }) {
  return (
    <Button main={main} onClick={() => model.openPanel(DESK)}>
      {t('popupOpenDesk')}
    </Button>
  );
}
