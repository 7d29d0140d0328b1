/** A local endpoint that speaks chat completions, and does whatever a test tells it to. Remembers what it was sent. */
import { createServer } from 'node:http';

/** @typedef {(response: import('node:http').ServerResponse, body: any) => void} Behave */

/** @returns {Promise<{ url: string, host: string, asked: { path: string, body: any, headers: any }[], behave: (how: Behave) => void, close(): void }>} */
export async function serveModel() {
  /** @type {Behave} */
  let how = answers('Hola.');
  const asked = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (piece) => {
      text += piece;
    });
    request.on('end', () => {
      if (request.method !== 'POST') {
        asked.push({ path: `${request.method} ${request.url}`, body: null, headers: request.headers });
        response.writeHead(204);
        response.end();
        return;
      }
      const body = JSON.parse(text);
      asked.push({ path: request.url, body, headers: request.headers });
      how(response, body);
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${server.address().port}`;
  return {
    url: `http://${host}/v1`,
    host,
    asked,
    behave: (next) => {
      how = next;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @param {string} text @param {number} [every] milliseconds between two words */
export function answers(text, every = 5) {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const words = text.match(/\S+\s*/g) ?? [];
    const next = () => {
      const word = words.shift();
      if (word === undefined) return response.end('data: [DONE]\n\n');
      response.write(`data: ${JSON.stringify({ choices: [{ delta: { content: word } }] })}\n\n`);
      setTimeout(next, every);
    };
    next();
  };
}

/** @param {number} status @param {Record<string, string>} [headers] */
export function fails(status, headers = {}) {
  return (response) => {
    response.writeHead(status, headers);
    response.end('{"error":{"message":"no"}}');
  };
}

/** Takes the question and says nothing. */
export const hangs = () => undefined;
