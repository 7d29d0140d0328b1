import type { ComponentChildren } from 'preact';
import { exact, moment } from '../../utils/text/dates';
import { plain } from './plain';
import { Tile } from './tile';

/** A name people wrote themselves: isolated from the direction of what stands around it, and nothing in it hides. */
export function Name({ children }: { children: string }) {
  return <bdi dir="auto">{plain(children)}</bdi>;
}

/** A moment in short words, with the whole of it for whoever points at it. */
export function When({ at, now }: { at: number; now: number }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={exact(at)}>
      {moment(at, now)}
    </time>
  );
}

export interface BylineProps {
  id: string;
  name: string;
  ours?: boolean;
  size?: 's';
  /** Where their page is; without it the name is text. */
  href?: string | undefined;
  /** For `aria-labelledby` of the post. */
  nameId?: string;
  /** Before the tile: the box that selects it. */
  before?: ComponentChildren;
  /** One phrase about them or the moment; then what stands at the right edge. */
  phrase?: ComponentChildren;
  children?: ComponentChildren;
}

/** Who says it: tile, name, one phrase, and how long they wait. */
export function Byline({ id, name, ours = false, size, href, nameId, before, phrase, children }: BylineProps) {
  const label = <Name>{name}</Name>;
  return (
    <div class="byline">
      {before}
      <Tile id={id} name={name} ours={ours} {...(size && { size })} />
      {href ? (
        <a class="who" href={href} id={nameId}>
          {label}
        </a>
      ) : (
        <span class="who" id={nameId}>
          {label}
        </span>
      )}
      {phrase ? <span class="meta">{phrase}</span> : null}
      {children}
    </div>
  );
}
