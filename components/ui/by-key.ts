/**
 * Whether a focus came by key. A press of the pointer takes a row with its click: taken with the focus, which comes before,
 * rows move, and what was pressed is not under the pointer any more when it is let go.
 */
export function isByKey({ target }: FocusEvent): boolean {
  return target instanceof Element && target.matches(':focus-visible');
}
