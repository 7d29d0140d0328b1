/** Search: loaded when it is first opened. */
import { Search } from '../../components/search/search';
import type { Panel } from '../../utils/panel/panel';
import { searchModel } from '../../utils/panel/search';
import { useKeys } from './use-keys';
import { useOwned } from './use-owned';

export function SearchRoute({ panel, query }: { panel: Panel; query: string }) {
  const model = useOwned(`search ${query}`, (ends) => searchModel(panel, query, ends));
  useKeys(panel, {
    '/': () => document.querySelector<HTMLElement>('.find input')?.focus(),
    escape: () => panel.router.back(),
  });
  return <Search model={model} now={panel.now.value} />;
}
