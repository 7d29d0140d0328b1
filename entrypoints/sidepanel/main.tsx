import '../../components/ui/base.css';
import '../../components/desk/desk.css';
import '../../components/thread/thread.css';
import '../../components/people/people.css';
import { useComputed } from '@preact/signals';
import { render } from 'preact';
import { browserMessages } from '../../utils/browser/messages';
import { takeLooks } from '../../utils/panel/appearance';
import { openPanelHere } from '../../utils/panel/open';
import { App } from './app';
import { Shell } from './shell';

const ends = new AbortController();
addEventListener('pagehide', () => ends.abort(), { once: true });
// Nothing waits for it: it is needed once somebody has pressed something.
void import('../../components/ui/keep-focus').then(({ keepFocus }) => keepFocus(document, ends.signal));

// Language and paper first, from memory; the store opens meanwhile and fills the shell when it answers.
const looks = await takeLooks(browserMessages, document, localStorage);
const opened = openPanelHere(window, looks, ends.signal);

function Screen() {
  const version = useComputed(() => looks.version.value);
  const state = opened.value;
  if (state.kind === 'open') return <App key={version.value} panel={state.panel} reading={state.reading} />;
  return <Shell trouble={state.kind === 'failed' ? state.trouble : null} />;
}

render(<Screen />, document.getElementById('root') as HTMLElement);
