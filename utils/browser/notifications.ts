/** A word at the edge of the screen, where the user allowed it. */
import { browser } from 'wxt/browser';

export interface Notice {
  /** A second one of the same id takes the place of the first. */
  id: string;
  title: string;
  message: string;
}

export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['notifications'] });
}

/** Asks the user. Must be the first call in the handler of a click. */
export function askToNotify(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['notifications'] });
}

export function stopNotifying(): Promise<boolean> {
  return browser.permissions.remove({ permissions: ['notifications'] });
}

/** Ids of the words that stand on the screen now, or in its list. */
export async function noticesShown(): Promise<Set<string>> {
  return new Set(Object.keys((await browser.notifications?.getAll()) ?? {}));
}

export async function notify({ id, title, message }: Notice): Promise<void> {
  await browser.notifications.create(id, { type: 'basic', iconUrl: await icon(), title, message });
}

/** Calls back when one is clicked. The permission may come later than the background: asked for at each wake. */
export function onNoticeClicked(clicked: (id: string) => void): void {
  browser.notifications?.onClicked.addListener((id) => {
    clicked(id);
    void browser.notifications.clear(id);
  });
}

const SIZE = 96;

/** The extension's own icon; drawn where it has none. */
async function icon(): Promise<string> {
  const icons = Object.entries(browser.runtime.getManifest().icons ?? {});
  const largest = icons.sort((a, b) => Number(b[0]) - Number(a[0]))[0]?.[1];
  if (largest) return browser.runtime.getURL(`/${largest.replace(/^\//, '')}` as never);
  const canvas = new OffscreenCanvas(SIZE, SIZE);
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.fillStyle = '#2f4a7d';
    pen.fillRect(0, 0, SIZE, SIZE);
    pen.fillStyle = '#ffffff';
    pen.font = `${SIZE * 0.7}px serif`;
    pen.textAlign = 'center';
    pen.fillText('T', SIZE / 2, SIZE * 0.74);
  }
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
  return `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`;
}
