import { defineConfig } from 'vitest/config';
import { mistakesPlugin } from './libs/messaging/mistakes-plugin.js';

/** What each package's tsconfig says of decorators; it leaves out specs, whose fixtures have controllers of their own. */
const oxc = { decorator: { legacy: true, emitDecoratorMetadata: true } };
const conditions = { oxc, resolve: { conditions: ['@millrace/source'] }, ssr: { resolve: { conditions: ['@millrace/source'] } } };

export default defineConfig({
  test: {
    projects: [
      {
        ...conditions,
        plugins: [mistakesPlugin()],
        test: {
          name: 'unit',
          include: ['{libs,apps,tools}/**/*.spec.ts'],
          exclude: ['**/*.{int,e2e,container,schemathesis}.spec.ts', '**/node_modules/**', '**/dist/**'],
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
      {
        // Needs schemathesis, which comes from PyPI.
        ...conditions,
        test: {
          name: 'schemathesis',
          include: ['apps/e2e/**/*.schemathesis.spec.ts'],
          globalSetup: ['./apps/e2e/src/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        // One integration suite on containers of its own, whatever servers the others have.
        ...conditions,
        test: {
          name: 'testcontainers',
          include: ['libs/messaging/src/messaging.int.spec.ts'],
          globalSetup: ['./libs/testing/src/container-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...conditions,
        test: {
          name: 'compose',
          include: ['apps/e2e/**/*.container.spec.ts'],
          testTimeout: 300_000,
          hookTimeout: 900_000,
        },
      },
    ],
  },
});
