/** Sentences with something other than text inside: a name in bold, a link, a figure. */
import { withoutHidden } from '../core/hidden';
import { type MessageKey, t } from './t';

/** Stands for the nth node while the message is being looked up; private use, so no message and no name contains it. */
const MARK = 0xf8d0;

/** A word of its own, like every substitution: nothing hides in it. */
const said = <Node>(node: Node | string) => (typeof node === 'string' ? withoutHidden(node) : node);

/**
 * The message cut where its substitutions stand, with the nodes in their places. What people wrote is given as a node or a
 * string and never parsed.
 */
export function rich<Node>(key: MessageKey, ...nodes: (Node | string)[]): (Node | string)[] {
  const marks = nodes.map((_, index) => String.fromCharCode(MARK + index));
  return t(key, ...marks)
    .split(/([\uf8d0-\uf8d8])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const index = piece.charCodeAt(0) - MARK;
      return index >= 0 && index < nodes.length ? said(nodes[index] as Node | string) : piece;
    });
}
