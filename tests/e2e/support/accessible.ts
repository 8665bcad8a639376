import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * No finding of axe on this view, at WCAG 2.2 AA and with the best practices. tldraw's own mark may not be altered, so
 * it is left out. A view that still loads is waited for.
 */
export async function expectAccessible(page: Page, view: string): Promise<void> {
  await expect(page.locator('#loading')).toHaveCount(0)
  await expect(page.locator('h1').first()).toBeAttached()
  const { violations } = await new AxeBuilder({ page })
    // Off by default, and the only one that compares what is seen with what is said (2.5.3)
    .options({ rules: { 'label-content-name-mismatch': { enabled: true } } })
    .exclude('.tl-watermark_SEE-LICENSE')
    .analyze()
  const findings = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
  )
  expect(findings, `axe on “${view}”`).toEqual([])
}
