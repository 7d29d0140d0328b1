/** Rules: asked for once the page stands. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Skeleton } from '../../components/ui/skeleton';
import type { Options } from '../../utils/panel/options';

export function RulesLater({ options }: { options: Options }) {
  const [Rules, setRules] = useState<ComponentType | null>(null);
  useEffect(() => {
    const ends = new AbortController();
    void Promise.all([import('../../components/settings/rules'), options.rules(ends.signal)]).then(
      ([{ RulesSection }, model]) => {
        if (!ends.signal.aborted) setRules(() => () => <RulesSection model={model} />);
      },
      () => undefined,
    );
    return () => ends.abort();
  }, [options]);
  return Rules ? <Rules /> : <Skeleton rows={1} />;
}
