import * as Y from 'yjs'
import { newId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { Author } from '#server/rooms/author.ts'
import { DocumentSync } from '#server/rooms/document-sync.ts'
import { writeSection } from '../document.ts'
import { bigDocument } from '../live/big-document.ts'
import { table } from '../live/table.ts'
import { percentile } from '../live/statistics.ts'

/**
 * What one moved card costs the thread of the rooms (admission, applying, corrections, encoding for log and peers) in
 * documents that are larger, older, or were visited by more people. It shall always cost the same.
 */
interface Past {
  cards: number
  /** Pages opened over the room's life; each has a Yjs client id of its own and placed a card. */
  visitors: number
  /** How often each of the forty present moved their card before. */
  movesBefore: number
}

const pasts: Past[] = [
  { cards: 10, visitors: 40, movesBefore: 0 },
  { cards: 2_000, visitors: 40, movesBefore: 0 },
  { cards: 10, visitors: 40, movesBefore: 2_500 },
  { cards: 10, visitors: 400, movesBefore: 0 },
  { cards: 10, visitors: 4_000, movesBefore: 0 },
]
const PRESENT = 40
const LAPS = 30
const MOVES_A_LAP = 20
/** A room of forty at one edit a second brings about two changes a tick. */
const CHANGES_A_BATCH = 2

class Visitor {
  readonly author: Author = {
    id: newId<MemberId>(),
    name: 'Person',
    organisation: 'Landkreis',
    rights: { arrangePages: false, writeForOthers: false, removeComments: false, release: false },
  }
  readonly #doc = new Y.Doc()
  readonly #shapeId: string
  #moves = 0
  #update: Uint8Array = new Uint8Array()

  constructor() {
    const place = { artefactId: newId<GroupId>(), parentId: 'page:preparation', x: 0, y: 0, w: 200, h: 160 }
    this.#doc.on('update', (update: Uint8Array) => (this.#update = update))
    this.#shapeId = this.#doc.transact(() => placeArtefact(rootsOf(this.#doc).board, place))
  }

  /** The update that brought their card. */
  get arrival(): Uint8Array {
    return this.#update
  }

  move(): Uint8Array {
    rootsOf(this.#doc).board.get(this.#shapeId)!.set('xy', [++this.#moves, 0])
    return this.#update
  }
}

function submit(sync: DocumentSync, { author }: Visitor, update: Uint8Array): void {
  const answer = sync.submit(update, author, null)
  if (!answer.ok) throw new Error(answer.refusal)
}

/** Microseconds a change, the median of many laps. */
async function costAfter({ cards, visitors, movesBefore }: Past): Promise<number> {
  const updates = [bigDocument(cards)]
  const sync = await DocumentSync.open({ updates, bytesSinceSnapshot: 0, clients: new Map() })
  const people = Array.from({ length: visitors }, () => new Visitor())
  for (const visitor of people) submit(sync, visitor, visitor.arrival)
  const present = people.slice(0, PRESENT)
  for (let n = 0; n < movesBefore; n++) {
    for (const one of present) submit(sync, one, one.move())
    sync.takeBatch()
  }
  const laps = Array.from({ length: LAPS }, () => lap(sync, present))
  sync.destroy()
  return percentile(laps, 50)
}

function lap(sync: DocumentSync, present: Visitor[]): number {
  const moves = Array.from({ length: MOVES_A_LAP }, () =>
    present.map((one): [Visitor, Uint8Array] => [one, one.move()]),
  ).flat()
  const startedAt = performance.now()
  moves.forEach(([one, update], n) => {
    submit(sync, one, update)
    if (n % CHANGES_A_BATCH === 0) sync.takeBatch()
  })
  return ((performance.now() - startedAt) * 1000) / moves.length
}

await costAfter(pasts[0]!) // for the compiler
const rows: string[][] = []
for (const past of pasts) {
  const counts = [past.cards, past.visitors, past.movesBefore * PRESENT]
  const micros = await costAfter(past)
  rows.push([...counts.map((count) => count.toLocaleString('en')), micros.toFixed(0)])
  process.stdout.write(`${rows.at(-1)!.join(' | ')}\n`)
}
writeSection('ageing', table(['cards', 'pages ever opened', 'changes before', 'µs a change'], rows))
