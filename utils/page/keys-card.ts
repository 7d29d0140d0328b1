/** The list of keys that serve in this page. */
import { DEFAULT_PAGE_KEYS, PAGE_ACTIONS, type PageKeys } from '../core/marks';
import { t } from '../text/t';
import { make } from './make';

export function keyParts(document: Document, keys: Partial<PageKeys>): HTMLElement[] {
  const list = make(document, 'dl');
  const say = (key: string, words: string) => {
    const name = make(document, 'dt');
    name.append(make(document, 'kbd', '', key));
    list.append(name, make(document, 'dd', '', words));
  };
  for (const action of PAGE_ACTIONS) {
    const key = keys[action] ?? DEFAULT_PAGE_KEYS[action];
    if (key !== '') say(key, t(`pageKey_${action}`));
  }
  say('Alt+R', t('draftsHere'));
  return [make(document, 'h2', '', t('pageKeys')), list, make(document, 'p', 'meta keys', t('pageKeysWhere'))];
}
