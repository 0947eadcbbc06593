/** Every screen against its approved picture. What is kept of each is coarse (see `fixtures/screens`);
 * where one differs, the whole picture is attached. `make screens` approves what there is now. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { browser } from '../browser.config';
import type { Language } from '../fixtures/labels';
import { Approved } from '../fixtures/screens';
import { expect, test } from '../fixtures/test';
import { walk } from '../fixtures/walk';

/** Letters are the same everywhere: one family that every Debian with a browser has, and no other. */
const fonts = join(__dirname, 'fonts.conf');
test.use({ launchOptions: { ...browser.launchOptions, env: { ...process.env, FONTCONFIG_FILE: fonts } } });

const approving = process.env['APPROVE'] === 'yes';
const windows = [
  { width: 320, height: 568 },
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
];

/** The walk of each language shows the visitor's screens, the Dutch one those of the desk too, but for
 * the one that changes while it is looked at: a visitor who left makes room for what is to be done. */
const walks: { name: string; language: Language; shows: (state: string) => boolean }[] = [
  { name: 'nl', language: 'nl', shows: (state) => state !== 'desk-visitor-left' },
  { name: 'en', language: 'en', shows: (state) => !state.startsWith('desk') },
  { name: 'ar', language: 'ar', shows: (state) => !/^(desk|sign-in|refused)/.test(state) },
];

/** What is another one at another time of day, or with another pace. */
const passing = (page: Page) => [page.locator('.meta'), page.locator('time'), page.locator('.typing'), page.locator('.countdown')];

for (const { name, language, shows } of walks) {
  test(`every screen looks as it was approved, ${name}`, async ({ wire, newVisitor, newStranger }, testInfo) => {
    test.setTimeout(300_000);
    expect(existsSync('/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'), 'Debian’s fonts-dejavu-core').toBe(true);
    const approved = new Approved(name);
    const different: string[] = [];
    await walk({
      language,
      wire,
      newVisitor,
      newStranger,
      look: async (page, state) => {
        if (!shows(state)) return;
        const before = page.viewportSize();
        for (const size of windows) {
          await page.setViewportSize(size);
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
            const screen = `${state}-${size.width}-${colorScheme}`;
            const picture = await page.screenshot({
              fullPage: true,
              animations: 'disabled',
              mask: passing(page),
              maskColor: colorScheme === 'light' ? '#ffffff' : '#000000',
            });
            const difference = approved.compare(screen, picture);
            if (difference === undefined) continue;
            different.push(`${screen}: ${difference}`);
            if (!approving && different.length <= 12) {
              await testInfo.attach(screen, { body: picture, contentType: 'image/png' });
            }
          }
        }
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
        if (before) await page.setViewportSize(before);
      },
    });
    if (approving) {
      approved.keep();
      console.log(`approved anew, ${name}: ${different.length}`, different.slice(0, 40));
      return;
    }
    expect(different).toEqual([]);
    expect(approved.missing()).toEqual([]);
  });
}
