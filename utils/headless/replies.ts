/**
 * `npm run -s headless -- replies`: NDJSON in time order. `{type:'pair', id, at, person?, message, reply}` adds to the memory;
 * `{type:'query', id, at, message, person?, lang?}` asks, and is answered by a line
 * `{id, drafts: [{text, source, from: [pair ids]}], ms}` from the pairs given before it.
 */
import { type InferOutput, nullable, number, object, optional, picklist, safeParse, string } from 'valibot';
import type { AnsweredPair } from '../core/draft';
import { adaptReply } from '../replies/adapt';
import { ReplyMemory } from '../replies/memory';

const Line = object({
  type: picklist(['pair', 'query']),
  id: string(),
  at: number(),
  person: optional(string(), ''),
  message: string(),
  reply: optional(string(), ''),
  lang: optional(nullable(string()), null),
});
type Line = InferOutput<typeof Line>;

const MOST = 3;

export default async function replies(input: AsyncIterable<string>, write: (line: string) => void): Promise<void> {
  const memory = new ReplyMemory();
  for await (const text of input) {
    const line = parseLine(text);
    if (!line) continue;
    if (line.type === 'pair') memory.add(pairOf(line));
    else write(JSON.stringify(answer(memory, line)));
  }
}

/** Lines that are no such object are left out. */
function parseLine(text: string): Line | null {
  try {
    const line = safeParse(Line, JSON.parse(text));
    return line.success ? line.output : null;
  } catch {
    return null;
  }
}

function pairOf(line: Line): AnsweredPair {
  const { id, at, person, message, reply, lang } = line;
  return { id, at, person, message, reply, lang, outcome: null };
}

function answer(memory: ReplyMemory, line: Line) {
  const started = performance.now();
  const query = { message: line.message, lang: line.lang, person: line.person, now: line.at };
  const drafts = memory.search(query, MOST).map(({ pair }) => ({
    text: adaptReply(pair, { name: line.person, message: line.message, now: line.at }).text,
    source: 'ownWords',
    from: [pair.id],
  }));
  return { id: line.id, drafts, ms: Math.round((performance.now() - started) * 100) / 100 };
}
