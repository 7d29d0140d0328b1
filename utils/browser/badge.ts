/** One number on the icon, and it counts people. */
import { browser } from 'wxt/browser';

const ACCENT = '#2f4a7d';
const TROUBLE = '#a8442f';

/** At most four characters fit. */
export function badgeText(people: number): string {
  if (people <= 0) return '';
  return people > 99 ? '99+' : String(people);
}

/** Shows how many people wait; with `trouble`, a sign that something needs a look, which weighs more. */
export async function showBadge(people: number, trouble: boolean): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: trouble ? '!' : badgeText(people) }),
    browser.action.setBadgeBackgroundColor({ color: trouble ? TROUBLE : ACCENT }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
  ]);
}
