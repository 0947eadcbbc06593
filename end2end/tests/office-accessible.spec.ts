import { findingsOn } from '../fixtures/accessible';
import { opensOffice } from '../fixtures/coordinator';
import { expect, test } from '../fixtures/test';

// Whatever is in the menu is looked at here, so that no screen is made without; what happens on each
// is looked at where that is tested.
for (const language of ['nl', 'en'] as const) {
  for (const name of ['karin', 'beheer', 'anna']) {
    test(`axe finds nothing on any page in the menu of ${name}, ${language}`, async ({ newStranger }) => {
      test.setTimeout(180_000);
      const person = await opensOffice(newStranger, '/beheer/account', { name, language });
      const menu = person.page.getByRole('navigation', { name: language === 'nl' ? 'Onderdelen van het beheer' : 'Parts of the office' });
      const links = menu.getByRole('link');
      const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      expect(paths.length).toBeGreaterThan(1);
      const findings: string[] = [];
      for (const [place, path] of paths.entries()) {
        await links.nth(place).click();
        await expect(links.nth(place)).toHaveAttribute('aria-current', 'page');
        const scheme = place % 2 === 0 ? 'light' : 'dark';
        findings.push(...(await findingsOn(person.page, path, [320, 768], [scheme])));
      }
      for (const path of ['/beheer/bestaat-niet', name === 'beheer' ? '/beheer/vragen' : '/beheer/installatie']) {
        await person.opens(path);
        findings.push(...(await findingsOn(person.page, path, [320], ['light', 'dark'])));
      }
      expect(findings).toEqual([]);
    });
  }
}
