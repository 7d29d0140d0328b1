import { defineConfig } from 'vitest/config';

/** The same source in a real Firefox. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.firefox.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
