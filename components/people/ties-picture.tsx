import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { namingHidden, withoutHidden } from '../../utils/core/hidden';
import type { Ties } from '../../utils/core/ties';
import { hrefOf } from '../../utils/panel/router';
import type { Point } from '../../utils/panel/ties';
import { LETTER_PX, labelsOf, roomFor } from '../../utils/panel/ties-labels';
import { nextTowards, WAYS } from '../../utils/panel/ties-walk';
import { t } from '../../utils/text/t';
import { Name } from '../ui/byline';
import { figuresOf } from './ties-words';

/** Told apart by hue and, since hue is not enough, by place: a group stands together. */
const HUES = [
  'light-dark(#1f4e8c, #84aee3)',
  'light-dark(#9a3f12, #e58f63)',
  'light-dark(#2f7a4d, #6fbd8e)',
  'light-dark(#7a3f8c, #c08fd1)',
  'light-dark(#8c6a1f, #cfab5c)',
  'light-dark(#1f7f8c, #62bcc8)',
  'light-dark(#8c1f4e, #de7ea8)',
  'light-dark(#5a6b1f, #a3b75f)',
];
const MOST_LINES = 1_200;
/** The panel's usual width within its gutters, until it is measured. */
const USUAL_PX = 360;
/** A finger's or a pointer's breadth around whoever has the focus. */
const HELD_PX = 13;

interface PictureProps {
  ties: Ties;
  points: readonly Point[];
}

/** Everybody and their ties, walked by arrow keys; names are as large as other small words, however many people there are. */
export function Picture({ ties, points }: PictureProps) {
  const { people } = ties;
  const [picture, drawnPx] = useDrawnWidth();
  const room = useMemo(() => roomFor(points), [points]);
  const unit = room.width / drawnPx;
  const { at, link, hasFocus, onKeyDown, onFocus, onBlur } = useWalk(points);
  const [pointed, setPointed] = useState<number | null>(null);
  const shown = pointed ?? (hasFocus ? at : null);
  const all = useMemo(
    () => <Everybody ties={ties} points={points} room={room} unit={unit} />,
    [ties, points, room, unit],
  );
  const held = people[at];
  const place = ({ target }: Event): number | null => {
    const said = (target as Element).getAttribute('data-place');
    return said === null ? null : Number(said);
  };
  return (
    <figure class="ties-figure">
      {/* biome-ignore lint/a11y/useSemanticElements: no other element groups within a picture */}
      <svg
        ref={picture}
        class="ties-picture"
        viewBox={`${room.left} ${room.top} ${room.width} ${room.height}`}
        role="group"
        aria-label={t('tiesPicture')}
      >
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; for keys there is the link below */}
        <g
          aria-hidden="true"
          onPointerOver={(event) => setPointed(place(event))}
          onPointerLeave={() => setPointed(null)}
          onClick={(event) => {
            const one = people[place(event) ?? -1];
            if (one) location.hash = hrefOf({ screen: 'person', id: one.account });
          }}
        >
          {all}
        </g>
        {shown === null ? null : <Singled ties={ties} points={points} place={shown} room={room} unit={unit} />}
        {held ? (
          <a
            key={held.account}
            ref={link}
            class="ties-held"
            href={hrefOf({ screen: 'person', id: held.account })}
            aria-label={`${withoutHidden(held.name)}: ${figuresOf(held)}`}
            onKeyDown={onKeyDown}
            onFocus={onFocus}
            onBlur={onBlur}
          >
            <circle cx={points[at]?.x} cy={points[at]?.y} r={HELD_PX * unit} />
          </a>
        ) : null}
      </svg>
      <figcaption class="meta ties-said" aria-hidden="true">
        {shown === null || !people[shown] ? (
          t('tiesHint')
        ) : (
          <>
            <b>
              <Name>{people[shown].name}</Name>
            </b>{' '}
            {figuresOf(people[shown])}
          </>
        )}
      </figcaption>
    </figure>
  );
}

interface DrawnProps extends PictureProps {
  room: ReturnType<typeof roomFor>;
  /** How much of the picture is a pixel of the window. */
  unit: number;
}

function Everybody({ ties, points, room, unit }: DrawnProps) {
  const lines = [...ties.ties].sort((a, b) => b.times - a.times).slice(0, MOST_LINES);
  const named = ties.people.map(({ account, name, group }) => ({ account, name: namingHidden(name), group }));
  return (
    <>
      {lines.map(({ from, to, times }) => (
        <line
          key={`${from} ${to}`}
          x1={points[from]?.x}
          y1={points[from]?.y}
          x2={points[to]?.x}
          y2={points[to]?.y}
          stroke-width={Math.min(2, 0.3 + times / 6)}
          opacity={Math.min(0.6, 0.12 + times / 20)}
        />
      ))}
      {ties.people.map(({ account, name, group, ours }, place) => (
        <circle
          key={account}
          class={ours ? 'ours' : undefined}
          data-place={place}
          cx={points[place]?.x}
          cy={points[place]?.y}
          r={points[place]?.r}
          style={{ fill: HUES[group % HUES.length] }}
        >
          <title>{withoutHidden(name)}</title>
        </circle>
      ))}
      <g style={{ fontSize: `${LETTER_PX * unit}px`, strokeWidth: `${3 * unit}px` }}>
        {labelsOf(named, points, room, unit).map(({ account, name, x, y }) => (
          <text key={account} x={x} y={y}>
            {name}
          </text>
        ))}
      </g>
    </>
  );
}

/** One of them, with all they talk with. */
function Singled({ ties, points, room, place, unit }: DrawnProps & { place: number }) {
  const here = points[place];
  const size = LETTER_PX * 1.15 * unit;
  const name = namingHidden(ties.people[place]?.name ?? '');
  const half = Math.min(room.width / 2, [...name].length * size * 0.32);
  const x = Math.min(room.left + room.width - half, Math.max(room.left + half, here?.x ?? 0));
  const above = (here?.y ?? 0) - (here?.r ?? 0) - 7 * unit;
  const y = above - size > room.top ? above : (here?.y ?? 0) + (here?.r ?? 0) + size + 5 * unit;
  const theirs = ties.ties.filter(({ from, to }) => from === place || to === place);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <g class="ties-singled" aria-hidden="true">
      {theirs.map(({ from, to, times }) => (
        <line
          key={`${from} ${to}`}
          x1={points[from]?.x}
          y1={points[from]?.y}
          x2={points[to]?.x}
          y2={points[to]?.y}
          style={{ strokeWidth: `${(0.8 + Math.min(1.5, times / 8)) * unit}px` }}
        />
      ))}
      <circle cx={here?.x} cy={here?.y} r={(here?.r ?? 0) + 3 * unit} style={{ strokeWidth: `${2.5 * unit}px` }} />
      <text x={x} y={y} style={{ fontSize: `${size}px`, strokeWidth: `${4 * unit}px` }}>
        {name}
      </text>
    </g>
  );
}

/** Who has the focus, and to whom the keys lead from there. */
function useWalk(points: readonly Point[]) {
  const [at, setAt] = useState(0);
  const [hasFocus, setHasFocus] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const walked = useRef(false);
  // Each has a link of their own, so that whoever hears the screen is told of a new one: the focus goes on to it.
  useLayoutEffect(() => {
    if (walked.current) link.current?.focus();
    walked.current = false;
  });
  return {
    at: Math.min(at, Math.max(0, points.length - 1)),
    link,
    hasFocus,
    onFocus: () => setHasFocus(true),
    onBlur: () => setHasFocus(false),
    onKeyDown(event: KeyboardEvent) {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const way = WAYS[event.key];
      const next = way ? nextTowards(points, at, way) : { Home: 0, End: points.length - 1 }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (next === null || next === at) return;
      walked.current = true;
      setAt(next);
    },
  };
}

/** How wide the picture is drawn: in a short window its height says it. */
function useDrawnWidth() {
  const picture = useRef<SVGSVGElement>(null);
  const [px, setPx] = useState(USUAL_PX);
  useEffect(() => {
    const svg = picture.current;
    if (!svg) return;
    const watcher = new ResizeObserver(() => {
      const { width, height } = svg.getBoundingClientRect();
      const box = svg.viewBox.baseVal;
      const drawn = Math.min(width, (height * box.width) / box.height);
      if (drawn > 0) setPx(drawn);
    });
    watcher.observe(svg);
    return () => watcher.disconnect();
  }, []);
  return [picture, px] as const;
}
