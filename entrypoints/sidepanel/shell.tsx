import { Head } from '../../components/shell/head';
import { Button } from '../../components/ui/button';
import { Skeleton } from '../../components/ui/skeleton';
import { StoreTrouble } from '../../components/ui/store-trouble';
import { openPages } from '../../utils/panel/pages';
import type { PanelTrouble } from '../../utils/panel/panel';
import { parseRoute } from '../../utils/panel/router';
import { t } from '../../utils/text/t';

/** The panel before its store has answered, or where it never will: the head stands already, and one can try again. */
export function Shell({ trouble }: { trouble: PanelTrouble | null }) {
  return (
    <>
      <Head route={parseRoute(window.location.hash)} onSettings={openPages.openSettings} />
      <main id="main">
        {trouble ? (
          <>
            <StoreTrouble kind={trouble} />
            <p class="more">
              <Button onClick={() => window.location.reload()}>{t('tryAgain')}</Button>
            </p>
          </>
        ) : (
          <Skeleton />
        )}
      </main>
    </>
  );
}
