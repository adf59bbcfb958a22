import { defineConfig } from 'vitest/config';
import { mistakesPlugin } from './libs/messaging/mistakes-plugin.js';

const conditions = { resolve: { conditions: ['@millrace/source'] }, ssr: { resolve: { conditions: ['@millrace/source'] } } };

export default defineConfig({
  test: {
    projects: [
      {
        ...conditions,
        plugins: [mistakesPlugin()],
        test: {
          name: 'unit',
          include: ['{libs,apps,tools}/**/*.spec.ts'],
          exclude: ['**/*.int.spec.ts', '**/*.e2e.spec.ts', '**/node_modules/**', '**/dist/**'],
        },
      },
      {
        ...conditions,
        test: {
          name: 'integration',
          include: ['{libs,apps,tools}/**/*.int.spec.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          globalSetup: ['./libs/testing/src/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...conditions,
        test: {
          name: 'e2e',
          include: ['apps/e2e/**/*.e2e.spec.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          globalSetup: ['./apps/e2e/src/global-setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
