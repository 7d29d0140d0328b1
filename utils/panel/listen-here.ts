/** "Listen in this tab", pressed in the panel: the browser's question first, then the background registers the site. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { requestPermission } from '../browser/permissions';
import { activeTab, onActiveTabChanged } from '../browser/tabs';
import { patternOf } from '../core/patterns';
import { sendFromScreen } from '../messaging/channel';

export type ListenState = 'idle' | 'asking' | 'listening' | 'denied' | 'failed' | 'noPage';

export interface ListenHere {
  readonly state: ReadonlySignal<ListenState>;
  /** In the click: the browser asks for nothing otherwise. */
  listen(): void;
}

export function listenHere(ends: AbortSignal): ListenHere {
  const state = signal<ListenState>('idle');
  // Known before the click: any wait in it would lose the right to ask.
  let pattern: string | null = null;
  const learn = (tab: { url: string | null } | null) => {
    pattern = tab?.url ? patternOf(tab.url) : null;
  };
  activeTab().then(learn, () => undefined);
  onActiveTabChanged(learn, ends);
  return {
    state,
    listen() {
      if (!pattern) {
        state.value = 'noPage';
        return;
      }
      const asked = pattern;
      const granted = requestPermission(asked);
      state.value = 'asking';
      granted
        .then(async (yes) => {
          if (!yes) state.value = 'denied';
          else state.value = (await sendFromScreen('listen', { pattern: asked })).ok ? 'listening' : 'failed';
        })
        .catch(() => {
          state.value = 'failed';
        });
    },
  };
}
