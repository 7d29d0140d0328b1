/** Runs in two tabs at once, with the store's own code: each changes the same settings and the same conversation's notes. */
import { TertuliaDatabase } from '../../../utils/store/schema';
import { changeSettings, readSettings } from '../../../utils/store/settings';

const db = new TertuliaDatabase();

export async function edit(who: string, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    await changeSettings(db, (settings) => ({ ...settings, brands: [...settings.brands, `${who} ${i}`] }));
  }
}

export async function brands(): Promise<string[]> {
  return (await readSettings(db)).brands;
}

Object.assign(window, { twoWindows: { edit, brands } });
