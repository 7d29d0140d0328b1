import { hue, initials } from '../../utils/text/names';

/** Somebody's initials on one of twelve colours. Never a picture from elsewhere; ours are filled with our own ink. */
export function Tile({ id, name, ours = false, size }: { id: string; name: string; ours?: boolean; size?: 's' | 'l' }) {
  return (
    <span
      class={`tile${ours ? ' ours' : ''}${size ? ` ${size}` : ''}`}
      style={{ '--h': String(hue(id)) }}
      aria-hidden="true"
    >
      {initials(name)}
    </span>
  );
}
