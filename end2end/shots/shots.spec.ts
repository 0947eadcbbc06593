import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { Language } from '../fixtures/labels';
import { test } from '../fixtures/test';
import { walk } from '../fixtures/walk';

const folder = process.env['SHOTS'] ?? 'shots-out';
const windows = [
  { width: 320, height: 568 },
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];
const languages: Language[] = ['nl', 'en', 'ar'];

for (const language of languages) {
  test(`pictures of every state, ${language}`, async ({ wire, newVisitor, newStranger }) => {
    await mkdir(folder, { recursive: true });
    let number = 0;
    await walk({
      language,
      wire,
      newVisitor,
      newStranger,
      look: async (page, state) => {
        number += 1;
        const before = page.viewportSize();
        for (const size of windows) {
          await page.setViewportSize(size);
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            const name = `${String(number).padStart(2, '0')}-${state}-${language}-${size.width}-${colorScheme}.png`;
            await page.screenshot({ path: join(folder, name), fullPage: true, animations: 'disabled' });
          }
        }
        await page.emulateMedia({ colorScheme: 'light' });
        if (before) await page.setViewportSize(before);
      },
    });
  });
}
