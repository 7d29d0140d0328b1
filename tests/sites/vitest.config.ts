import { defineConfig } from 'vitest/config';

/** Real engines from Debian and npm, in a real Chromium. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.site.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
