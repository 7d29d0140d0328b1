/** Conversations written as scripts, for labelled cases. */
import type { Post } from '../../utils/core/post';
import { stored } from './sample';

const OURS = new Set(['Inés', 'Iker']);
const HOUR = 3_600_000;

/**
 * One line is one post: `id>parent Name*: text`. `*`: it names what we watch. `>parent` where the site says what it answers;
 * `[Name: words]` at the head of the text is a quotation. Inés and Iker are ours. An hour passes between lines, or as many
 * as `+n` before the id says; `#thread` after the id puts it into another conversation.
 */
export function talk(script: string): Post[] {
  let at = 0;
  return script
    .trim()
    .split('\n')
    .map((line) => {
      const parts = /^\s*(?:\+(\d+) )?(\w+)(?:#(\w+))?(?:>(\w+))? ([^*:]+)(\*?): ?(.*)$/.exec(line);
      if (!parts) throw new Error(`not a line of talk: ${line}`);
      const [, hours, id, thread, parent, name, mark, rest] = parts as unknown as [string, ...string[]];
      at += Number(hours ?? 1) * HOUR;
      const quote = /^\[(?:([^:\]]+): )?([^\]]+)\] ?/.exec(rest ?? '');
      const ours = OURS.has(name as string);
      return stored(id as string, {
        at,
        threadKey: `foro.example:${thread ?? 't1'}`,
        parentKey: parent ? `foro.example:${parent}` : null,
        author: { name: name as string, handle: (name as string).toLowerCase().replace(/\W/g, ''), url: null },
        text: (quote ? (rest as string).slice(quote[0].length) : (rest as string)).replaceAll('\\n', '\n'),
        ...(quote && { quotes: [{ ...(quote[1] && { author: quote[1] }), text: quote[2] as string }] }),
        mention: mark && !ours ? 1 : 0,
        ours: ours ? 1 : 0,
      });
    });
}
