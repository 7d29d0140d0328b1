/** The model some browsers bring along (`LanguageModel`, the Prompt API): on this machine, without an address. */

export type BuiltIn = 'unavailable' | 'downloadable' | 'downloading' | 'available';

interface Session {
  promptStreaming(input: string, options: { signal: AbortSignal }): ReadableStream<string>;
  destroy(): void;
}

interface Monitor {
  addEventListener(type: 'downloadprogress', listener: (event: { loaded: number }) => void): void;
}

interface LanguageModelApi {
  availability(options: object): Promise<BuiltIn>;
  create(options: object): Promise<Session>;
}

/** Languages the present versions speak; others are refused by the browser. */
const SPOKEN = ['en', 'es', 'ja'];

function api(): LanguageModelApi | undefined {
  return (globalThis as { LanguageModel?: LanguageModelApi }).LanguageModel;
}

function spoken(lang: string) {
  const languages = [...new Set(['en', ...(SPOKEN.includes(lang) ? [lang] : [])])];
  return {
    expectedInputs: [{ type: 'text', languages }],
    expectedOutputs: [{ type: 'text', languages: SPOKEN.includes(lang) ? [lang] : ['en'] }],
  };
}

/** Whether the browser has a model, or could fetch one if asked. */
export async function builtInModel(lang = 'en'): Promise<BuiltIn> {
  try {
    return (await api()?.availability(spoken(lang))) ?? 'unavailable';
  } catch {
    return 'unavailable';
  }
}

export interface BuiltInAsking {
  system: string;
  user: string;
  lang: string;
  signal: AbortSignal;
  onText(text: string): void;
  /** Share of the model fetched, 0 to 1, where it must be fetched first. */
  onDownload?(share: number): void;
}

/** Asks it once. Called in a click: fetching the model needs one. */
export async function askBuiltIn({ system, user, lang, signal, onText, onDownload }: BuiltInAsking): Promise<string> {
  const model = api();
  if (!model) throw new Error('no model in this browser');
  const session = await model.create({
    ...spoken(lang),
    initialPrompts: [{ role: 'system', content: system }],
    monitor: (monitor: Monitor) => monitor.addEventListener('downloadprogress', ({ loaded }) => onDownload?.(loaded)),
    signal,
  });
  try {
    let text = '';
    const reader = session.promptStreaming(user, { signal }).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text;
      text += value;
      onText(text);
    }
  } finally {
    session.destroy();
  }
}
