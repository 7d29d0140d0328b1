import { useEffect, useRef, useState } from 'preact/hooks';
import type { Ties } from '../../utils/core/ties';
import type { Point } from '../../utils/panel/ties';
import { LETTER_PX, labelsOf, roomFor } from '../../utils/panel/ties-labels';
import { t } from '../../utils/text/t';

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

/** Everybody and their ties; names are as large as other small words, however many people there are. */
export function Picture({ ties, points }: { ties: Ties; points: readonly Point[] }) {
  const [picture, drawnPx] = useDrawnWidth();
  const room = roomFor(points);
  const unit = room.width / drawnPx;
  const lines = [...ties.ties].sort((a, b) => b.times - a.times).slice(0, MOST_LINES);
  return (
    <svg
      ref={picture}
      class="ties-picture"
      viewBox={`${room.left} ${room.top} ${room.width} ${room.height}`}
      role="img"
      aria-label={t('tiesPicture')}
    >
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
          cx={points[place]?.x}
          cy={points[place]?.y}
          r={points[place]?.r}
          style={{ fill: HUES[group % HUES.length] }}
        >
          <title>{name}</title>
        </circle>
      ))}
      <g style={{ fontSize: `${LETTER_PX * unit}px`, strokeWidth: `${3 * unit}px` }}>
        {labelsOf(ties.people, points, room, unit).map(({ account, name, x, y }) => (
          <text key={account} x={x} y={y}>
            {name}
          </text>
        ))}
      </g>
    </svg>
  );
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
