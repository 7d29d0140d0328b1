// @vitest-environment node
/** An endpoint that misbehaves in every way it can: each ends in a kind of fault that has words, with one request. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { complete, faultOf, ModelFault } from '../../utils/replies/model/endpoint';
import { completionsUrl, readModelSettings } from '../../utils/replies/model/settings';

type Behave = (request: IncomingMessage & { body: string }, response: ServerResponse) => void;

let server: Server;
let behave: Behave;
let requests: { url: string; headers: IncomingMessage['headers']; body: string }[];
let url: string;

beforeEach(async () => {
  requests = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      requests.push({ url: request.url ?? '', headers: request.headers, body });
      behave(Object.assign(request, { body }), response);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/chat/completions`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const event = (content: string) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`;
const endpoint = (over = {}) => ({ url, model: 'small', key: 'sk-secret', maxTokens: 100, ...over });
const messages = [{ role: 'user' as const, content: 'Hola' }];

async function ask(
  over: { signal?: AbortSignal; limits?: object; key?: string; onText?: (text: string) => void } = {},
) {
  const signal = over.signal ?? new AbortController().signal;
  return complete(endpoint(over.key === undefined ? {} : { key: over.key }), messages, {
    signal,
    ...(over.onText && { onText: over.onText }),
    ...(over.limits && { limits: over.limits }),
  });
}
const faultFrom = (work: Promise<unknown>) =>
  work.then(
    () => 'no fault',
    (fault: unknown) => (fault instanceof ModelFault ? fault.kind : `not of ours: ${fault}`),
  );

describe('an endpoint that answers', () => {
  it('piece by piece', async () => {
    behave = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(': comment\n\n');
      response.write(event('Hola, '));
      // A piece may end anywhere, in the middle of a letter too.
      const rest = Buffer.from(event('qué tal, señora'));
      response.write(rest.subarray(0, 52));
      setTimeout(() => response.end(Buffer.concat([rest.subarray(52), Buffer.from('data: [DONE]\n\n')])), 20);
    };
    const seen: string[] = [];
    expect(await ask({ onText: (text) => seen.push(text) })).toBe('Hola, qué tal, señora');
    expect(seen[0]).toBe('Hola, ');
    expect(seen.at(-1)).toBe('Hola, qué tal, señora');
    expect(requests).toHaveLength(1);
    expect(requests[0]?.headers).toMatchObject({ authorization: 'Bearer sk-secret' });
    expect(requests[0]?.headers.cookie).toBeUndefined();
    expect(requests[0]?.headers.referer).toBeUndefined();
    expect(JSON.parse(requests[0]?.body ?? '')).toMatchObject({
      model: 'small',
      messages,
      max_tokens: 100,
      stream: true,
    });
    expect(requests[0]?.body).not.toContain('sk-secret');
  });

  it('all at once, though it was asked to stream', async () => {
    behave = (_, response) => response.end(JSON.stringify({ choices: [{ message: { content: 'Hola' } }] }, null, 2));
    expect(await ask()).toBe('Hola');
  });

  it('without a key sends none', async () => {
    behave = (_, response) => response.end(JSON.stringify({ choices: [{ message: { content: 'Hola' } }] }));
    await ask({ key: '' });
    expect(requests[0]?.headers.authorization).toBeUndefined();
  });

  it('after a long silence, as long as it comes in time', async () => {
    behave = (_, response) => void setTimeout(() => response.end(event('Hola')), 300);
    expect(await ask({ limits: { firstByteMs: 5_000 } })).toBe('Hola');
    const { LIMITS } = await import('../../utils/replies/model/endpoint');
    expect(LIMITS.firstByteMs).toBeGreaterThan(45_000);
  });

  it('slowly, for longer than any one wait', async () => {
    behave = (_, response) => {
      let n = 0;
      const id = setInterval(() => {
        response.write(event(`${n} `));
        if (++n === 6) {
          clearInterval(id);
          response.end('data: [DONE]\n\n');
        }
      }, 60);
    };
    expect(await ask({ limits: { firstByteMs: 250, stallMs: 250 } })).toBe('0 1 2 3 4 5 ');
  });
});

describe('an endpoint that misbehaves', () => {
  const status =
    (code: number, headers = {}): Behave =>
    (_, response) => {
      response.writeHead(code, headers);
      response.end('{"error":{"message":"<b>no</b>"}}');
    };
  const cases: [string, Behave, string, object?][] = [
    ['hangs', () => undefined, 'noAnswer', { firstByteMs: 150 }],
    ['stops halfway', (_, response) => void response.write(event('Ho')), 'stalled', { stallMs: 150 }],
    [
      'drips for ever',
      (_, response) => void setInterval(() => response.write(': \n\n'), 20).unref(),
      'stalled',
      { totalMs: 300 },
    ],
    ['401', status(401), 'key'],
    ['403', status(403), 'key'],
    ['404', status(404), 'notFound'],
    ['429', status(429, { 'retry-after': '30' }), 'tooMany'],
    ['500', status(500), 'server'],
    ['503', status(503), 'server'],
    ['400', status(400), 'notUnderstood'],
    ['invalid JSON', (_, response) => response.end('{"choices": [{'), 'notUnderstood'],
    ['invalid JSON in an event', (_, response) => response.end('data: {"choi\n\n'), 'notUnderstood'],
    ['a page of HTML', (_, response) => response.end('<html>Sign in</html>'), 'notUnderstood'],
    ['an object of another kind', (_, response) => response.end('{"hello":1}'), 'notUnderstood'],
    [
      'an error in the stream',
      (_, response) => response.end('data: {"error":{"message":"out of memory"}}\n\n'),
      'server',
    ],
    ['nothing at all', (_, response) => response.end(), 'notUnderstood'],
    ['a redirect elsewhere', status(302, { location: 'http://127.0.0.2:9/elsewhere' }), 'elsewhere'],
    ['a permanent redirect', status(308, { location: 'https://elsewhere.example/' }), 'elsewhere'],
    ['a connection cut', (request) => void request.socket.destroy(), 'refused'],
  ];
  it.each(cases)('%s', async (_, how, kind, limits) => {
    behave = how;
    expect(await faultFrom(ask(limits ? { limits } : {}))).toBe(kind);
    expect(requests).toHaveLength(1);
  });

  it('refused: nobody listens there', async () => {
    server.close();
    server.closeAllConnections();
    expect(await faultFrom(ask())).toBe('refused');
  });

  it('50 MB are not read to the end', async () => {
    let written = 0;
    behave = (_, response) => {
      const piece = event('x'.repeat(60_000));
      const pour = () => {
        while (written < 50_000_000 && !response.destroyed) {
          written += piece.length;
          if (!response.write(piece)) return void response.once('drain', pour);
        }
        response.end();
      };
      pour();
    };
    expect(await faultFrom(ask())).toBe('tooLong');
    expect(written).toBeLessThan(20_000_000);
  });

  it('50 MB in one object are not read to the end either', async () => {
    let written = 0;
    behave = (_, response) => {
      response.write('{"choices":[{"message":{"content":"');
      const pour = () => {
        while (written < 50_000_000 && !response.destroyed) {
          written += 65_536;
          if (!response.write('y'.repeat(65_536))) return void response.once('drain', pour);
        }
        response.end('"}}]}');
      };
      pour();
    };
    expect(await faultFrom(ask())).toBe('tooLong');
    expect(written).toBeLessThan(20_000_000);
  });

  it('says when it may be asked again, in seconds or as a date', async () => {
    behave = status(429, { 'retry-after': '30' });
    await expect(ask()).rejects.toMatchObject({ retryAfter: 30 });
    behave = status(429, { 'retry-after': new Date(Date.now() + 90_000).toUTCString() });
    const fault: ModelFault = await ask().then(() => new ModelFault('empty'), (reason) => reason); // biome-ignore format: short
    expect(fault.retryAfter).toBeGreaterThan(80);
    expect(faultOf(String(fault))).toMatchObject({ kind: 'tooMany', retryAfter: fault.retryAfter });
  });

  it('is left at once when the human stops, before and during the answer', async () => {
    const stop = new AbortController();
    behave = (_, response) => {
      response.write(event('Ho'));
      setTimeout(() => stop.abort(), 30);
    };
    expect(await faultFrom(ask({ signal: stop.signal }))).toBe('cancelled');
    expect(await faultFrom(ask({ signal: stop.signal }))).toBe('cancelled');
    expect(requests).toHaveLength(1);
  });
});

describe('an address', () => {
  it.each([
    ['http://localhost:11434', 'http://localhost:11434/v1/chat/completions'],
    ['localhost:11434/v1/', 'http://localhost:11434/v1/chat/completions'],
    ['https://models.example/api/v3', 'https://models.example/api/v3/chat/completions'],
    ['https://models.example/v1/chat/completions', 'https://models.example/v1/chat/completions'],
    ['models.example', 'https://models.example/v1/chat/completions'],
  ])('%s', (typed, wanted) => expect(completionsUrl(typed)).toMatchObject({ url: wanted }));

  it.each([
    ['', 'notAnAddress'],
    ['javascript:alert(1)', 'notAnAddress'],
    ['file:///etc/passwd', 'notAnAddress'],
    ['https://user:pass@models.example/', 'notAnAddress'],
    ['http://models.example/v1', 'notEncrypted'],
    ['http://192.168.1.5:11434', 'notEncrypted'],
    ['http://169.254.169.254/latest', 'notAllowed'],
    ['https://metadata.google.internal/', 'notAllowed'],
  ])('%s is refused: %s', (typed, problem) => expect(completionsUrl(typed)).toEqual({ problem }));

  it('is asked for by its host alone', () =>
    expect(completionsUrl('https://models.example:8443/v1')).toMatchObject({
      origin: 'https://models.example/*',
      host: 'models.example:8443',
    }));
});

it('whatever is stored, settings come out', () => {
  for (const stored of [undefined, null, 'x', 7, [], { use: 'root', url: 5, maxTokens: 1e9 }])
    expect(readModelSettings(stored)).toEqual({ use: 'off', url: '', model: '', key: '', maxTokens: 400 });
  expect(readModelSettings({ use: 'endpoint', url: 'localhost' })).toMatchObject({ use: 'endpoint', url: 'localhost' });
});
