import type { ComponentChildren } from 'preact';

/** Nothing here: one sentence, one of help, one button. It teaches the next step and never apologises. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ComponentChildren;
  action?: ComponentChildren;
}) {
  return (
    <section class="empty">
      <p class="title">{title}</p>
      {children ? <p class="say">{children}</p> : null}
      {action ? <div class="buttons">{action}</div> : null}
    </section>
  );
}
