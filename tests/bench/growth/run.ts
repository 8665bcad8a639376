import * as Y from 'yjs'
import { pack, packingQuality, unpack } from '#server/adapters/sqlite/packing.ts'
import { writeSection } from '../document.ts'
import { table } from '../live/table.ts'
import { keyValue, werkraum, wholeRecords, type Binding } from './bindings.ts'
import { CARDS, CHANGES, changes, PEOPLE } from './workshop.ts'

/**
 * What a two-hour workshop leaves behind. Every change is an update of its own, as it would be live; `log` is what a
 * server that never compacts would keep, `snapshot` what a newcomer is sent, and `stored` what remains on the disk:
 * the snapshot packed as our storage packs it, for every binding alike.
 */
const TIME_LIMIT_MS = 60_000

interface Outcome {
  name: string
  applied: number
  seconds: number
  logBytes: number
  snapshotBytes: number
  storedBytes: number
  compactMs: number
  loadMs: number
}

function live(binding: Binding): Outcome {
  const doc = new Y.Doc()
  const log: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void log.push(update))
  const startedAt = performance.now()
  doc.clientID = 1
  const cards = binding.open(doc)
  for (let card = 0; card < CARDS; card++) cards.createCard(card)
  let applied = 0
  for (const change of changes()) {
    // One document stands in for all people: Yjs writes each change under the client id it finds.
    doc.clientID = 1000 + change.person
    cards.apply(change)
    applied++
    if (applied % 1000 === 0 && performance.now() - startedAt > TIME_LIMIT_MS) break
  }
  return { name: binding.name, applied, seconds: (performance.now() - startedAt) / 1000, ...aftermath(log) }
}

function aftermath(log: Uint8Array[]): Omit<Outcome, 'name' | 'applied' | 'seconds'> {
  const compactFrom = performance.now()
  const compacting = new Y.Doc()
  compacting.transact(() => log.forEach((update) => Y.applyUpdate(compacting, update)))
  const snapshot = Y.encodeStateAsUpdate(compacting)
  const stored = pack(snapshot, packingQuality.small)
  const compactMs = performance.now() - compactFrom
  const loadFrom = performance.now()
  Y.applyUpdate(new Y.Doc(), unpack(stored))
  const loadMs = performance.now() - loadFrom
  const logBytes = log.reduce((sum, update) => sum + update.length, 0)
  const sizes = { logBytes, snapshotBytes: snapshot.length, storedBytes: stored.data.length }
  return { ...sizes, compactMs, loadMs }
}

const MB = (bytes: number) => (bytes / 1e6).toFixed(2)

function row(outcome: Outcome): string[] {
  return [
    outcome.name,
    outcome.applied === CHANGES
      ? CHANGES.toLocaleString('en')
      : `${outcome.applied.toLocaleString('en')} (stopped after ${TIME_LIMIT_MS / 1000} s)`,
    ((outcome.seconds * 1e6) / outcome.applied).toFixed(0),
    MB(outcome.logBytes),
    MB(outcome.storedBytes),
    MB(outcome.snapshotBytes),
    outcome.loadMs.toFixed(0),
    (outcome.compactMs / 1000).toFixed(1),
  ]
}

async function main(): Promise<void> {
  const head = [
    'binding',
    'changes',
    'µs a change',
    'log without compaction (MB)',
    'stored once compacted (MB)',
    'bytes to a newcomer (MB)',
    'cold load (ms)',
    'compaction (s)',
  ]
  const rows: string[][] = []
  for (const binding of [werkraum, wholeRecords, await keyValue()]) {
    const outcome = live(binding)
    rows.push(row(outcome))
    process.stdout.write(`${rows.at(-1)!.join(' | ')}\n`)
  }
  const intro = `${PEOPLE} people, ${CARDS} cards, ${CHANGES.toLocaleString('en')} changes:`
  writeSection('growth', `${intro}\n\n${table(head, rows)}`)
}

await main()
