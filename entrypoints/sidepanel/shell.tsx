import type { ComponentChildren } from 'preact';
import { Head } from '../../components/shell/head';
import { parseRoute } from '../../utils/panel/router';

const nothing = () => undefined;

/** The panel before its store has answered, or where it never will: the head stands already. */
export function Shell({ children }: { children: ComponentChildren }) {
  return (
    <>
      <Head route={parseRoute(window.location.hash)} onSearch={nothing} onSettings={nothing} />
      <main id="main">{children}</main>
    </>
  );
}
