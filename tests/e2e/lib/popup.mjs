/** The extension's own popup, as the browser opens it: not a page in a tab. Needs `POPUP_ARGS` at launch. */

export const POPUP_ARGS = ['--enable-unsafe-extension-debugging'];

/**
 * Presses the toolbar button over the page and gives the popup to ask.
 * @param {import('./browser.mjs').Opened} opened
 * @param {import('playwright-core').Page} page the page the popup stands on
 * @returns {Promise<{ run<T>(source: string): Promise<T>, press(key: string): Promise<void>, targets(): Promise<string[]> }>} `run` acts with a user's gesture; `press` takes keys as Playwright writes them, of those below
 */
export async function pressToolbar(opened, page) {
  await page.bringToFront();
  const cdp = await opened.context.browser().newBrowserCDPSession();
  const targets = async () => (await cdp.send('Target.getTargets', { filter: [{}] })).targetInfos;
  const tab = (await targets()).find((target) => target.type === 'tab' && target.url === page.url());
  await cdp.send('Extensions.triggerAction', { id: opened.id, targetId: tab.targetId });
  const popup = await waitFor(async () =>
    (await targets()).find((t) => t.type === 'page' && t.url.includes('/popup.html')),
  );
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId: popup.targetId, flatten: false });
  let lastId = 0;
  const send = (method, params) =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      const listen = ({ sessionId: from, message }) => {
        const answer = JSON.parse(message);
        if (from !== sessionId || answer.id !== id) return;
        cdp.off('Target.receivedMessageFromTarget', listen);
        if (answer.error) reject(new Error(answer.error.message));
        else if (answer.result?.exceptionDetails)
          reject(
            new Error(answer.result.exceptionDetails.exception?.description ?? answer.result.exceptionDetails.text),
          );
        else resolve(answer.result);
      };
      cdp.on('Target.receivedMessageFromTarget', listen);
      const message = JSON.stringify({ id, method, params });
      cdp.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  return {
    targets: async () => (await targets()).filter((t) => t.type === 'page').map((t) => t.url),
    run: async (source) => {
      const params = { expression: source, returnByValue: true, awaitPromise: true, userGesture: true };
      return (await send('Runtime.evaluate', params)).result?.value;
    },
    press: async (keys) => {
      const parts = keys.split('+');
      const key = parts.pop();
      const modifiers = parts.reduce((sum, part) => sum + MODIFIERS[part], 0);
      const windowsVirtualKeyCode = CODES[key] ?? key.toUpperCase().charCodeAt(0);
      const text =
        modifiers & ~8
          ? undefined
          : key === 'Enter'
            ? '\r'
            : key === 'Space'
              ? ' '
              : key.length === 1
                ? key
                : undefined;
      const event = { key: key === 'Space' ? ' ' : key, code: key, windowsVirtualKeyCode, modifiers };
      await send('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', ...event, ...(text && { text }) });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    },
  };
}

/** As the protocol numbers them. */
const MODIFIERS = { Alt: 1, Control: 2, Shift: 8 };
const CODES = { Tab: 9, Enter: 13, Escape: 27, Space: 32, ArrowUp: 38, ArrowDown: 40 };

async function waitFor(look) {
  for (let i = 0; i < 100; i++) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no popup came');
}
