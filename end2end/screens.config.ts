import { defineConfig } from '@playwright/test';

import { browser } from './browser.config';

/** Every screen against its approved picture, apart from the other tests: `make screens` renews what is
 * approved, after a change that was meant. */
export default defineConfig({
  testDir: './screens',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 300_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: browser,
});
