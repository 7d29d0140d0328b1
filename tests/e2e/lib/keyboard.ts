/**
 * A person who has only a keyboard: walks are tables of steps, and after each the focus must be somewhere, in sight, and seen.
 */
/** What can be walked: a page, or a popup that is none. */
export interface Walked {
  keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
  evaluate<T>(read: (() => T) | string): Promise<T>;
}

/** Words of a name or of the screen. */
type Words = string | RegExp;

export type Step =
  /** Tab on until the focus is on something of this name. */
  | ['tab', Words]
  /** As `tab`, backwards. */
  | ['back', Words]
  /** A key, and where the focus is after it, where that is worth saying. */
  | ['press', string, Words?]
  | ['type', string]
  /** The focus is, or comes to be, on something of this name. */
  | ['on', Words]
  /** The screen says so, or comes to. */
  | ['see', Words]
  | ['gone', Words]
  /** Goes to another address of ours, as a link from elsewhere would. */
  | ['go', string];

export interface Walk {
  name: string;
  /** Where it begins, as `opened.url` takes it. */
  from: string;
  steps: readonly Step[];
}

export interface Focus {
  name: string;
  /** What is wrong with it, or nothing. */
  fault: string | null;
}

/** Nothing here is about speed: a machine with much else to do gets its time. */
const PATIENCE = 15_000;
const MOST_TABS = 90;

/** Of a name a string is the beginning; of a screen, a part. */
const isIn = (words: Words, text: string) => (typeof words === 'string' ? text.includes(words) : words.test(text));
const names = (words: Words, name: string) => (typeof words === 'string' ? name.startsWith(words) : words.test(name));

/** Where the focus is, and whether whoever looks can tell. */
export function focusOf(page: Walked): Promise<Focus> {
  return page.evaluate(() => {
    const one = document.activeElement as HTMLElement | null;
    if (!one || one === document.body || one === document.documentElement) return { name: '', fault: 'lost' };
    const say = (element: Element | null) => {
      const copy = element?.cloneNode(true) as Element | undefined;
      for (const silent of copy?.querySelectorAll('[aria-hidden=true], select, .help') ?? []) silent.remove();
      return (copy?.textContent ?? '').replace(/\s+/g, ' ').trim();
    };
    const named = one.getAttribute('aria-labelledby')?.split(' ').map((id) => say(document.getElementById(id))).join(' '); // biome-ignore format: one step
    const labels = [...((one as HTMLInputElement).labels ?? [])].map(say).join(' ');
    const name = (one.getAttribute('aria-label') ?? named ?? (labels || say(one) || one.title || one.id)).slice(0, 90);
    const told = (fault: string | null) => ({
      name,
      fault: fault && `${fault}: <${one.tagName.toLowerCase()}> ${name}`,
    });
    // The whole of a screen is heard from its beginning: a ring around everything would say nothing.
    if (one.matches('main, h1, h2, dialog')) return told(null);
    const marked = (element: Element) => {
      const style = getComputedStyle(element);
      return (
        (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none'
      );
    };
    // A field inside a frame of its own wears the ring on the frame.
    const around: Element[] = [one];
    for (let up = one.parentElement; up && around.length < 4; up = up.parentElement) around.push(up);
    const rings = around.filter((element) => element.matches(':focus-visible, :focus-within') && marked(element));
    const ring = rings.find((element) => element.getBoundingClientRect().width > 2) ?? rings[0];
    const isPicked = one.matches('[role=menuitem]') && getComputedStyle(one).backgroundColor !== getComputedStyle(one.parentElement ?? one).backgroundColor; // biome-ignore format: one step
    if (!ring && !isPicked) return told('no ring');
    const box = (ring ?? one).getBoundingClientRect();
    if (box.width < 2 || box.height < 2) return told('nothing to see');
    const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
    if (!inside) return told('out of sight');
    const columns = [0.05, 0.5, 0.95].map((part) => box.left + box.width * part);
    const lines = [0.1, 0.5, 0.9].map((part) => box.top + box.height * part);
    const isBare = columns.some((x) =>
      lines.some((y) => {
        const top = document.elementFromPoint(x, y);
        return top !== null && ((ring ?? one).contains(top) || top.contains(ring ?? one));
      }),
    );
    return told(isBare ? null : 'covered');
  });
}

const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Waits until `read` gives something, or null when patience ends. */
async function until<T>(read: () => Promise<T | null>): Promise<T | null> {
  for (const end = Date.now() + PATIENCE; ; await rest(60)) {
    const value = await read();
    if (value !== null || Date.now() > end) return value;
  }
}

/** A focus that is nowhere may be on its way: what an action began is waited for. */
async function settledFocus(page: Walked): Promise<Focus> {
  await rest(80);
  const found = await until(async () => {
    const focus = await focusOf(page);
    return focus.fault === null ? focus : null;
  });
  return found ?? focusOf(page);
}

const screenText = (page: Walked) => page.evaluate(() => (document.body.textContent ?? '').replace(/\s+/g, ' '));

/** Walks it; the lines say what went wrong and where. */
export async function walk(page: Walked, steps: readonly Step[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const [at, step] of steps.entries()) {
    const where = `step ${at + 1} (${step.map(String).join(' ')})`;
    const fault = await take(page, step);
    if (fault) wrong.push(`${where}: ${fault}`);
    // What was to be pressed has not been reached: the rest would press something else.
    if (fault && step[0] !== 'press') break;
  }
  return wrong;
}

async function take(page: Walked, step: Step): Promise<string | null> {
  switch (step[0]) {
    case 'tab':
    case 'back':
      return tabTo(page, step[1], step[0] === 'tab' ? 'Tab' : 'Shift+Tab');
    case 'press': {
      const had = await focusOf(page);
      await page.keyboard.press(step[1]);
      // Keys act before anything was focused, too: nothing was lost then.
      if (had.fault === 'lost' && step[2] === undefined) return null;
      const focus = await settledFocus(page);
      if (focus.fault) return focus.fault;
      return step[2] === undefined ? null : take(page, ['on', step[2]]);
    }
    case 'type':
      await page.keyboard.type(step[1]);
      return (await settledFocus(page)).fault;
    case 'on': {
      const there = await until(async () => {
        const focus = await focusOf(page);
        return names(step[1], focus.name) ? focus : null;
      });
      return there ? there.fault : `the focus is on “${(await focusOf(page)).name}”`;
    }
    case 'see':
    case 'gone': {
      const asked = step[0] === 'see';
      const said = await until(async () => (isIn(step[1], await screenText(page)) === asked ? true : null));
      return said ? null : `the screen says: ${(await screenText(page)).slice(0, 600)}`;
    }
    case 'go':
      await page.keyboard.press('Escape');
      await page.evaluate(`location.href = ${JSON.stringify(step[1])}`);
      await rest(600);
      return null;
  }
}

async function tabTo(page: Walked, words: Words, key: 'Tab' | 'Shift+Tab'): Promise<string | null> {
  const passed: string[] = [];
  for (let presses = 0; presses < MOST_TABS; presses++) {
    await page.keyboard.press(key);
    const focus = await focusOf(page);
    // Beyond the last stop is the browser's own frame, and then the first again.
    if (focus.fault === 'lost') continue;
    if (focus.fault) return focus.fault;
    if (names(words, focus.name)) return null;
    passed.push(focus.name.slice(0, 30));
  }
  return `not reached; passed ${[...new Set(passed)].join(' | ')}`;
}

/** Every stop of Tab on a screen, from its beginning: for whoever writes a walk, and to judge each of them. */
export async function stopsOf(page: Walked, most = 60): Promise<Focus[]> {
  const stops: Focus[] = [];
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab');
    const focus = await focusOf(page);
    if (focus.fault === 'lost') break;
    stops.push(focus);
  }
  return stops;
}
