import { defineConfig } from 'vitest/config';

/** Faults put into a real Chromium: one browser at a time, since the faults are about what one machine does. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.fault.ts'],
    environment: 'node',
    fileParallelism: false,
    retry: 1,
    testTimeout: process.env.HEAVY ? 3_600_000 : 120_000,
    hookTimeout: 90_000,
  },
});
