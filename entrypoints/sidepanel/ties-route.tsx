/** Ties: loaded when they are first looked at. */
import { TiesScreen } from '../../components/people/ties';
import { Back } from '../../components/shell/back';
import type { Panel } from '../../utils/panel/panel';
import { tiesModel } from '../../utils/panel/ties';
import { useKeys } from './use-keys';
import { useOwned } from './use-owned';

export function TiesRoute({ panel }: { panel: Panel }) {
  const model = useOwned('ties', (ends) => tiesModel(panel, ends));
  useKeys(panel, { escape: () => panel.router.back() });
  return <TiesScreen model={model} now={panel.now.value} back={<Back router={panel.router} />} />;
}
