/** Opens the model that ships in the package. The only file here that asks for anything by address, and it is our own. */
import { readModel } from '../model';
import { createReader, type Reader } from '../reader';

const PATH = '/models/reading.bin';

let opening: Promise<Reader> | undefined;

/** The reader of this worker, opened once. A failure is not remembered: the next call tries again. */
export function openReader(): Promise<Reader> {
  opening ??= load().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function load(): Promise<Reader> {
  const response = await fetch(new URL(PATH, self.location.origin));
  if (!response.ok) throw new Error(`the reading model is missing (${response.status})`);
  return createReader(readModel(await response.arrayBuffer()));
}
