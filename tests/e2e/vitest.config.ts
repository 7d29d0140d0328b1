import { defineConfig } from 'vitest/config';

/** End to end in a real Chromium. One browser at a time: two cores are enough for one, not for four. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.e2e.ts'],
    environment: 'node',
    fileParallelism: false,
    // A busy machine may lose a click in a real popup; a fault of ours fails twice.
    retry: 1,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
