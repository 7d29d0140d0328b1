/** `npm run zip`: what is sent to the stores, for Chromium and for Firefox, under `.output/`. */
import { ensureDependencies, run } from './setup.mjs';

ensureDependencies();
for (const browser of [[], ['-b', 'firefox']]) {
  const { code } = await run('wxt', ['zip', ...browser], { env: { TERTULIA_STORE: '1' } });
  if (code !== 0) process.exit(code);
}
