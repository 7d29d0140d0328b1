/** "Are we ready?" with its figures and its rehearsal. */
import { Behind } from '../../components/readiness/behind';
import { ReadinessScreen } from '../../components/readiness/readiness';
import { RehearsalScreen } from '../../components/readiness/rehearsal';
import { Back } from '../../components/shell/back';
import { download } from '../../utils/panel/export';
import type { Panel } from '../../utils/panel/panel';
import { type FigureName, openReadiness } from '../../utils/panel/readiness';
import { readinessReport } from '../../utils/panel/readiness-report';
import { openRehearsal } from '../../utils/panel/rehearsal';
import { CannotRead } from './cannot-read';
import { useKeys } from './use-keys';
import { useOwned } from './use-owned';

export function ReadyRoute({ panel, part }: { panel: Panel; part: string | null }) {
  const { router, undo } = panel;
  // Counted once for the screen and all its parts.
  const model = useOwned('ready', (ends) => openReadiness(panel.db, ends));
  const rehearsal = useOwned('rehearsal', () => openRehearsal(panel.db));
  useKeys(panel, part ? { escape: () => router.back() } : {});
  if (model.error.value) return <CannotRead />;
  const back = <Back router={router} />;
  const now = panel.now.value;
  if (part === 'rehearse') {
    return <RehearsalScreen model={rehearsal} kept={model.view.value?.rehearsals ?? []} now={now} back={back} />;
  }
  if (part) return <Behind key={part} model={model} name={part as FigureName} back={back} />;
  return (
    <ReadinessScreen
      model={model}
      onSetHours={panel.pages.openSettings}
      onReport={(as) => {
        const view = model.view.value;
        if (!view) return;
        const file = readinessReport(view, as);
        download(file);
        undo.did({ kind: 'exported', file: file.name });
      }}
    />
  );
}
