import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';

interface Pressed {
  onClick?: (event: MouseEvent) => void;
  children: ComponentChildren;
}

/** A button with an edge; `main` for the one thing this screen is for. */
export function Button(
  props: Pressed & {
    main?: boolean;
    icon?: IconName;
    disabled?: boolean;
    type?: 'submit';
    busy?: boolean;
    /** It opens a menu: whether that is open. */
    expanded?: boolean;
    /** What it does, where the word on it says less than is meant. */
    label?: string;
  },
) {
  return (
    <button
      type={props.type ?? 'button'}
      class={`button${props.main ? ' main' : ''}`}
      disabled={props.disabled}
      aria-busy={props.busy || undefined}
      aria-label={props.label}
      aria-expanded={props.expanded}
      aria-haspopup={props.expanded === undefined ? undefined : 'menu'}
      onClick={props.onClick}
    >
      {props.icon ? <Icon name={props.icon} /> : null}
      {props.children}
    </button>
  );
}

/** An action on the row in hand: a word with its key before it. */
export function Action({
  keyName,
  quiet,
  expanded,
  onClick,
  children,
}: Pressed & {
  keyName?: string;
  quiet?: boolean;
  expanded?: boolean;
}) {
  return (
    <button
      type="button"
      class={`action${quiet ? ' quiet' : ''}`}
      aria-keyshortcuts={keyName}
      aria-expanded={expanded}
      aria-haspopup={expanded === undefined ? undefined : 'menu'}
      onClick={onClick}
    >
      {keyName ? (
        <span class="key" aria-hidden="true">
          {keyName}
        </span>
      ) : null}
      {children}
    </button>
  );
}

/** An icon alone, where a word has no room: the label says it. */
export function IconButton({
  icon,
  label,
  href,
  onClick,
}: {
  icon: IconName;
  label: string;
  href?: string;
  onClick?: (event: MouseEvent) => void;
}) {
  return href ? (
    <a class="icon-button" href={href} aria-label={label} title={label}>
      <Icon name={icon} />
    </a>
  ) : (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

/** Looks like a link, does something. */
export function LinkButton({ onClick, label, children }: Pressed & { label?: string }) {
  return (
    <button type="button" class="link" aria-label={label} onClick={onClick}>
      {children}
    </button>
  );
}
