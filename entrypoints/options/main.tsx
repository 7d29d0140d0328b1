import '../../components/ui/base.css';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { Help } from '../../components/help/help';
import { SettingsPage } from '../../components/settings/settings';
import { listenForKeys } from '../../components/ui/keys';
import { StoreTrouble } from '../../components/ui/store-trouble';
import { Welcome } from '../../components/welcome/welcome';
import { browserMessages } from '../../utils/browser/messages';
import { takeLooks } from '../../utils/panel/appearance';
import { type Options, openOptions, troubleOf } from '../../utils/panel/options';
import { t } from '../../utils/text/t';
import { RulesLater } from './rules-section';

const ends = new AbortController();
addEventListener('pagehide', () => ends.abort(), { once: true });
// Nothing waits for it: it is needed once somebody has pressed something.
void import('../../components/ui/keep-focus').then(({ keepFocus }) => keepFocus(document, ends.signal));

const looks = await takeLooks(browserMessages, document, localStorage);
/** `#welcome`, or anything else for the settings. */
const address = signal(location.hash);
addEventListener('hashchange', () => (address.value = location.hash), { signal: ends.signal });

function Page({ options }: { options: Options }) {
  const { settings, kept, drafting, version, common, tabs } = options;
  const key = looks.version.value;
  if (address.value === '#help') return <Help key={key} version={version} />;
  return address.value === '#welcome' ? (
    <Welcome key={key} model={settings} common={common} tabs={tabs} onStart={options.openDesk} />
  ) : (
    <SettingsPage
      key={key}
      model={settings}
      kept={kept}
      copies={options.copies}
      lettingGo={options.lettingGo}
      drafting={drafting}
      alerts={options.alerts}
      reading={options.reading}
      space={options.space}
      trust={options.trust}
      onReset={options.reset}
      now={Date.now()}
      version={version}
      sites={common}
      onTry={options.tryWatch}
      onReport={options.copyReport}
      rules={<RulesLater options={options} />}
    />
  );
}

const root = document.getElementById('root') as HTMLElement;
effect(() => {
  looks.version.value;
  document.title = `${t(address.value === '#welcome' ? 'welcomePage' : address.value === '#help' ? 'helpTitle' : 'settingsTitle')} · ${t('appName')}`;
});
try {
  const options = await openOptions(looks, ends.signal);
  const { undo } = options.settings;
  const keys = () => ({ 'ctrl+z': () => void undo.undo() });
  listenForKeys(document, keys, { singles: () => false, leaves: false, signal: ends.signal });
  render(<Page options={options} />, root);
} catch (reason) {
  render(<StoreTrouble kind={troubleOf(reason)} />, root);
}
