/** The pulse, and the week as a letter. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { Back } from '../../components/shell/back';
import { LetterScreen } from '../../components/themes/letter-screen';
import { PulseScreen } from '../../components/themes/pulse-screen';
import type { PostKey } from '../../utils/core/post';
import { download } from '../../utils/panel/export';
import { type Letter, letterFile, readBehind, readLetter } from '../../utils/panel/letter';
import type { Panel } from '../../utils/panel/panel';
import { openPulse } from '../../utils/panel/pulse';
import { useKeys } from './use-keys';
import { useOwned } from './use-owned';

export function PulseRoute({ panel }: { panel: Panel }) {
  const model = useOwned('pulse', (ends) => openPulse(panel.db, panel.now, ends));
  useKeys(panel, { escape: () => panel.router.back() });
  return <PulseScreen model={model} now={panel.now.value} back={<Back router={panel.router} />} />;
}

export function LetterRoute({ panel }: { panel: Panel }) {
  const [letter, setLetter] = useState<Letter | null>(null);
  useEffect(() => {
    let gone = false;
    void panel.keep(async () => {
      const read = await readLetter(panel.db, Date.now());
      if (!gone) setLetter(read);
    });
    return () => {
      gone = true;
    };
  }, [panel]);
  useKeys(panel, { escape: () => panel.router.back() });
  const take = (as: 'markdown' | 'html') => {
    if (!letter) return;
    const file = letterFile(letter, as, Date.now());
    download(file);
    panel.undo.did({ kind: 'exported', file: file.name });
  };
  const { db, now, router } = panel;
  const read = useCallback((keys: readonly PostKey[]) => readBehind(db, keys), [db]);
  return <LetterScreen letter={letter} now={now.value} back={<Back router={router} />} read={read} onTake={take} />;
}
