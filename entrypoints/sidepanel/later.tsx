/** Screens that few open first: their code is asked for when they are. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Skeleton } from '../../components/ui/skeleton';

export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each screen, at the top of a module
  return function Later(props: Props) {
    const [Screen, setScreen] = useState<ComponentType<Props> | undefined>(() => loaded);
    useEffect(() => {
      if (Screen) return;
      let gone = false;
      void load().then((screen) => {
        loaded = screen;
        if (!gone) setScreen(() => screen);
      });
      return () => {
        gone = true;
      };
    }, [Screen]);
    return Screen ? <Screen {...props} /> : <Skeleton />;
  };
}
