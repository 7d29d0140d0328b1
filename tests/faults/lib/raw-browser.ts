/**
 * Chromium spoken to over a pipe, by hand. Test drivers attach to every service worker they see, and one that is attached to never
 * dies of idleness: here nothing is attached but what is asked for.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { findBrowser } from '../../run/browser.mjs';
import { killBrowser } from './processes';

type Params = Record<string, unknown>;
interface Message {
  id?: number;
  method?: string;
  params?: Params;
  result?: Params;
  error?: { message: string };
  sessionId?: string;
}

export interface RawBrowser {
  /** Sends a command, to the browser or to one of its pages. */
  send(method: string, params?: Params, sessionId?: string): Promise<Params>;
  /** Opens a page nobody is attached to. */
  open(url: string): Promise<string>;
  /** Opens a page and attaches to it; gives its session. */
  attach(url: string): Promise<string>;
  /** The value of an expression in a page that is attached to. */
  evaluate(sessionId: string, expression: string): Promise<unknown>;
  on(method: string, listener: (params: Params) => void): void;
  close(): Promise<void>;
}

/** Starts a browser with the extension in a profile of its own. */
export async function rawBrowser(extension: string): Promise<RawBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'tertulia-raw-'));
  const child = spawn(
    findBrowser() as string,
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const [, , , writer, reader] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, (message: Message) => void>();
  const listeners: [string, (params: Params) => void][] = [];
  let rest = '';
  let last = 0;
  reader.setEncoding('utf8');
  reader.on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const text of messages) {
      const message = JSON.parse(text) as Message;
      if (message.id !== undefined) waiting.get(message.id)?.(message);
      else for (const [method, listener] of listeners) if (method === message.method) listener(message.params ?? {});
    }
  });

  const send = (method: string, params: Params = {}, sessionId?: string): Promise<Params> =>
    new Promise((resolve, reject) => {
      last += 1;
      const id = last;
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result ?? {});
      });
      writer.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    });
  const open = async (url: string): Promise<string> => String((await send('Target.createTarget', { url })).targetId);
  return {
    send,
    open,
    attach: async (url) =>
      String((await send('Target.attachToTarget', { targetId: await open(url), flatten: true })).sessionId),
    evaluate: async (sessionId, expression) => {
      const { result } = await send(
        'Runtime.evaluate',
        { expression, awaitPromise: true, returnByValue: true },
        sessionId,
      );
      return (result as { value?: unknown }).value;
    },
    on: (method, listener) => void listeners.push([method, listener]),
    close: async () => {
      await killBrowser(profile);
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}
