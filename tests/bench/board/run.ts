import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'
import { build, preview } from 'vite'
import { chromiumFlags } from '#tests/support/browser.ts'
import type { Area } from '#client/board/board-commands.ts'
import type { Bench } from './page.tsx'
import { roomWithCards } from './room.ts'
import { mixes } from '../cards.ts'
import { writeSection } from '../document.ts'
import { percentile } from '../live/statistics.ts'
import { table } from '../live/table.ts'

/**
 * How fast the board is with many cards, in a production build: navigation → interactive, memory, frames per second
 * while panning, and how long one changed card takes. `npm run bench board [cards …]`.
 */
declare global {
  interface Window {
    bench: Bench
  }
}

const RUNS = Number(process.env.RUNS ?? 5)
const counts = process.argv.slice(2).map(Number)

interface Run {
  synced: number
  interactive: number
  heapMb: number
  fpsReading: number
  fpsWhole: number
  changeMs: number
}

const folder = await mkdtemp(path.join(tmpdir(), 'board-bench-'))
await build({
  root: import.meta.dirname,
  configFile: false,
  logLevel: 'error',
  plugins: [react()],
  build: { outDir: folder, target: 'es2023', emptyOutDir: true },
})
const server = await preview({
  configFile: false,
  build: { outDir: folder },
  preview: { port: Number(process.env.BENCH_PORT ?? 3142), host: '127.0.0.1' },
})
const browser = await chromium.launch({
  executablePath: process.env.WERKRAUM_CHROMIUM,
  args: chromiumFlags,
})
const rows: string[][] = []
try {
  for (const count of counts.length > 0 ? counts : [500, 2_000]) {
    for (const mix of mixes) {
      await writeFile(path.join(folder, 'room.bin'), roomWithCards(count, mix))
      const runs: Run[] = []
      for (let run = 0; run < RUNS; run++) runs.push(await measure(browser, server.resolvedUrls!.local[0]!))
      rows.push(rowOf(`${count} of ${mix}`, runs))
      process.stdout.write(`${rows.at(-1)!.join(' | ')}\n`)
    }
  }
  const head = [
    'cards',
    'navigation → interactive (ms)',
    'each run',
    'fps panning at 100 %',
    'fps panning the whole page',
    'one change, until painted (ms)',
    'heap (MB)',
  ]
  writeSection('board', table(head, rows))
} finally {
  await browser.close()
  await server.close()
  await rm(folder, { recursive: true })
}

async function measure(from: Browser, url: string): Promise<Run> {
  const context = await from.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await page.goto(url)
  await page.waitForFunction(() => performance.getEntriesByName('interactive').length > 0, null, {
    timeout: 60_000,
  })
  const marks = await page.evaluate(() => ({
    synced: performance.getEntriesByName('synced')[0]!.startTime,
    interactive: performance.getEntriesByName('interactive')[0]!.startTime,
  }))
  const result = {
    ...marks,
    heapMb: await heapMb(devtools),
    fpsWhole: await pan(page, null),
    fpsReading: await pan(page, { x: 0, y: 0, w: 1280, h: 800 }),
    changeMs: await page.evaluate(() => window.bench.changeOne()),
  }
  await context.close()
  return result
}

async function heapMb(devtools: CDPSession): Promise<number> {
  await devtools.send('Performance.enable')
  await devtools.send('HeapProfiler.enable')
  await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value / 1e6
}

/** Frames per second while the view moves for three seconds, over the whole page or at reading size. */
async function pan(page: Page, area: Area | null): Promise<number> {
  await page.evaluate((part) => window.bench.show(part), area)
  await page.waitForTimeout(800)
  const frames = page.evaluate(() => window.bench.framesPerSecond(3))
  const until = Date.now() + 3_000
  await page.mouse.move(600, 400)
  for (let k = 0; Date.now() < until; k++) {
    const way = Math.sign(Math.sin(k / 50))
    await page.mouse.wheel(14 * way, 8 * way)
  }
  return frames
}

function rowOf(cards: string, runs: Run[]): string[] {
  const median = (name: keyof Run) =>
    percentile(
      runs.map((run) => run[name]),
      50,
    )
  return [
    cards,
    median('interactive').toFixed(0),
    runs.map(({ interactive }) => interactive.toFixed(0)).join(', '),
    median('fpsReading').toFixed(0),
    median('fpsWhole').toFixed(0),
    median('changeMs').toFixed(0),
    median('heapMb').toFixed(0),
  ]
}
