import type { ComponentChildren } from 'preact';
import { Icon } from './icon';

/** Something went wrong: what happened, what is safe, what to do. */
export function Problem({
  title,
  children,
  action,
}: {
  title: string;
  children?: ComponentChildren;
  action?: ComponentChildren;
}) {
  return (
    <section class="problem" role="alert">
      <Icon name="warning" />
      <div>
        <p>
          <b>{title}</b> {children}
        </p>
        {action ? <div class="buttons">{action}</div> : null}
      </div>
    </section>
  );
}
