/** The translator some browsers bring along (`Translator`): on this machine, without an address. */

export type Translates = 'unavailable' | 'downloadable' | 'downloading' | 'available';

interface Session {
  translate(text: string, options: { signal: AbortSignal }): Promise<string>;
  destroy(): void;
}

interface Pair {
  sourceLanguage: string;
  targetLanguage: string;
}

interface TranslatorApi {
  availability(pair: Pair): Promise<Translates>;
  create(options: Pair & { signal: AbortSignal }): Promise<Session>;
}

function api(): TranslatorApi | undefined {
  return (globalThis as { Translator?: TranslatorApi }).Translator;
}

/** Whether the browser translates between two languages, or could if it may fetch them. */
export async function translates(from: string, to: string): Promise<Translates> {
  try {
    return (await api()?.availability({ sourceLanguage: from, targetLanguage: to })) ?? 'unavailable';
  } catch {
    return 'unavailable';
  }
}

/** Translates texts one after another. Called in a click: fetching a language needs one. */
export async function translateHere(
  texts: readonly string[],
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<string[]> {
  const translator = api();
  if (!translator) throw new Error('no translator in this browser');
  const session = await translator.create({ sourceLanguage: from, targetLanguage: to, signal });
  try {
    const translated: string[] = [];
    for (const text of texts) translated.push(await session.translate(text, { signal }));
    return translated;
  } finally {
    session.destroy();
  }
}
