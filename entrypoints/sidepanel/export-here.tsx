/** The sheet that takes conversations away, with what can be taken from where one is. */
import { useEffect, useState } from 'preact/hooks';
import { ExportSheet, type OfferedScope } from '../../components/exporting/export-sheet';
import { viewNamed } from '../../utils/panel/export-scope';
import { openExporting } from '../../utils/panel/exporting';
import type { Panel } from '../../utils/panel/panel';
import type { Route } from '../../utils/panel/router';
import { t } from '../../utils/text/t';
import { useOwned } from './use-owned';

export interface ExportHereProps {
  panel: Panel;
  route: Route;
  onClose: () => void;
}

export function ExportHere({ panel, route, onClose }: ExportHereProps) {
  const model = useOwned('export', (ends) => openExporting(panel.db, ends));
  const [offered, setOffered] = useState<readonly OfferedScope[]>([everything()]);
  useEffect(() => {
    let gone = false;
    void offeredAt(panel, route).then((found) => {
      if (!gone) setOffered(found);
    });
    return () => {
      gone = true;
    };
  }, [panel, route]);
  // The first choice is the nearest: the sheet begins anew when it is known.
  return <ExportSheet key={offered.length} model={model} offered={offered} onClose={onClose} />;
}

const everything = (): OfferedScope => ({ scope: { kind: 'everything' }, title: t('exportScope_everything') });

async function offeredAt({ db }: Panel, route: Route): Promise<OfferedScope[]> {
  switch (route.screen) {
    case 'thread': {
      const thread = await db.threads.get(route.thread);
      return [{ scope: { kind: 'thread', key: route.thread }, title: thread?.title || route.thread }, everything()];
    }
    case 'person': {
      const [person, post] = await Promise.all([
        db.people.get(route.id),
        db.posts.where('authorKey').equals(route.id).last(),
      ]);
      const title = person?.name ?? post?.author.name ?? route.id;
      return [{ scope: { kind: 'person', id: route.id }, title }, everything()];
    }
    case 'theme': {
      const theme = await db.themes.get(route.id);
      return [{ scope: { kind: 'theme', id: route.id }, title: theme?.name ?? theme?.label ?? '' }, everything()];
    }
    case 'desk': {
      const query = typed();
      const title = query ? ((await viewNamed(db, query)) ?? query) : t('section_desk');
      return [{ scope: { kind: 'view', tab: route.tab, ...(query && { query }) }, title }, everything()];
    }
    case 'search': {
      const query = typed() || route.query;
      return query ? [{ scope: { kind: 'search', query }, title: query }, everything()] : [everything()];
    }
    default:
      return [everything()];
  }
}

/** What was typed since one came stands in the field alone. */
const typed = (): string => document.querySelector<HTMLInputElement>('main .find input')?.value.trim() ?? '';
