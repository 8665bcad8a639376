import { mkdirSync, writeFileSync } from 'node:fs'
import { writeSection } from '../document.ts'
import { contestants } from './contestants.ts'
import { measureFrameCost } from './frame-cost.ts'
import { plot } from './plot.ts'
import { capacity, detailTable, limitText, summaryTable } from './table.ts'
import { sweep } from './sweep.ts'

/** `npm run bench`: Werkraum and its peers on one load in one run; table and plot go to `docs/performance.md`. */
const say = (text: string) => process.stdout.write(`${text}\n`)

async function main(): Promise<void> {
  const only = process.argv[2]
  const taking = contestants.filter(({ name }) => !only || name.toLowerCase().includes(only.toLowerCase()))
  const series = await sweep(taking, (name, m) =>
    say(
      `${name}, ${m.people} people: p95 ${m.editToPeer.p95.toFixed(0)} ms, ${m.cpuMsPerPersonSecond.toFixed(2)} ms CPU and ` +
        `${(m.bytesPerPersonSecond / 1000).toFixed(1)} kB per person-second, server ${m.serverCpuPercent.toFixed(0)} %, ` +
        `generator ${m.generatorCpuPercent.toFixed(0)} %`,
    ),
  )
  say(`\n${summaryTable(series)}\n`)
  const best = capacity(series.find(({ name }) => name === 'Werkraum')?.measurements ?? [])
  const limit = best ? limitText(await measureFrameCost(), best) : ''
  say(limit)
  if (only) return
  const pictures = new URL('../../../docs/pictures/', import.meta.url)
  mkdirSync(pictures, { recursive: true })
  writeFileSync(new URL('live.svg', pictures), plot(series))
  const picture = '![p95 of edit to peer over people on one core](pictures/live.svg)'
  writeSection(
    'live',
    [summaryTable(series), picture, limit, '### Every step of the sweep', detailTable(series)].join('\n\n'),
  )
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`)
    process.exit(1)
  },
)
