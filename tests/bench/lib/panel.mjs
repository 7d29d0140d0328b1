/** What is measured of a panel, by whoever measures it. */

/** From a change of address to the screen painted with what was asked for, ms. @throws where it is not there in half a minute */
export const painted = (page, hash, selector) =>
  page.evaluate(
    async ([to, wanted]) => {
      const started = performance.now();
      location.hash = to;
      while (!document.querySelector(wanted)) {
        if (performance.now() - started > 30_000) throw new Error(`${to}: no ${wanted}`);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      return performance.now() - started;
    },
    [hash, selector],
  );

/** On the search screen: from a word typed to a post on the screen that says it, ms. No post of before may say it. */
export const foundAfter = (page, word) =>
  page.evaluate(async (text) => {
    const field = document.querySelector('#main input');
    const isThere = () =>
      [...document.querySelectorAll('#main .search-hit')].some((hit) => hit.textContent.toLowerCase().includes(text));
    if (isThere()) throw new Error(`${text} is there before it was asked for`);
    const started = performance.now();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    while (!isThere()) {
      if (performance.now() - started > 30_000) throw new Error(`${text} is not found`);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    return performance.now() - started;
  }, word);

/** Script memory of a page and of the workers of this browser once what is not needed is let go, MB. */
export async function memoryOf(context, page) {
  const session = await context.newCDPSession(page);
  const own = await heapOf((method) => session.send(method));
  await session.detach();
  const browser = await context.browser().newBrowserCDPSession();
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{}] });
  let workers = 0;
  for (const { targetId } of targetInfos.filter(({ type }) => type === 'worker'))
    workers += await heapOf(await speakTo(browser, targetId));
  await browser.detach();
  return { page: own, workers };
}

async function heapOf(send) {
  await send('HeapProfiler.enable');
  await send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await send('Runtime.getHeapUsage');
  return (usedSize + backingStorageSize) / 1e6;
}

/** Playwright has no session of its own for a worker: messages go through the browser's. */
async function speakTo(browser, targetId) {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  let last = 0;
  return (method) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      const listen = ({ sessionId: from, message }) => {
        const answer = JSON.parse(message);
        if (from !== sessionId || answer.id !== id) return;
        browser.off('Target.receivedMessageFromTarget', listen);
        if (answer.error) reject(new Error(answer.error.message));
        else resolve(answer.result);
      };
      browser.on('Target.receivedMessageFromTarget', listen);
      const message = JSON.stringify({ id, method });
      browser.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
}
