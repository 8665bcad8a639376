import { expect } from '@playwright/test'
import { HttpProxy } from '#tests/support/http-proxy.ts'
import { test } from './support/fixtures.ts'
import { picture } from './support/pictures.ts'
import { text } from './support/texts.ts'

/** So soon people are told that the line is blocked. */
const SAID_WITHIN_MS = 20_000

test('where websockets are not let through, that is said in time, with what an administrator must allow', async ({
  installation,
  live,
}) => {
  test.setTimeout(180_000)
  const { hostname, port } = new URL(installation.origin)
  const proxy = await HttpProxy.before(Number(port))
  try {
    const anna = await live.guest({ name: 'Anna' })
    const { page } = anna
    const origin = `http://${hostname}:${proxy.port}`
    const blocked = page.getByText(text('room.notice.blocked'))

    proxy.websockets = 'swallow'
    await page.goto(`${origin}${live.path}`)
    await expect(page.getByText(text('room.loading'))).toBeVisible()
    await expect(blocked).toBeVisible({ timeout: SAID_WITHIN_MS })
    await expect(page.getByText(text('room.notice.blockedAdmin', { address: origin }))).toBeVisible()
    await picture(page, '62-websocket-swallowed')

    proxy.websockets = 'pass'
    await anna.saved()
    await expect(blocked).toHaveCount(0)

    proxy.websockets = 'refuse'
    proxy.cut()
    await expect(blocked).toBeVisible({ timeout: SAID_WITHIN_MS })
    await picture(page, '63-websocket-refused')
    proxy.websockets = 'pass'
    await expect(blocked).toHaveCount(0, { timeout: SAID_WITHIN_MS })
  } finally {
    await proxy.close()
  }
})
