import { defineProject } from 'vitest/config';
import { mistakesPlugin } from './mistakes-plugin.js';

export default defineProject({
  plugins: [mistakesPlugin()],
  resolve: { conditions: ['@millrace/source'] },
  ssr: { resolve: { conditions: ['@millrace/source'] } },
});
