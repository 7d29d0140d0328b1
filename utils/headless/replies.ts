/**
 * `npm run -s headless -- replies`: NDJSON in time order. `{type:'pair', id, at, person?, message, reply}` adds to the memory;
 * `{type:'query', id, at, message, person?, lang?}` asks, and is answered by a line
 * `{id, drafts: [{text, source, from: [pair ids]}], ms}` from the pairs given before it.
 */
import type { AnsweredPair } from '../core/draft';
import { adaptReply } from '../replies/adapt';
import { ReplyMemory } from '../replies/memory';

interface Line {
  type: 'pair' | 'query';
  id: string;
  at: number;
  person?: string;
  message: string;
  reply?: string;
  lang?: string;
}

const MOST = 3;

export default async function replies(input: AsyncIterable<string>, write: (line: string) => void): Promise<void> {
  const memory = new ReplyMemory();
  for await (const text of input) {
    if (!text.trim()) continue;
    const line = JSON.parse(text) as Line;
    if (line.type === 'pair') memory.add(pairOf(line));
    else write(JSON.stringify(answer(memory, line)));
  }
}

function pairOf(line: Line): AnsweredPair {
  const { id, at, person = '', message, reply = '', lang = null } = line;
  return { id, at, person, message, reply, lang, outcome: null };
}

function answer(memory: ReplyMemory, line: Line) {
  const started = performance.now();
  const query = { message: line.message, lang: line.lang ?? null, person: line.person ?? '', now: line.at };
  const drafts = memory.search(query, MOST).map(({ pair }) => ({
    text: adaptReply(pair, { name: line.person ?? '', message: line.message, now: line.at }).text,
    source: 'ownWords',
    from: [pair.id],
  }));
  return { id: line.id, drafts, ms: Math.round((performance.now() - started) * 100) / 100 };
}
