// Grants workspace trust by the clicks a person makes: there is no other way, and there must not be one.

/** @param {import("playwright-core").Page} page */
export async function grantTrust(page) {
  await page.locator('.part.banner a', { hasText: 'Manage' }).first().click();
  await page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click();
}
