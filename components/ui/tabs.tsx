import { number } from '../../utils/text/numbers';

export interface Tab {
  href: string;
  word: string;
  /** How many people; absent where the number says nothing (done). */
  count?: number | undefined;
  current: boolean;
}

/** Views of one list. Links, so that each has an address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? 'true' : undefined}>
          {tab.word}
          {tab.count === undefined ? null : <span class="num"> {number(tab.count)}</span>}
        </a>
      ))}
    </nav>
  );
}
