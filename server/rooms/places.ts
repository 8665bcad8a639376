import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { HAS_ORIGIN, HAS_PARENT_SUB, HAS_RIGHT_ORIGIN, type StructRun } from './update-scan.ts'

/**
 * - sound: every struct can stand where it says.
 * - contradictory: one says that it stands before something that is not behind what it follows on. Replicas that hold
 *   other changes meanwhile would put it into different places, for good.
 * - tooFar: Yjs would have to walk too far to find the places.
 */
type Placed = 'sound' | 'contradictory' | 'tooFar'

/**
 * Steps that Yjs may take in search of places, for one update. Each takes about 3 µs. Who writes finds neighbours beside
 * each other, but for what others have written in the same gap meanwhile.
 */
const MOST_STEPS = 100_000

interface Id {
  client: number
  clock: number
}

/** Where a new struct says it stands. */
interface Stand {
  origin: Id | null
  right: Id | null
  /** The root, or the struct it stands in, where neighbours do not tell. */
  root: string | null
  parent: Id | null
  key: string | null
}

/** What is already there where a new struct goes: the list begins here, or goes on behind this; or the name of a new list. */
type Anchor = Y.Item | Y.AbstractType<unknown> | string

/**
 * Follows where new structs go, one after the other as each finds what it needs, without touching the document. What was
 * written there where it is read costs nothing: neighbours are neighbours. Else Yjs walks from the one to the other, and
 * so does this, within bounds: 900 letters with a place at either end of a long text stopped the server for a minute.
 */
export class Places {
  readonly #doc: Y.Doc
  readonly #update: Uint8Array
  /** Neighbours that new structs have by now; of others the document knows. */
  readonly #next = new ById<Id | null>()
  readonly #before = new ById<Id | null>()
  /** Per client, what each of its new structs came after. */
  readonly #anchors = new Map<number, { run: StructRun; of: Anchor[] }>()
  /** Lists that new structs have begun: letters of a text, or values of a key. */
  readonly #begun = new Set<string>()
  /** New structs by what they came after. */
  readonly #crowds = new Map<Anchor, number>()
  readonly #walked = new Map<Y.Item, Map<Y.Item | null, number>>()
  /** One that nothing follows, as most strokes are: where it went is of no interest to anybody. */
  readonly #isAlone: boolean
  #steps = 0

  /** @param structs how many of the update are new */
  constructor(doc: Y.Doc, update: Uint8Array, structs: number) {
    this.#doc = doc
    this.#update = update
    this.#isAlone = structs === 1
  }

  /** The next struct of a run. Whatever it needs is in the document or has been taken. */
  take(run: StructRun, at: number): Placed {
    const stand = readStand(this.#update, run.bytesAt[at]!)
    if (this.#isAlone) return stand ? this.#takeAlone(stand) : 'sound'
    const anchor = (stand && this.#anchorOf(stand)) ?? 'nowhere'
    this.#remember(run, at, anchor)
    if (!stand) return 'sound'
    const crowd = stand.origin || stand.right ? anchor : listOf(stand)
    const there = this.#crowds.get(crowd) ?? 0
    if (!this.#isBetweenNeighbours(stand)) {
      const distance = this.#distance(anchor, stand)
      if (distance === null) return 'contradictory'
      this.#steps += distance + there
    }
    this.#put(run, at, stand)
    this.#crowds.set(crowd, there + 1)
    return this.#steps > MOST_STEPS ? 'tooFar' : 'sound'
  }

  #takeAlone(stand: Stand): Placed {
    if (this.#isBetweenNeighbours(stand)) return 'sound'
    const distance = this.#distance(this.#anchorOf(stand) ?? 'nowhere', stand)
    if (distance === null) return 'contradictory'
    return distance > MOST_STEPS ? 'tooFar' : 'sound'
  }

  #remember(run: StructRun, at: number, anchor: Anchor): void {
    const known = this.#anchors.get(run.client) ?? { run, of: [] }
    known.of[at] = anchor
    this.#anchors.set(run.client, known)
  }

  #isBetweenNeighbours(stand: Stand): boolean {
    const { origin, right, root, parent, key } = stand
    if (origin) return isSame(this.#nextOf(origin), right)
    if (right) return this.#beforeOf(right) === null
    if (this.#begun.has(listOf(stand))) return false
    const type = this.#typeOf(root, parent)
    return type === null || (key === null ? type._start === null : !type._map.has(key))
  }

  #put(run: StructRun, at: number, stand: Stand): void {
    const { origin, right } = stand
    if (!origin && !right) this.#begun.add(listOf(stand))
    const end = run.clocks[at + 1] ?? run.end
    const first = { client: run.client, clock: run.clocks[at]! }
    const last = { client: run.client, clock: end - 1 }
    this.#next.set(last, right)
    this.#before.set(first, origin)
    if (origin) this.#next.set(origin, first)
    if (right) this.#before.set(right, last)
  }

  #nextOf(id: Id): Id | null {
    const known = this.#next.get(id)
    if (known !== undefined) return known
    const item = this.#itemAt(id)
    const isWithin = !item || id.clock < item.id.clock + item.length - 1
    return isWithin ? { client: id.client, clock: id.clock + 1 } : (item.right?.id ?? null)
  }

  #beforeOf(id: Id): Id | null {
    const known = this.#before.get(id)
    if (known !== undefined) return known
    const item = this.#itemAt(id)
    const isWithin = !item || id.clock > item.id.clock
    return isWithin ? { client: id.client, clock: id.clock - 1 } : (item.left?.lastId ?? null)
  }

  /** Null for what is new or no longer there. */
  #itemAt({ client, clock }: Id): Y.Item | null {
    if (clock >= Y.getState(this.#doc.store, client)) return null
    const struct: Y.Item | Y.GC = Y.getItem(this.#doc.store, Y.createID(client, clock))
    return struct instanceof Y.Item ? struct : null
  }

  #anchorOf(stand: Stand): Anchor | null {
    const { origin, right, root, parent } = stand
    if (origin) return this.#itemAt(origin) ?? this.#anchorOfNew(origin)
    if (!right) return this.#typeOf(root, parent) ?? listOf(stand)
    const type = this.#itemAt(right)?.parent
    if (type instanceof Y.AbstractType) return type
    const beside = this.#anchorOfNew(right)
    return beside instanceof Y.Item && beside.parent instanceof Y.AbstractType ? beside.parent : beside
  }

  #anchorOfNew({ client, clock }: Id): Anchor | null {
    const anchors = this.#anchors.get(client)
    return anchors?.of[indexAt(anchors.run.clocks, clock)] ?? null
  }

  #typeOf(root: string | null, parent: Id | null): Y.AbstractType<unknown> | null {
    if (root !== null) return (this.#doc.share.get(root) as Y.AbstractType<unknown> | undefined) ?? null
    const item = parent && this.#itemAt(parent)
    return item?.content instanceof Y.ContentType ? (item.content.type as Y.AbstractType<unknown>) : null
  }

  /** How far Yjs has to walk; null where it would never arrive. */
  #distance(anchor: Anchor, { origin, right, key }: Stand): number | null {
    if (typeof anchor === 'string') return 0
    const until = right && this.#itemAt(right)
    if (origin && origin.client === right?.client && right.clock <= origin.clock && until === anchor)
      return null
    // Among the values of a key only the last one counts, and is looked for from the first
    const from = anchor instanceof Y.Item ? anchor : firstOf(anchor, until?.parentSub ?? key)
    if (!from || from === until) return 0
    return this.#walk(from, until)
  }

  #walk(from: Y.Item, until: Y.Item | null): number | null {
    const known = this.#walked.get(from)?.get(until)
    if (known !== undefined) return known
    let steps = 0
    let at: Y.Item | null = from
    for (; at && at !== until && this.#steps + steps <= MOST_STEPS; at = at.right) steps++
    if (at === null && until !== null) return null
    if (!this.#walked.has(from)) this.#walked.set(from, new Map())
    this.#walked.get(from)!.set(until, steps)
    return steps
  }
}

function firstOf(type: Y.AbstractType<unknown>, key: string | null): Y.Item | null {
  if (key === null) return type._start
  let item = type._map.get(key) ?? null
  while (item?.left) item = item.left
  return item
}

/** Null for what stands nowhere any more. */
function readStand(update: Uint8Array, at: number): Stand | null {
  const decoder = decoding.createDecoder(update)
  decoder.pos = at
  const info = decoding.readUint8(decoder)
  if (info === 0) return null
  const origin = info & HAS_ORIGIN ? readId(decoder) : null
  const right = info & HAS_RIGHT_ORIGIN ? readId(decoder) : null
  if (origin || right) return { origin, right, root: null, parent: null, key: null }
  const isInRoot = decoding.readVarUint(decoder) === 1
  const root = isInRoot ? decoding.readVarString(decoder) : null
  const parent = isInRoot ? null : readId(decoder)
  const key = info & HAS_PARENT_SUB ? decoding.readVarString(decoder) : null
  return { origin, right, root, parent, key }
}

const readId = (decoder: decoding.Decoder): Id => ({
  client: decoding.readVarUint(decoder),
  clock: decoding.readVarUint(decoder),
})

const listOf = ({ root, parent, key }: Stand) => `${root ?? (parent && nameOf(parent))} ${key}`

const nameOf = ({ client, clock }: Id) => `${client} ${clock}`

/** By client and clock; a name made of both would be a string for each letter. */
class ById<Value> {
  readonly #clients = new Map<number, Map<number, Value>>()

  get({ client, clock }: Id): Value | undefined {
    return this.#clients.get(client)?.get(clock)
  }

  set({ client, clock }: Id, value: Value): void {
    const clocks = this.#clients.get(client)
    if (clocks) clocks.set(clock, value)
    else this.#clients.set(client, new Map([[clock, value]]))
  }
}

const isSame = (a: Id | null, b: Id | null) =>
  a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock)

/** Index of the last number that is not beyond `value`. */
export function indexAt(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (ascending[middle]! <= value) low = middle
    else high = middle - 1
  }
  return low
}
