/** The icons, drawn on a 16 px square with one pen. Decoration only: the word beside it, or the button's label, speaks. */

const PATHS = {
  back: ['M10 3 5 8l5 5'],
  check: ['m3 8.5 3.2 3.2L13 4.8'],
  chevron: ['m6 3 5 5-5 5'],
  close: ['m4 4 8 8M12 4l-8 8'],
  copy: [
    'M6 6V3.5A1 1 0 0 1 7 2.5h5.5a1 1 0 0 1 1 1V9a1 1 0 0 1-1 1H10',
    'M2.5 7a1 1 0 0 1 1-1H9a1 1 0 0 1 1 1v5.5a1 1 0 0 1-1 1H3.5a1 1 0 0 1-1-1Z',
  ],
  down: ['m3 6 5 5 5-5'],
  ear: [
    'M4.5 6.5a3.7 3.7 0 0 1 7.4 0c0 2.6-2.4 3-2.4 5a2 2 0 0 1-3.7 1',
    'M6.5 6.7a1.7 1.7 0 0 1 3.4 0c0 1-.9 1.3-1.2 2',
  ],
  info: ['M2.25 8a5.75 5.75 0 1 0 11.5 0 5.75 5.75 0 1 0-11.5 0', 'M8 7.5v3.2M8 5.2h.01'],
  link: ['M9 3h4v4M13 3 7.5 8.5', 'M7 4H4a1 1 0 0 0-1 1v7a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1V9'],
  lock: [
    'M4.7 7h6.6a1.2 1.2 0 0 1 1.2 1.2v4.1a1.2 1.2 0 0 1-1.2 1.2H4.7a1.2 1.2 0 0 1-1.2-1.2V8.2A1.2 1.2 0 0 1 4.7 7Z',
    'M5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  ],
  more: ['M3.5 8h.01M8 8h.01M12.5 8h.01'],
  note: ['m3 13 .8-3.2L11 2.6a1.2 1.2 0 0 1 1.7 0l.7.7a1.2 1.2 0 0 1 0 1.7l-7.2 7.2L3 13Z', 'm9.7 4 2.3 2.3'],
  plus: ['M8 3v10M3 8h10'],
  put: ['M8 2.5v7M5 7l3 3 3-3', 'M2.5 10v3.5h11V10'],
  reply: ['M6 4 2.5 7.5 6 11', 'M2.5 7.5H9a4.5 4.5 0 0 1 4.5 4.5v1'],
  save: ['M8 2.5v7M5 7l3 3 3-3', 'M3 13.5h10'],
  search: ['M2.5 7a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0', 'm10.5 10.5 3.5 3.5'],
  settings: [
    'M2.5 4.5h6M11.5 4.5h2M2.5 11.5h2M7.5 11.5h6',
    'M8.5 4.5a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0',
    'M4.5 11.5a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0',
  ],
  warning: ['M8 2.5 14 13H2L8 2.5Z', 'M8 6.5v3M8 11.3h.01'],
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      {PATHS[name].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}
