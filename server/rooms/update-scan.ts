import { isUtf8 } from 'node:buffer'
import * as decoding from 'lib0/decoding'
import { limits } from '#shared/base/limits.ts'
import { rootNames } from '#shared/document/roots.ts'

/**
 * Reads a Yjs update (V1) without applying it and says what it holds. Stricter than Yjs, which applies the readable
 * part of a broken update before it throws: whatever this scanner accepts, Yjs reads to the last byte.
 * Refused as malformed beside broken bytes: content that our documents never hold (sub-documents, embeds, formats,
 * binary, XML, BigInt), values nested too deep, keys that reach for a prototype, and roots that are not ours.
 * One pass, so that an update is parsed once here and once by Yjs and no third time.
 */
export interface ScannedUpdate {
  /** Structs per client, in the order of the update. */
  runs: StructRun[]
  /** Flat triples client, clock, length. */
  deletes: number[]
  /** Offset of the deletions in the update. */
  deletesAt: number
  isEmpty: boolean
}

/** The structs of one client: consecutive clocks from `start` up to `end`, exclusive. */
export interface StructRun {
  client: number
  start: number
  end: number
  /** First clock of each struct. */
  clocks: number[]
  /** Offset of each struct in the update, and of what comes after the last. */
  bytesAt: number[]
  bytesEnd: number
  /** Per struct, where its dependencies begin in `needs`. */
  needsAt: number[]
  /** Flat pairs client, clock of structs that must be there first. */
  needs: number[]
  /** Per struct, where it stands. */
  places: Place[]
  /** Clocks left out on purpose (a Skip); such an update is incomplete. */
  hasGap: boolean
  /** Whether a struct begins a map, a text or a list, in which others may stand. */
  hasTypes: boolean
}

/** Where a struct stands: in a root, or nowhere any more; beside what it needs; or inside of what it needs. */
export const Place = { root: 0, beside: 1, inside: 2 } as const
export type Place = (typeof Place)[keyof typeof Place]

export const GC = 0
const CONTENT_DELETED = 1
export const CONTENT_STRING = 4
const CONTENT_TYPE = 7
const CONTENT_ANY = 8
const SKIP = 10
export const HAS_PARENT_SUB = 0x20
export const HAS_RIGHT_ORIGIN = 0x40
export const HAS_ORIGIN = 0x80
export const CONTENT_BITS = 0x1f

const roots: ReadonlySet<string> = new Set(rootNames)
const MAX_CLIENT = 2 ** 32 - 1
const MAX_CLOCK = 2 ** 40
/** Below this, whatever an update asks for costs little. */
const MANY_STRUCTS = 1_000
const MOST_IN_ONE_PLACE = 64
/** Who writes letter by letter before the same letter makes one each time. */
const MOST_BESIDE_ONE = 1_000
/** Array, Map, Text. */
const LAST_PLAIN_TYPE = 2

const UNDERSCORE = 0x5f
const LETTER_F = 0x66
const LETTER_G = 0x67
/** UTF-8: what is below is ASCII, what lies between this and the next continues a character. */
const FIRST_BEYOND_ASCII = 0x80
const FIRST_LEAD = 0xc0
const FIRST_LEAD_OF_FOUR = 0xf0

class Malformed extends Error {}

/** What an update holds; null when it is not an update that our documents can take. */
export function scanUpdate(update: Uint8Array): ScannedUpdate | null {
  try {
    const decoder = decoding.createDecoder(update)
    const runs = readRuns(decoder)
    const deletesAt = decoder.pos
    const deletes = readDeletes(decoder)
    if (decoding.hasContent(decoder)) return null
    return { runs, deletes, deletesAt, isEmpty: runs.length === 0 && deletes.length === 0 }
  } catch {
    // lib0 throws various errors on bytes that end early; all of them mean the same
    return null
  }
}

function readRuns(decoder: decoding.Decoder): StructRun[] {
  const runs: StructRun[] = []
  const clients = new Set<number>()
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const run = readRun(decoder)
    // Yjs keeps only the last of two runs of one client
    if (clients.has(run.client)) throw new Malformed()
    clients.add(run.client)
    runs.push(run)
  }
  return runs
}

function readRun(decoder: decoding.Decoder): StructRun {
  const count = decoding.readVarUint(decoder)
  const crowds = count > MANY_STRUCTS ? new Map<number, number>() : null
  const client = decoding.readVarUint(decoder)
  const start = decoding.readVarUint(decoder)
  const run = emptyRun(client, start)
  if (count === 0 || client > MAX_CLIENT) throw new Malformed()
  for (let i = 0; i < count; i++) {
    run.clocks.push(run.end)
    run.bytesAt.push(decoder.pos)
    run.needsAt.push(run.needs.length)
    const length = readStruct(decoder, run, crowds)
    if (length === 0) throw new Malformed()
    run.end += length
  }
  if (run.end > MAX_CLOCK) throw new Malformed()
  run.bytesEnd = decoder.pos
  return run
}

const emptyRun = (client: number, start: number): StructRun => ({
  client,
  start,
  end: start,
  clocks: [],
  bytesAt: [],
  bytesEnd: 0,
  needsAt: [],
  needs: [],
  places: [],
  hasGap: false,
  hasTypes: false,
})

/** Answers the struct's length in clocks. */
function readStruct(decoder: decoding.Decoder, run: StructRun, crowds: Crowds | null): number {
  const info = decoding.readUint8(decoder)
  const content = info & CONTENT_BITS
  if (content === SKIP) {
    run.hasGap = true
    run.places.push(Place.root)
    return decoding.readVarUint(decoder)
  }
  if (content === GC) {
    run.places.push(Place.root)
    return decoding.readVarUint(decoder)
  }
  const from = decoder.pos
  run.places.push(readPlace(decoder, info, run))
  if (crowds) countCrowd(crowds, info, decoder, from)
  if (content === CONTENT_TYPE) run.hasTypes = true
  return readContent(decoder, content)
}

/** How many structs stand in the very same place, by a hash of it. */
type Crowds = Map<number, number>

/**
 * Yjs finds the place of a struct by walking over those that claim the same one: a hundred thousand values of one key,
 * none of which says that it follows on another, took it minutes. A client of ours makes one such value of a key.
 */
function countCrowd(crowds: Crowds, info: number, { arr, pos }: decoding.Decoder, from: number): void {
  const isBeside = (info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) !== 0
  let hash = info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN | HAS_PARENT_SUB)
  const end = isBeside ? endOfId(arr, from) : pos
  for (let at = from; at < end; at++) hash = Math.imul(hash ^ arr[at]!, 0x01000193)
  const count = (crowds.get(hash) ?? 0) + 1
  if (count > (isBeside ? MOST_BESIDE_ONE : MOST_IN_ONE_PLACE)) throw new Malformed()
  crowds.set(hash, count)
}

/** Where the id that begins here ends: two numbers of a variable length. */
function endOfId(arr: Uint8Array, from: number): number {
  let at = from
  for (let numbers = 2; numbers > 0; numbers--) while (arr[at++]! >= FIRST_BEYOND_ASCII);
  return at
}

function readPlace(decoder: decoding.Decoder, info: number, run: StructRun): Place {
  if (info & HAS_ORIGIN) readNeed(decoder, run)
  if (info & HAS_RIGHT_ORIGIN) readNeed(decoder, run)
  if (info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) return Place.beside
  const isInRoot = decoding.readVarUint(decoder) === 1
  if (isInRoot) checkRoot(decoding.readVarString(decoder))
  else readNeed(decoder, run)
  if (info & HAS_PARENT_SUB) checkKey(decoder, false)
  return isInRoot ? Place.root : Place.inside
}

function readNeed(decoder: decoding.Decoder, run: StructRun): void {
  run.needs.push(decoding.readVarUint(decoder), decoding.readVarUint(decoder))
}

function readContent(decoder: decoding.Decoder, content: number): number {
  switch (content) {
    case CONTENT_DELETED:
      return decoding.readVarUint(decoder)
    case CONTENT_STRING:
      return skipString(decoder)
    case CONTENT_TYPE:
      if (decoding.readVarUint(decoder) > LAST_PLAIN_TYPE) throw new Malformed()
      return 1
    case CONTENT_ANY: {
      const count = decoding.readVarUint(decoder)
      for (let i = 0; i < count; i++) skipAny(decoder, limits.maxRecordDepth)
      return count
    }
    default:
      throw new Malformed()
  }
}

/** Walks over one value in lib0's "any" encoding without building it. */
function skipAny(decoder: decoding.Decoder, depth: number): void {
  switch (decoding.readUint8(decoder)) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return
    case 125:
      decoding.readVarInt(decoder)
      return
    case 124:
      decoding.readFloat32(decoder)
      return
    case 123:
      decoding.readFloat64(decoder)
      return
    case 119:
      skipString(decoder)
      return
    case 118:
      return skipObject(decoder, depth)
    case 117:
      return skipArray(decoder, depth)
    default: // BigInt breaks JSON, byte arrays have no place in our records
      throw new Malformed()
  }
}

function skipObject(decoder: decoding.Decoder, depth: number): void {
  if (depth === 0) throw new Malformed()
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    checkKey(decoder, true)
    skipAny(decoder, depth - 1)
  }
}

function skipArray(decoder: decoding.Decoder, depth: number): void {
  if (depth === 0) throw new Malformed()
  for (let left = decoding.readVarUint(decoder); left > 0; left--) skipAny(decoder, depth - 1)
}

function checkRoot(name: string): void {
  if (!roots.has(name)) throw new Malformed()
}

/**
 * Walks over a key that reaches for nothing. A member that hides how an object becomes text makes `String(value)`
 * throw, wherever somebody reads it.
 */
function checkKey(decoder: decoding.Decoder, isMember: boolean): void {
  const from = decoder.pos
  skipString(decoder)
  // All that is refused ends with one of these; the others need not be decoded
  const last = decoder.arr[decoder.pos - 1]
  if (last !== UNDERSCORE && !(isMember && (last === LETTER_G || last === LETTER_F))) return
  decoder.pos = from
  const key = decoding.readVarString(decoder)
  if (key === '__proto__' || key.endsWith('.__proto__')) throw new Malformed()
  if (isMember && (key === 'toString' || key === 'valueOf')) throw new Malformed()
}

/** Walks over a string without building it, and answers its length in UTF-16 units. */
function skipString(decoder: decoding.Decoder): number {
  const bytes = decoding.readVarUint(decoder)
  const { arr, pos: from } = decoder
  const end = from + bytes
  if (end > arr.length) throw new Malformed()
  decoder.pos = end
  let at = from
  while (at < end && arr[at]! < FIRST_BEYOND_ASCII) at++
  if (at === end) return bytes
  if (!isUtf8(arr.subarray(at, end))) throw new Malformed()
  let length = at - from
  for (; at < end; at++) {
    const byte = arr[at]!
    if (byte < FIRST_BEYOND_ASCII || byte >= FIRST_LEAD) length += byte >= FIRST_LEAD_OF_FOUR ? 2 : 1
  }
  return length
}

/**
 * Yjs writes each client once and its ranges in order without overlap. Anything else is refused, because a range named
 * a million times would be walked a million times.
 */
function readDeletes(decoder: decoding.Decoder): number[] {
  const deletes: number[] = []
  const clients = new Set<number>()
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const client = decoding.readVarUint(decoder)
    if (clients.has(client)) throw new Malformed()
    clients.add(client)
    let reached = 0
    for (let ranges = decoding.readVarUint(decoder); ranges > 0; ranges--) {
      const clock = decoding.readVarUint(decoder)
      const length = decoding.readVarUint(decoder)
      if (length === 0 || clock < reached || clock + length > MAX_CLOCK) throw new Malformed()
      deletes.push(client, clock, length)
      reached = clock + length
    }
  }
  return deletes
}
