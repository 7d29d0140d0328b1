/** What a screen loses at its edges. One line for each thing that is wrong. */
import type { Page } from 'playwright-core';

/** What runs over the edge, or is cut without a way to read it whole. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth + 1) wrong.push(`scrolls sideways: ${root.scrollWidth} > ${innerWidth}`);
    for (const one of document.querySelectorAll<HTMLElement>('body *')) {
      if (!one.checkVisibility({ visibilityProperty: true })) continue;
      const style = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      const what = `<${one.tagName.toLowerCase()} class="${one.getAttribute('class') ?? ''}"> ${(one.textContent ?? '').trim().slice(0, 40)}`;
      const isHiddenOnPurpose = box.width <= 1 || box.height <= 1 || one.closest('.sr, svg') !== null;
      if (isHiddenOnPurpose) continue;
      const scroller = one.closest('[tabindex="0"], .scroll, pre, table');
      if (!scroller && (box.right > innerWidth + 1 || box.left < -1)) wrong.push(`over the edge: ${what}`);
      const clips = style.overflowX === 'hidden' || style.overflowX === 'clip';
      const isText = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      if (clips && isText && one.scrollWidth > one.clientWidth + 1 && !one.title && !one.closest('[title]')) {
        wrong.push(`cut: ${what}`);
      }
    }
    return [...new Set(wrong)].slice(0, 12);
  });
}

/** What moves although less motion was asked for: anything that takes longer than a frame. */
export function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    for (const one of document.querySelectorAll('*')) {
      for (const part of [null, '::before', '::after']) {
        const style = getComputedStyle(one, part);
        const times = `${style.transitionDuration},${style.animationName === 'none' ? '0s' : style.animationDuration}`;
        const longest = Math.max(...times.split(',').map(Number.parseFloat));
        if (longest > 0.02) found.add(`moves: <${one.tagName.toLowerCase()} class="${one.getAttribute('class') ?? ''}">${part ?? ''} ${longest} s`); // biome-ignore format: one step
      }
    }
    return [...found].slice(0, 12);
  });
}
