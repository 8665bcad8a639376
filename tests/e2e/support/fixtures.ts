import { test as base, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { Installation } from '#tests/support/installation.ts'
import { House } from './house.ts'
import { LiveRoom } from './live-room.ts'
import { Preparation } from './workshop.ts'
import { Recording } from './recording.ts'

/** Somebody with a browser of their own. */
export interface Visitor {
  context: BrowserContext
  page: Page
}

export type Device = 'desktop' | 'laptop' | 'phone'

const devices = {
  desktop: { viewport: { width: 1440, height: 900 } },
  laptop: { viewport: { width: 1366, height: 768 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
} as const

interface Fixtures {
  /** A server that nobody has set up yet. */
  isNew: boolean
  /** A server with nothing in it but the account of whoever set it up. */
  installation: Installation
  prepare: Preparation
  /** What all visitors' browsers asked for. */
  recording: Recording
  /** Opens a browser for one more person. */
  visit: (device: Device) => Promise<Visitor>
  /** A room that is ready to be walked into. */
  live: LiveRoom
}

export const test = base.extend<Fixtures, { house: House }>({
  house: [
    async ({ browserName: _ }, use) => {
      const house = new House()
      await use(house)
      await house.dispose()
    },
    { scope: 'worker' },
  ],

  isNew: [false, { option: true }],

  installation: async ({ house, isNew }, use, testInfo) => {
    const installation = isNew ? await Installation.start() : await house.open()
    await use(installation)
    const isAsExpected = testInfo.status === testInfo.expectedStatus
    if (!isAsExpected) {
      await testInfo.attach('server', { body: installation.printed(), contentType: 'text/plain' })
    }
    if (isNew) await installation.dispose()
    else if (isAsExpected) await house.clear()
    else await house.dispose()
  },

  prepare: async ({ installation }, use) => use(new Preparation(installation)),

  recording: async ({ installation }, use) => use(new Recording(installation.origin)),

  visit: async ({ browser, installation, recording }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (device) => {
      const visitor = await open(browser, installation.origin, device, recording)
      contexts.push(visitor.context)
      return visitor
    })
    for (const context of contexts) await context.close()
  },

  live: async ({ installation, prepare, visit }, use) =>
    use(await LiveRoom.open({ installation, prepare, visit })),
})

async function open(
  browser: Browser,
  baseURL: string,
  device: Device,
  recording: Recording,
): Promise<Visitor> {
  const context = await browser.newContext({
    ...devices[device],
    baseURL,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    acceptDownloads: true,
    reducedMotion: 'reduce',
  })
  recording.watch(context)
  return { context, page: await context.newPage() }
}
