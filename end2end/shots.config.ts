import { defineConfig } from '@playwright/test';

import { browser } from './browser.config';

/** Pictures of every screen, for people to look at: `SHOTS=folder npm run shots`. */
export default defineConfig({
  testDir: './shots',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 300_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: browser,
});
