import * as Y from 'yjs'
import { newId, type ArtefactId, type MemberId } from '#shared/base/ids.ts'
import { createArtefact, setField, setTag, textOf } from '#shared/document/artefacts.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { LogEntry } from '#server/ports/update-log.ts'
import { MemoryUpdateLog } from '#server/adapters/memory/update-log.ts'
import { contentHash, LiveRoomsFixture, preparedDocument } from '#tests/support/live-rooms.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'
import { UnrulyPeer } from './unruly-peer.ts'

/** One thing that happens in a meeting; plain data, so that a failure can be kept and replayed. */
export type Step = { peer: number; a: number; b: number } & { do: (typeof deeds)[number] }

const deeds = [
  'write',
  'type',
  'erase',
  'move',
  'colour',
  'tag',
  'take off',
  'delete artefact',
  'drop',
  'return',
  'reload',
  'hold',
  'release',
  'wait',
  'lock',
  'unlock',
  'compact',
  'restart server',
  'store fails',
  'undo',
  'redo',
  'mad line',
  'calm line',
] as const

/** How often each deed comes up; what is not named comes up once. */
const weights: Partial<Record<Step['do'], number>> = {
  write: 8,
  type: 20,
  erase: 6,
  move: 20,
  colour: 6,
  wait: 8,
  undo: 5,
  redo: 2,
}
const lots = deeds.flatMap((deed) => new Array<Step['do']>(weights[deed] ?? 1).fill(deed))

/** The story that a seed tells. */
export function stepsOf(seed: number, count: number, peers: number): Step[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => ({
    do: random.pick(lots),
    peer: random.below(peers),
    a: random.below(1_000),
    b: random.below(1_000),
  }))
}

/** A fault put into server or line on purpose, to see whether it is found. Answers whether this one gets through. */
export interface Sabotage {
  stores?: (entry: LogEntry) => boolean
  delivers?: (message: Uint8Array) => boolean
}

/** A log that refuses the next appends, as a full disk would. */
class UnreliableLog extends MemoryUpdateLog {
  failures = 0
  readonly #stores: (entry: LogEntry) => boolean

  constructor(stores: (entry: LogEntry) => boolean = () => true) {
    super()
    this.#stores = stores
  }

  override append(entries: readonly LogEntry[]): Promise<void> {
    if (this.failures > 0) {
      this.failures--
      return Promise.reject(new Error('disk full'))
    }
    return super.append(entries.filter(this.#stores))
  }
}

interface Attendee {
  memberId: MemberId
  peer: UnrulyPeer
  /** What the server called durable must still be there at the end, word for word. */
  isIn: boolean
}

/**
 * Lets a meeting happen in memory: peers write, lose their connection, come back, reload the page offline, while the
 * server restarts and its storage fails. Answers what went wrong, or null when everybody ends up with the same.
 */
export async function playMeeting(
  steps: readonly Step[],
  peerCount: number,
  sabotage: Sabotage = {},
): Promise<string | null> {
  try {
    return await meet(steps, peerCount, sabotage)
  } catch (error) {
    // A story that breaks the server is one to be told again, too
    return `broke off: ${error instanceof Error ? error.message : String(error)}`
  }
}

async function meet(steps: readonly Step[], peerCount: number, sabotage: Sabotage): Promise<string | null> {
  const log = new UnreliableLog(sabotage.stores)
  let live = new LiveRoomsFixture({ updateLog: log })
  let replicas = 0
  const replica = () => withHistory(Object.assign(new Y.Doc(), { clientID: 1_000 + replicas++ }))
  const enter = (memberId: MemberId, doc: Y.Doc) =>
    new UnrulyPeer(doc, sabotage.delivers).join(live.rooms, live.admitted(memberId))
  await live.rooms.create(live.groupId, preparedDocument())
  const moderator = live.people.member('moderator')
  const attendees: Attendee[] = []
  for (let i = 0; i < peerCount; i++) {
    const memberId = i === 0 ? moderator.id : live.people.member().id
    attendees.push({ memberId, peer: await enter(memberId, replica()), isIn: true })
    await live.tick()
  }

  const comeBack = async (attendee: Attendee, doc = attendee.peer.doc) => {
    if (attendee.isIn) return
    attendee.peer = await enter(attendee.memberId, doc)
    attendee.isIn = attendee.peer.closed === null
  }
  const goAway = (attendee: Attendee) => {
    if (attendee.isIn) attendee.peer.leave()
    attendee.isIn = false
  }

  for (const [at, step] of steps.entries()) {
    const attendee = attendees[step.peer % peerCount]!
    switch (step.do) {
      case 'drop':
        goAway(attendee)
        break
      case 'return':
        await comeBack(attendee)
        break
      case 'reload': {
        // The page reloads and finds its document in local storage: same content, another client id
        goAway(attendee)
        const doc = replica()
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(attendee.peer.doc))
        attendee.peer = new UnrulyPeer(doc, sabotage.delivers)
        if (step.a % 2 === 0) await comeBack(attendee, doc)
        break
      }
      case 'hold':
        attendee.peer.hold()
        break
      case 'release':
        attendee.peer.release()
        break
      case 'wait':
        await live.clock.advance(step.a)
        break
      case 'lock':
      case 'unlock':
        attendees[0]!.peer.command({ type: step.do })
        break
      case 'compact':
        await log.compact(live.groupId)
        break
      case 'restart server':
        log.failures = 0
        await Promise.all([live.rooms.close(), live.clock.advance(5_000)])
        for (const other of attendees) goAway(other)
        live = live.restarted()
        for (const other of attendees) await comeBack(other)
        break
      case 'store fails':
        log.failures = 1 + (step.a % 6)
        break
      case 'undo':
        historyOf(attendee.peer.doc).undo()
        break
      case 'redo':
        historyOf(attendee.peer.doc).redo()
        break
      case 'mad line':
        attendee.peer.goMad(step.a)
        break
      case 'calm line':
        attendee.peer.calmDown()
        break
      default:
        edit(attendee.peer.doc, step, at)
    }
  }
  return heal(live, log, attendees, goAway, comeBack)
}

const histories = new WeakMap<Y.Doc, Y.UndoManager>()
const historyOf = (doc: Y.Doc) => histories.get(doc)!

/** Undo as the client has it: own changes only, over cards and board together. */
function withHistory(doc: Y.Doc): Y.Doc {
  const { artefacts, board } = rootsOf(doc)
  histories.set(doc, new Y.UndoManager([artefacts, board], { captureTimeout: 0 }))
  return doc
}

/** A note with ids that tell when it was written, so that a story can be told again. */
function write(doc: Y.Doc, text: string, at: number): void {
  const { artefacts, board } = rootsOf(doc)
  const id = newId<ArtefactId>(at, new Uint8Array(10).fill(doc.clientID))
  const authorship = { as: 'anonymous' } as const
  doc.transact(() => {
    createArtefact(artefacts, {
      kind: 'note',
      phase: 'problem',
      id,
      createdAt: at,
      authorship,
      fields: { text },
    })
    writeRecord(board, {
      id: `shape:${id}`,
      typeName: 'shape',
      type: 'card',
      parentId: 'page:start',
      index: `a${at}`,
      x: at,
      y: at,
      props: { w: 200, h: 160, artefactId: id },
      meta: {},
    })
  })
}

/** A change of the document, chosen by the step's numbers among what is there. */
function edit(doc: Y.Doc, step: Step, at: number): void {
  const { artefacts, board } = rootsOf(doc)
  const shapes = [...board.keys()].filter((key) => key.startsWith('shape:')).sort()
  const shapeId = shapes[step.a % Math.max(1, shapes.length)]
  const shape = shapeId === undefined ? undefined : board.get(shapeId)
  const id = String(shape?.get('p.artefactId'))
  const text = textOf(artefacts, id, 'text')
  if (step.do === 'write' || !shape || !shapeId || !text) {
    write(doc, `Karte ${step.a}`, at)
    return
  }
  doc.transact(() => {
    switch (step.do) {
      case 'type':
        return text.insert(step.b % (text.length + 1), `<${step.a}>`)
      case 'erase':
        return text.delete(
          step.b % (text.length + 1),
          Math.min(3, text.length - (step.b % (text.length + 1))),
        )
      case 'move':
        shape.set('xy', [step.a, step.b])
        if (step.b % 3 === 0) shape.set('rotation', step.b)
        return
      case 'colour':
        return setField(artefacts, id, 'colour', ['pink', 'blue', 'green'][step.b % 3]!)
      case 'tag':
        return setTag(artefacts, id, `t${step.b % 4}`, step.b % 2 === 0)
      case 'take off':
        return board.delete(shapeId)
      case 'delete artefact':
        return artefacts.delete(id)
      default:
        return
    }
  })
}

async function heal(
  live: LiveRoomsFixture,
  log: UnreliableLog,
  attendees: Attendee[],
  goAway: (attendee: Attendee) => void,
  comeBack: (attendee: Attendee) => Promise<void>,
): Promise<string | null> {
  log.failures = 0
  const apart = await settleAsTheyAre(live, log, attendees, comeBack)
  if (apart) return apart
  for (const attendee of attendees) goAway(attendee)
  await live.clock.advance(10_000)
  for (const attendee of attendees) await comeBack(attendee)
  await offerAgain(live, attendees)
  const hashes = attendees.map(({ peer }) => contentHash(peer.doc))
  const server = await live.serverHash()
  const reloaded = await stored(live, log)
  const pending = [...attendees.map(({ peer }) => peer.doc), reloaded].filter(
    ({ store }) => store.pendingStructs !== null || store.pendingDs !== null,
  )
  const refusals = attendees.flatMap(({ peer }) => peer.refusals)
  await Promise.all([live.rooms.close(), live.clock.advance(5_000)])
  if (new Set([...hashes, server, contentHash(reloaded)]).size > 1) {
    return `content differs: peers ${hashes.join(' ')}, server ${server}, log ${contentHash(reloaded)}`
  }
  if (pending.length > 0) return `${pending.length} documents have something pending`
  if (refusals.length > 0) return `refused after everything was well again: ${refusals.join(', ')}`
  if (live.clock.pendingTimers > 0) return `${live.clock.pendingTimers} timers were left behind`
  return null
}

/**
 * Those who are in, and what is stored, must be alike before anybody comes in anew: coming in brings everything again
 * in both directions, and would cover up that something was never passed on or never stored.
 */
async function settleAsTheyAre(
  live: LiveRoomsFixture,
  log: MemoryUpdateLog,
  attendees: Attendee[],
  comeBack: (attendee: Attendee) => Promise<void>,
): Promise<string | null> {
  for (const { peer } of attendees) {
    peer.calmDown()
    peer.release()
  }
  await comeBack(attendees[0]!)
  await live.clock.advance(5_000)
  const present = attendees.filter(({ isIn, peer }) => isIn && peer.closed === null)
  await offerAgain(live, present)
  const hashes = present.map(({ peer }) => contentHash(peer.doc))
  const server = await live.serverHash()
  const disk = contentHash(await stored(live, log))
  if (new Set([...hashes, server, disk]).size === 1) return null
  return `content differs among those who stayed: peers ${hashes.join(' ')}, server ${server}, log ${disk}`
}

/** What a server would find that starts now. */
async function stored({ groupId }: LiveRoomsFixture, log: MemoryUpdateLog): Promise<Y.Doc> {
  const doc = new Y.Doc()
  for (const update of (await log.load(groupId)).updates) Y.applyUpdate(doc, update)
  return doc
}

/** What was refused while the room was locked or could not store is offered again, as the client does. */
async function offerAgain(live: LiveRoomsFixture, attendees: readonly Attendee[]): Promise<void> {
  attendees[0]?.peer.command({ type: 'unlock' })
  await live.clock.advance(1_000)
  for (const { peer } of attendees) {
    peer.acks.length = 0
    peer.sendUpdate(Y.encodeStateAsUpdate(peer.doc))
  }
  await live.clock.advance(1_000)
}

export interface Finding {
  seed: number
  fault: string
  peers: number
  /** The shortest part of the story that still goes wrong. */
  steps: Step[]
}

export interface Search {
  firstSeed: number
  seeds: number
  steps: number
  peers: number
  /** A fresh fault for each meeting, so that each can be told again. */
  sabotage?: () => Sabotage
}

/** Plays one meeting for each seed; answers the first that goes wrong, shrunk, or null. */
export async function search({ firstSeed, seeds, steps, peers, sabotage }: Search): Promise<Finding | null> {
  for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
    const story = stepsOf(seed, steps, peers)
    const fault = await playMeeting(story, peers, sabotage?.())
    if (fault) return { seed, fault, peers, steps: await shrink(story, peers, sabotage) }
  }
  return null
}

/** What a person needs to tell the story again: it belongs into `regressions/`. */
export const described = ({ seed, fault, peers, steps }: Finding): string =>
  `seed ${seed}, ${peers} peers: ${fault}\n${JSON.stringify({ peers, steps })}`

async function shrink(steps: readonly Step[], peerCount: number, sabotage?: () => Sabotage): Promise<Step[]> {
  let shortest = [...steps]
  for (let size = Math.ceil(shortest.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < shortest.length;) {
      const without = [...shortest.slice(0, at), ...shortest.slice(at + size)]
      if (await playMeeting(without, peerCount, sabotage?.())) shortest = without
      else at += size
    }
  }
  return shortest
}
