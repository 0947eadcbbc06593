import { defineConfig } from '@playwright/test';

import { browser } from './browser.config';

/** Every test starts a server of its own, so any two may run side by side. */
export default defineConfig({
  testDir: './tests',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: browser,
});
