/** Settings, one page: who we are, what we listen for and where, what is kept, our voice, how it looks. */
import './settings.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { AlertsModel } from '../../utils/panel/alerts';
import type { CopiesModel } from '../../utils/panel/copies';
import type { ReadingSettings } from '../../utils/panel/corrections';
import type { KeptModel } from '../../utils/panel/kept';
import type { LettingGoModel } from '../../utils/panel/letting-go';
import type { ModelSettingsModel } from '../../utils/panel/model-settings';
import type { ResetPart } from '../../utils/panel/reset';
import type { SettingsModel } from '../../utils/panel/settings';
import { hostOf, type SiteRow } from '../../utils/panel/sites';
import type { SpaceModel } from '../../utils/panel/space';
import type { TrustModel } from '../../utils/panel/trust';
import type { Trial } from '../../utils/panel/watch-trial';
import { number } from '../../utils/text/numbers';
import { t } from '../../utils/text/t';
import { KeyList } from '../shell/keys-sheet';
import { StepsSheet } from '../shell/steps';
import { Toasts } from '../shell/toasts';
import { LinkButton } from '../ui/button';
import { Progress } from '../ui/progress';
import { Skeleton } from '../ui/skeleton';
import { StoreTrouble } from '../ui/store-trouble';
import { AlertSection } from './alerts';
import { AnotherSite } from './another-site';
import { Cadences } from './cadences';
import { Copies } from './copies';
import { FindInSettings } from './find';
import { Hours } from './hours';
import { KeptFigures } from './kept';
import { LettingGo } from './letting-go';
import { Look } from './look';
import { ModelSection } from './model';
import { ReadingSection } from './reading';
import { SavedReplies } from './replies';
import { Reset } from './reset';
import { SiteRowView } from './site-row';
import { SpaceFigures } from './space';
import { TrustSection } from './trust';
import { TypedWord } from './typed-word';
import { Accounts, Brands, SignAs } from './us';
import { Watches } from './watches';

export interface SettingsPageProps {
  model: SettingsModel;
  kept: KeptModel;
  copies: CopiesModel;
  lettingGo: LettingGoModel;
  /** The model that may draft. */
  drafting: ModelSettingsModel;
  alerts: AlertsModel;
  reading: ReadingSettings;
  space: SpaceModel;
  trust: TrustModel;
  onReset: (part: ResetPart) => void;
  now: number;
  version: string;
  sites: readonly { id: string; name: string }[];
  onTry: (query: string, signal: AbortSignal) => Promise<Trial>;
  onReport: (row: SiteRow) => Promise<void>;
  /** Asked for once the page stands. */
  rules?: ComponentChildren;
}

export function SettingsPage(props: SettingsPageProps) {
  const { model, kept, now, version } = props;
  const settings = model.settings.value;
  const [steps, setSteps] = useState(false);
  return (
    <>
      <main class="settings">
        <p class="masthead">{t('appName')}</p>
        <h1 class="title xl">{t('settingsTitle')}</h1>
        <FindInSettings />
        {model.fault.value ? <StoreTrouble kind={model.fault.value} /> : null}
        {settings ? (
          <>
            <Section id="who" title={t('settingsWho')}>
              <Brands model={model} />
              <Accounts model={model} sites={props.sites} />
              <Again model={model} />
            </Section>
            <Section id="watches" title={t('settingsWatches')}>
              <Watches model={model} onTry={props.onTry} />
            </Section>
            <Section id="sites" title={t('settingsSites')}>
              <Sites {...props} />
            </Section>
            <Section id="rules" title={t('settingsRules')}>
              {props.rules}
            </Section>
            <Section id="hours" title={t('settingsHours')}>
              <Hours model={model} settings={settings} />
            </Section>
            <Section id="cadences" title={t('settingsCadences')}>
              <Cadences model={model} />
            </Section>
            <Section id="kept" title={t('settingsKept')}>
              <KeptFigures model={kept} />
              <SpaceFigures model={props.space} />
              <LettingGo model={props.lettingGo} now={now} />
            </Section>
            <Section id="copies" title={t('settingsCopies')}>
              <Copies model={props.copies} now={now} />
            </Section>
            <Section id="trust" title={t('settingsTrust')}>
              <TrustSection model={props.trust} kept={kept} now={now} />
            </Section>
            <Section id="voice" title={t('settingsVoice')}>
              <SignAs model={model} />
              <SavedReplies model={model} now={now} />
              <ModelSection model={props.drafting} />
            </Section>
            <Section id="alerts" title={t('settingsAlerts')}>
              <AlertSection model={props.alerts} />
            </Section>
            <Section id="reading" title={t('readingSettings')}>
              <ReadingSection model={props.reading} />
            </Section>
            <Section id="look" title={t('settingsLook')}>
              <Look model={model} settings={settings} />
            </Section>
            <Section id="keys" title={t('settingsKeys')}>
              <KeyList />
            </Section>
            <Section id="reset" title={t('settingsReset')}>
              <Reset onReset={props.onReset} />
            </Section>
            <Section id="erase" title={t('settingsErase')}>
              <p>{t('eraseHelp')}</p>
              <TypedWord
                open={t('eraseEverything')}
                word={t('wordErase')}
                ask={(word) => t('eraseAsk', word)}
                act={t('erase')}
                onDone={() => void kept.eraseAll()}
              />
              <p role="status">{kept.erased.value ? t('eraseDone') : null}</p>
            </Section>
          </>
        ) : (
          <Skeleton rows={3} />
        )}
      </main>
      <Toasts undo={model.undo} now={now} />
      {steps ? <StepsSheet undo={model.undo} now={Date.now()} onClose={() => setSteps(false)} /> : null}
      <footer class="foot">
        <p>
          {t('settingsFoot', version)} · <a href="#help">{t('settingsHelp')}</a> ·{' '}
          <LinkButton onClick={() => setSteps(true)}>{t('act_steps')}</LinkButton>
        </p>
      </footer>
    </>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="section" aria-labelledby={`settings-${id}`}>
      <h2 class="h" id={`settings-${id}`}>
        {title}
      </h2>
      {children}
    </section>
  );
}

function Sites({ model, kept, now, onReport }: SettingsPageProps) {
  const rows = model.sites.value ?? [];
  return (
    <>
      <ul class="sites">
        {rows.map((row) => (
          <SiteRowView key={row.id} row={row} model={model} kept={kept} now={now} onReport={onReport} />
        ))}
      </ul>
      <Denied model={model} />
      <AnotherSite onListen={model.listen} />
    </>
  );
}

/** The browser's question was answered with no: what that means, once. */
export function Denied({ model }: { model: SettingsModel }) {
  const denied = model.denied.value;
  return <div role="status">{denied ? <p class="meta">{t('siteDenied', hostOf(denied))}</p> : null}</div>;
}

/** Stored posts are looked at again when who we are changes. */
export function Again({ model }: { model: SettingsModel }) {
  const again = model.again.value;
  if (!again || again.total === 0) return null;
  const words = t('lookingAgain', number(again.done), number(again.total));
  return (
    <Progress label={words} done={again.done} total={again.total} onStop={model.stopLookingAgain}>
      {words}
    </Progress>
  );
}
