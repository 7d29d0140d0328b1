/** One number on the icon, and it counts people; a dot beside it says that a theme is new. */
import { browser } from 'wxt/browser';

const ACCENT = '#2f4a7d';
const TROUBLE = '#a8442f';

const NEW = '•';

/** At most four characters fit. */
export function badgeText(people: number, themes = 0): string {
  const dot = themes > 0 ? NEW : '';
  if (people <= 0) return dot;
  return `${people > 99 ? '99+' : people}${dot}`;
}

/** Shows how many people wait, and whether there are new themes; with `trouble`, a sign that something needs a look, which weighs more. */
export async function showBadge(people: number, trouble: boolean, themes = 0): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: trouble ? '!' : badgeText(people, themes) }),
    browser.action.setBadgeBackgroundColor({ color: trouble ? TROUBLE : ACCENT }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
  ]);
}
