import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { Preparation } from '#tests/e2e/support/workshop.ts'
import { Room } from '#tests/e2e/support/room.ts'
import { chromiumFlags } from '#tests/support/browser.ts'
import { Installation } from '#tests/support/installation.ts'
import { writeSection } from '../document.ts'
import { percentile } from '../live/statistics.ts'
import { table } from '../live/table.ts'

/**
 * From a key pressed in one browser to the letter painted in another: two people, one card, everything between them
 * real (coalescing in the client, checks, disk, network stack). Both browsers read the same clock of one machine.
 */
const LETTERS = 200
const LETTERS_PER_SECOND = 8
const START = 'Messung'

declare global {
  interface Window {
    moments: Map<number, number>
  }
}

async function main(): Promise<void> {
  const installation = await Installation.start()
  const executablePath = process.env.WERKRAUM_CHROMIUM
  const browser = await chromium.launch({ executablePath, args: chromiumFlags })
  try {
    const latencies = await measure(browser, installation)
    const row = [50, 95, 99].map((rank) => percentile(latencies, rank).toFixed(0))
    process.stdout.write(`p50 / p95 / p99: ${row.join(' / ')} ms over ${latencies.length} letters\n`)
    const head = ['letters', 'p50 (ms)', 'p95 (ms)', 'p99 (ms)']
    writeSection('keystroke', table(head, [[String(latencies.length), ...row]]))
  } finally {
    await browser.close()
    await installation.dispose()
  }
}

async function measure(browser: Browser, installation: Installation): Promise<number[]> {
  const [writer, reader] = await seatTwo(browser, installation)
  await new Room(writer).writeNote(START)
  await new Room(writer).show('list')
  await new Room(writer).line(START).click()
  await new Room(reader).show('list')
  await new Room(reader).line(START).waitFor()
  const field = new Room(writer).field('note', 'text')
  await field.press('End')
  await writer.evaluate(noteInputs, START.length)
  await reader.evaluate(notePaint, START)
  for (let n = 0; n < LETTERS; n++) {
    await field.press('a')
    await writer.waitForTimeout(1000 / LETTERS_PER_SECOND)
  }
  await reader.waitForFunction((count) => window.moments.has(count), LETTERS)
  const sent = new Map(await writer.evaluate(() => [...window.moments]))
  const seen = await reader.evaluate(() => [...window.moments])
  return seen.flatMap(([count, at]) => (sent.has(count) ? [at - sent.get(count)!] : []))
}

async function seatTwo(browser: Browser, installation: Installation): Promise<[Page, Page]> {
  const prepare = new Preparation(installation)
  const host = await open(browser, installation)
  await prepare.setUp(host.request, installation.setUpLink())
  const workshop = await prepare.workshop(host.request, { title: 'Messung', groupNames: ['Gruppe'] })
  const group = workshop.groups.find(({ kind }) => kind === 'project')!
  const { token } = await prepare.invite(host.request, workshop, 'participant', group.id)
  const guest = await open(browser, installation)
  await prepare.join(guest.request, token, 'Leserin')
  const pages = [await host.newPage(), await guest.newPage()] as [Page, Page]
  for (const page of pages) {
    await page.goto(`/werkstatt/${workshop.id}/gruppe/${group.id}`)
    await new Room(page).saved()
  }
  return pages
}

async function open(browser: Browser, { origin }: Installation): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'de-DE',
    viewport: { width: 1366, height: 768 },
  })
  // The loader wraps functions in a call of this name; functions that are sent into a page need it there
  await context.addInitScript('globalThis.__name = (named) => named')
  return context
}

/** In the writer's page: when the text reached each length. */
function noteInputs(before: number): void {
  window.moments = new Map()
  const onInput = ({ target }: Event) => {
    const { length } = (target as HTMLTextAreaElement).value
    window.moments.set(length - before, performance.timeOrigin + performance.now())
  }
  document.addEventListener('input', onInput, true)
}

/** In the reader's page: when each length was first painted. */
function notePaint(start: string): void {
  window.moments = new Map()
  const pattern = new RegExp(`${start}(a+)`)
  const look = () => {
    const count = pattern.exec(document.querySelector('[role=treegrid]')?.textContent ?? '')?.[1]?.length
    if (count === undefined || window.moments.has(count)) return
    requestAnimationFrame(() => window.moments.set(count, performance.timeOrigin + performance.now()))
  }
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
}

await main()
