/** How well a site is read, in plain words: counts and field names, nothing of anybody. */
import type { SiteHealth } from '../../utils/core/desk';
import { capital, number } from '../../utils/text/numbers';
import { plural, t } from '../../utils/text/t';

/** Fields a post may lack that have words; an adapter may name others. */
const FIELDS = ['author', 'text', 'time', 'id', 'permalink', 'thread', 'parent'] as const;

function fieldWord(field: string): string {
  const known = FIELDS.find((name) => name === field);
  return known ? t(`field_${known}`) : field;
}

/** "46 posts on the page, 46 read". */
export function healthLine({ onPage, read }: SiteHealth): string {
  return onPage === 0 ? t('popupOnPageNone') : plural('popupOnPage', onPage, number(read));
}

/** What is wrong, if anything: "The time is missing in all of them." */
export function missingLines({ missing, onPage, capped }: SiteHealth): string[] {
  const lines = Object.entries(missing)
    .filter(([, posts]) => posts > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([field, posts]) =>
      capital(
        posts >= onPage ? t('missingInAll', fieldWord(field)) : t('missingInSome', fieldWord(field), number(posts)),
      ),
    );
  return capped ? [t('healthCapped'), ...lines] : lines;
}
