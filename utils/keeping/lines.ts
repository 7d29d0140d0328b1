/** JSON lines packed and unpacked as streams, within limits that no copy of ours reaches. */
import { type Bytes, piecesOf, streamOf } from './bytes';
import { FileFault } from './faults';

const encoder = new TextEncoder();

/** Lines gathered into pieces worth compressing. */
const PIECE = 128 * 1024;
/** A line of ours holds one row; the largest is the memory of the themes. */
const LONGEST_LINE = 32 * 1024 * 1024;
/** JSON of ours unfolds 5 to 30 times; a bomb more than 500. Measured from here on: the first bytes prove nothing. */
const MOST_UNFOLDING = 120;
const UNFOLDING_FROM = 4 * 1024 * 1024;
/** So little at a time that a bomb cannot go off in one piece. */
const SIP = 8 * 1024;

/** Lines (each with its line break) as compressed pieces. */
export function compressed(lines: AsyncIterable<string>): AsyncGenerator<Bytes> {
  return piecesOf(streamOf(pieces(lines)).pipeThrough(new CompressionStream('gzip')));
}

async function* pieces(lines: AsyncIterable<string>): AsyncGenerator<Bytes> {
  let waiting = '';
  for await (const line of lines) {
    waiting += line;
    if (waiting.length < PIECE) continue;
    yield encoder.encode(waiting);
    waiting = '';
  }
  if (waiting !== '') yield encoder.encode(waiting);
}

/** Compressed pieces as lines without their breaks. Throws `FileFault` for what is no gzip, no UTF-8, or too much. */
export async function* uncompressedLines(content: AsyncGenerator<Bytes>): AsyncGenerator<string[]> {
  let taken = 0;
  let given = 0;
  // A fault of the file itself says more than the decompressor's about it.
  let fault: unknown = null;
  async function* sips(): AsyncGenerator<Bytes> {
    try {
      for await (const piece of content) {
        for (let at = 0; at < piece.length; at += SIP) {
          const sip = piece.subarray(at, at + SIP);
          taken += sip.length;
          yield sip;
        }
      }
    } catch (reason) {
      fault = reason;
      throw reason;
    }
  }
  const guard = (bytes: Bytes): Bytes => {
    given += bytes.length;
    if (given > UNFOLDING_FROM && given > taken * MOST_UNFOLDING) throw new FileFault('tooLarge', 'unfolding');
    return bytes;
  };
  async function* guarded(): AsyncGenerator<Bytes> {
    try {
      for await (const piece of piecesOf(streamOf(sips()).pipeThrough(new DecompressionStream('gzip'))))
        yield guard(piece);
    } catch (reason) {
      if (fault instanceof FileFault) throw fault;
      if (reason instanceof FileFault) throw reason;
      throw new FileFault('damaged', 'compression', reason);
    }
  }
  yield* linesOf(guarded());
}

/** UTF-8 pieces as lines, a list for each piece: a promise a line would cost more than the line. */
export async function* linesOf(content: AsyncIterable<Uint8Array>, longest = LONGEST_LINE): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch (cause) {
      throw new FileFault('damaged', 'not UTF-8', cause);
    }
  };
  for await (const piece of content) {
    const text = decode(piece);
    if (!text.includes('\n')) rest += text;
    else {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      if (lines.some((line) => line.length > longest)) throw new FileFault('tooLarge', 'line');
      yield lines;
    }
    if (rest.length > longest) throw new FileFault('tooLarge', 'line');
  }
  rest += decode();
  if (rest !== '') yield [rest];
}
