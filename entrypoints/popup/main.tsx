import { useComputed } from '@preact/signals';
import { render } from 'preact';
import { Popup } from '../../components/popup/popup';
import { browserMessages } from '../../utils/browser/messages';
import { takeLooks } from '../../utils/panel/appearance';
import { openPopupHere } from '../../utils/panel/popup-doors';

const ends = new AbortController();
addEventListener('pagehide', () => ends.abort(), { once: true });
// Nothing waits for it: it is needed once somebody has pressed something.
void import('../../components/ui/keep-focus').then(({ keepFocus }) => keepFocus(document, ends.signal));

const looks = await takeLooks(browserMessages, document, localStorage);
const model = openPopupHere(looks, ends.signal);
const opened = Date.now();

function Screen() {
  // Another language draws everything again.
  const version = useComputed(() => looks.version.value);
  return <Popup key={version.value} model={model} now={opened} />;
}

render(<Screen />, document.getElementById('root') as HTMLElement);
