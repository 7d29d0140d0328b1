/** Themes and one of them, each with its model and its keys. */
import { ThemeScreen } from '../../components/themes/theme-screen';
import { ThemesScreen } from '../../components/themes/themes-screen';
import { notesModel } from '../../utils/panel/notes';
import type { Panel } from '../../utils/panel/panel';
import { openTheme, openThemes } from '../../utils/panel/themes';
import { useKeys } from './use-keys';
import { useOwned } from './use-owned';

export function ThemesRoute({ panel }: { panel: Panel }) {
  const { db, now, undo } = panel;
  const model = useOwned('themes', (ends) => openThemes({ db, now, undo, ends }));
  return <ThemesScreen model={model} />;
}

export function ThemeRoute({ panel, id, onExport }: { panel: Panel; id: string; onExport: () => void }) {
  const { db, now, undo } = panel;
  const lookAgain = () => void panel.analysis.value?.updateThemes().catch(() => undefined);
  const model = useOwned(id, (ends) =>
    openTheme(id, { db, now, undo, ends, lookAgain, writing: notesModel(panel, ends) }),
  );
  useKeys(panel, { escape: () => panel.router.back() });
  return <ThemeScreen model={model} singleKeys={panel.settings.value.singleKeys} onExport={onExport} />;
}
