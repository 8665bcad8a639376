import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { Preparation } from '#tests/e2e/support/workshop.ts'
import { Room } from '#tests/e2e/support/room.ts'
import { chromiumFlags } from '#tests/support/browser.ts'
import { Installation } from '#tests/support/installation.ts'
import { writeSection } from '../document.ts'
import { table } from '../live/table.ts'

/** The line of a village without fibre: what people at the door and in front of a room wait for, with an empty cache. */
const line = {
  offline: false,
  latency: 300,
  downloadThroughput: (400 * 1000) / 8,
  uploadThroughput: (400 * 1000) / 8,
}
const runs = 3
const card = 'Der Stand fehlt'

async function main(): Promise<void> {
  const installation = await Installation.start()
  const executablePath = process.env.WERKRAUM_CHROMIUM
  const browser = await chromium.launch({ executablePath, args: chromiumFlags })
  try {
    const { invite, room, state } = await prepare(browser, installation)
    const rows = [
      await row('first words of the join page', () =>
        waited(browser, installation, invite, (page) => page.getByText('Werkraum').first()),
      ),
      await row('the form of the join page', () =>
        waited(browser, installation, invite, (page) => page.getByRole('textbox').first()),
      ),
      await row('the first card on a desktop (list)', () =>
        waited(browser, installation, room, (page) => page.getByText(card).first(), state),
      ),
      await row('the board on a desktop', () =>
        waited(browser, installation, room, (page) => page.locator('.tl-shape').first(), state),
      ),
    ]
    writeSection('slow-line', table(['until', 'median (s)', 'each run'], rows))
  } finally {
    await browser.close()
    await installation.dispose()
  }
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>

/** A workshop with one card, an invitation into it, and what a browser of a member holds. */
async function prepare(browser: Browser, installation: Installation) {
  const preparation = new Preparation(installation)
  const host = await open(browser, installation)
  await preparation.setUp(host.request, installation.setUpLink())
  const workshop = await preparation.workshop(host.request, { title: 'Messung', groupNames: ['Gruppe'] })
  const group = workshop.groups.find(({ kind }) => kind === 'project')!
  const { token } = await preparation.invite(host.request, workshop, 'participant', group.id)
  const room = `/werkstatt/${workshop.id}/gruppe/${group.id}`
  const page = await host.newPage()
  await page.goto(room)
  await new Room(page).saved()
  await new Room(page).writeNote(card)
  await new Room(page).saved()
  const state = await host.storageState()
  await host.close()
  return { invite: `/beitreten#${token}`, room, state }
}

/** Seconds from opening the address until something is to be seen. */
async function waited(
  browser: Browser,
  installation: Installation,
  address: string,
  what: (page: Page) => ReturnType<Page['locator']>,
  state?: State,
): Promise<number> {
  const context = await open(browser, installation, state)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', line)
  const begin = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await what(page).waitFor({ timeout: 90_000 })
  const seconds = (performance.now() - begin) / 1000
  await context.close()
  return seconds
}

function open(browser: Browser, { origin }: Installation, storageState?: State): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: origin,
    locale: 'de-DE',
    viewport: { width: 1440, height: 900 },
    ...(storageState ? { storageState } : {}),
  })
}

async function row(what: string, measure: () => Promise<number>): Promise<string[]> {
  const seconds: number[] = []
  for (let n = 0; n < runs; n++) seconds.push(await measure())
  const each = seconds.map((one) => one.toFixed(1)).join(', ')
  const median = seconds.sort((a, b) => a - b)[Math.floor(runs / 2)]!.toFixed(1)
  process.stdout.write(`${what}: ${median} s (${each})\n`)
  return [what, median, each]
}

await main()
