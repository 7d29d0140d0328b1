/** An id for an element, made of a key: keys hold slashes and colons, ids that are referred to may hold no blank. */
export function domId(prefix: string, key: string): string {
  return `${prefix}-${encodeURIComponent(key)}`;
}
