import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { GroupId, MemberId, WorkshopId } from '#shared/base/ids.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import { errorCatalogue, type ErrorCode } from '#shared/errors/catalogue.ts'
import { isErrorCode } from '#shared/errors/problem.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { isEligible } from '#shared/facilitation/vote/rules.ts'
import type { SeenChange } from '#shared/facilitation/view.ts'
import type { DownMessage } from '#shared/protocol/facilitation-messages.ts'
import type { OrganisationKind } from '#shared/workshop/roles.ts'
import type { Ack } from '#shared/protocol/wire.ts'
import { DocumentArtefacts } from './artefact-store.ts'
import { BallotDesk } from './ballot-desk.ts'
import { CommandDesk } from './command-desk.ts'
import { FacilitationFollower } from './facilitation-follower.ts'
import * as ledger from './frame-ledger.ts'
import { documentHistory } from './history.ts'
import { KeptWords } from './kept-words.ts'
import { LineWatch } from './line-watch.ts'
import { OwnChanges, type RescuedCard } from './own-changes.ts'
import { openReplica, rescueFormerReplicas, type Replica } from './replica.ts'
import { RoomConnection } from './room-connection.ts'
import { RoomPresence } from './room-presence.ts'
import { browserSurroundings, type RoomSurroundings } from './room-surroundings.ts'
import type { Ballots, ConnectionState, HeldReason, RoomSession } from './room-session.ts'
import { ServerClock } from './server-clock.ts'
import { corrected, inside, restored } from './told.ts'

interface RoomAddress {
  workshopId: WorkshopId
  groupId: GroupId
  me: MemberId
  language: RoomSession['language']
  archived: boolean
  /** Kind of this person's organisation, by which a vote may let people vote. */
  organisationKind: OrganisationKind
  generation: number
}

export interface OpenRoom extends RoomSession {
  /** How many cards people have written in silent steps, by step. */
  readonly draftCounts: StoreApi<ReadonlyMap<string, number>>
  /** Own words that could not be merged any more, for the person to keep. */
  readonly rescued: StoreApi<readonly RescuedCard[]>
  /** Own words that the server has not taken yet. */
  unsent(): RescuedCard[]
  /** The person has them elsewhere, or wants them no more. */
  dismissRescued(): void
  /** Closes the session, and this device's copy of the document, which no longer fits the server's, goes. */
  discardReplica(): Promise<void>
}

const heldReasons: ReadonlySet<ErrorCode | null> = new Set<HeldReason>([
  'room_locked',
  'member_muted',
  'page_closed',
  'storage_unavailable',
])
const isHeldReason = (code: ErrorCode | null): code is HeldReason => heldReasons.has(code)

/** A slow disk must not keep anybody out: after this the room connects without waiting for its copy. */
const REPLICA_WITHIN_MS = 4_000
/** Refused changes are offered again this often, beside at once when the lock or the disk fault ends. */
const OFFER_AGAIN_MS = 10_000

/** Enters a room. The caller destroys the session when leaving. */
export function openRoom(address: RoomAddress, surroundings = browserSurroundings()): OpenRoom {
  return new LiveRoom(address, surroundings)
}

const atTheStart: ConnectionState = {
  status: 'connecting',
  ready: false,
  synced: false,
  unsaved: false,
  savedAt: null,
  copyKept: true,
  held: null,
  waiting: false,
  corrected: null,
  blocked: false,
  restored: null,
  endedBecause: null,
  unreadable: new Map(),
}

/**
 * Puts the parts together. Invariants (cited by the tests):
 * 1. Nothing is called saved that a durable acknowledgement does not cover.
 * 2. An ended session stays ended and never connects again.
 * 3. Destroying leaves no timer, socket or listener behind.
 */
class LiveRoom implements OpenRoom {
  readonly workshopId: WorkshopId
  readonly groupId: GroupId
  readonly language: RoomSession['language']
  readonly archived: boolean
  readonly doc = new Y.Doc()
  readonly roots: Roots = rootsOf(this.doc)
  readonly connection = createStore<ConnectionState>(() => atTheStart)
  readonly draftCounts = createStore<ReadonlyMap<string, number>>(() => new Map())
  readonly rescued: StoreApi<readonly RescuedCard[]>
  readonly artefacts: DocumentArtefacts
  readonly history: ReturnType<typeof documentHistory>
  readonly presence: RoomPresence
  readonly ballots: Ballots
  private readonly origin = Symbol('own change')
  private readonly address: RoomAddress
  private readonly clock: ServerClock
  private readonly desk: CommandDesk
  private readonly ballotDesk: BallotDesk
  private readonly follower: FacilitationFollower
  private readonly ownChanges: OwnChanges
  private readonly kept: KeptWords
  private readonly line: RoomConnection
  private readonly lineWatch: LineWatch
  private readonly offerTimer: ReturnType<typeof setInterval>
  private replica: Replica | null = null
  private ledger = ledger.emptyLedger
  private destroyed = false

  constructor(address: RoomAddress, surroundings: RoomSurroundings) {
    this.address = address
    this.workshopId = address.workshopId
    this.groupId = address.groupId
    this.language = address.language
    this.archived = address.archived
    this.kept = new KeptWords({ groupId: address.groupId, memberId: address.me })
    this.rescued = createStore<readonly RescuedCard[]>(() => this.kept.all())
    const awareness = new Awareness(this.doc)
    this.artefacts = new DocumentArtefacts(this.roots.artefacts)
    this.history = documentHistory(this.roots, this.origin)
    this.presence = new RoomPresence(awareness)
    this.clock = new ServerClock(surroundings.now)
    this.follower = new FacilitationFollower(address)
    this.presence.own.subscribe(({ p }) => this.follower.looksAt(p ?? null))
    this.desk = new CommandDesk((message) => this.line.send(message))
    this.ballotDesk = new BallotDesk((voteId, ballot) => this.desk.cast(voteId, ballot))
    this.ballots = this.ballotStation(address.organisationKind)
    this.ownChanges = new OwnChanges(this.roots, (ids) => this.replica?.remember(ids))
    this.doc.on('update', this.onUpdate)
    this.lineWatch = new LineWatch(surroundings.answers, (blocked) => this.connection.setState({ blocked }))
    this.line = this.createLine(awareness, surroundings)
    this.offerTimer = setInterval(() => this.offerHeldChanges(), OFFER_AGAIN_MS)
    if (typeof window !== 'undefined') {
      window.addEventListener('offline', this.onDeviceOffline)
      window.addEventListener('online', this.onDeviceOnline)
    }
    void this.start()
  }

  get facilitation() {
    return this.follower.view
  }

  edit(change: (roots: Roots) => void): void {
    this.doc.transact(() => change(this.roots), this.origin)
  }

  command(command: Command) {
    return this.desk.send(command)
  }

  private ballotStation(organisationKind: OrganisationKind): Ballots {
    const desk = this.ballotDesk
    return {
      state: desk.state,
      cast: (voteId, ballot) => desk.cast(voteId, ballot),
      isEligible: (vote) => {
        const { me } = this.follower.view.getState()
        return me !== null && isEligible(vote, { role: me.role, organisationKind })
      },
    }
  }

  serverNow(): number {
    return this.clock.serverNow()
  }

  reportUnreadable(recordId: string, reason: string): void {
    const { unreadable } = this.connection.getState()
    if (unreadable.get(recordId) === reason) return
    this.connection.setState({ unreadable: new Map(unreadable).set(recordId, reason) })
  }

  unsent(): RescuedCard[] {
    return this.ownChanges.texts()
  }

  dismissRescued(): void {
    this.kept.clear()
    this.rescued.setState([], true)
  }

  private rescue(words: readonly RescuedCard[]): boolean {
    if (words.length === 0) return true
    const { all, isStored } = this.kept.add(words, this.rescued.getState())
    this.rescued.setState(all, true)
    return isStored
  }

  async discardReplica(): Promise<void> {
    // Of a former generation: the next session takes its words out and deletes it, if it could keep them
    if (this.connection.getState().endedBecause === 'generation_mismatch') return void this.destroy()
    const { replica } = this
    this.replica = null
    this.destroy()
    await replica?.drop()
  }

  destroy(): void {
    if (this.destroyed) return
    this.destroyed = true
    if (typeof window !== 'undefined') {
      window.removeEventListener('offline', this.onDeviceOffline)
      window.removeEventListener('online', this.onDeviceOnline)
    }
    clearInterval(this.offerTimer)
    this.desk.giveUp()
    this.line.destroy()
    this.lineWatch.end()
    this.presence.destroy()
    this.history.destroy()
    this.artefacts.destroy()
    this.ownChanges.destroy()
    void this.replica?.close()
    this.doc.destroy()
  }

  private createLine(
    awareness: Awareness,
    { syncUrl, socketClass, random }: RoomSurroundings,
  ): RoomConnection {
    const { groupId, generation } = this.address
    return new RoomConnection(
      { doc: this.doc, awareness, place: groupId, generation, syncUrl, socketClass, random },
      {
        onSynced: () => this.connection.setState(inside),
        onRefused: (code) => this.connection.setState({ waiting: code === 'lobby_waiting' }),
        onHeard: () => this.lineWatch.heard(),
        onLost: () => this.lost(),
        onEnded: (code) => this.ended(code),
        onMessage: (message) => this.receive(message),
        onAck: (ack) => this.acknowledged(ack),
        onDocumentFrame: (kind, missing) => this.count(ledger.frameSent(this.ledger, kind, missing)),
      },
    )
  }

  private async start(): Promise<void> {
    const loading = this.loadReplica()
    await Promise.race([loading, new Promise((resolve) => setTimeout(resolve, REPLICA_WITHIN_MS))])
    if (!this.destroyed && this.connection.getState().status !== 'ended') {
      this.lineWatch.trying()
      this.line.connect()
    }
    await loading
  }

  private async loadReplica(): Promise<void> {
    const { groupId, generation, me: memberId } = this.address
    const place = { groupId, generation, memberId }
    const replica = await openReplica(this.doc, place, () => this.connection.setState({ copyKept: false }))
    if (this.destroyed) return void replica?.close()
    this.replica = replica
    if (!replica) this.connection.setState({ copyKept: false })
    const unsaved = (await replica?.unsaved()) ?? []
    if (unsaved.length > 0) {
      this.ownChanges.add(unsaved)
      this.count({ ...this.ledger, owed: true })
    }
    if (this.roots.board.size > 0) this.connection.setState({ ready: true })
    await rescueFormerReplicas(place, (words) => this.rescue(words))
  }

  private readonly onUpdate = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, change: Y.Transaction) => {
    if (change.local) this.count(ledger.changed(this.ledger))
  }

  private readonly onDeviceOffline = () => this.line.reconnect()
  private readonly onDeviceOnline = () => this.line.hurry()

  private receive(message: DownMessage): void {
    switch (message.type) {
      case 'welcome':
        this.welcome(message)
        break
      case 'changed':
        this.clock.glimpse(message.serverTime)
        this.changed(message.state)
        break
      case 'accepted':
        this.desk.accepted(message.id)
        break
      case 'refused':
        this.desk.refused(message.id, message.code)
        break
      case 'corrected':
        this.connection.setState(corrected(message.code))
        break
      case 'restored':
        this.connection.setState(restored(message))
        break
      case 'clock':
        this.clock.answered(message.sentAt, message.serverTime)
        break
      case 'people':
        this.peopleChanged(message)
        break
      case 'drafts':
        this.draftCounts.setState((counts) => new Map(counts).set(message.stepId, message.cards), true)
        break
      case 'turnout':
        this.ballotDesk.turnout(message.voteId, message.ballots)
        break
      case 'ownBallot':
        this.ballotDesk.told(message.voteId, message.ballot)
        break
      case 'storage':
        this.storageIs(message.writable)
        break
      default:
        // A newer server may say more than this version understands; the rest of the conversation still holds.
        break
    }
  }

  private welcome(message: Extract<DownMessage, { type: 'welcome' }>): void {
    this.clock.glimpse(message.serverTime)
    if (message.generation !== this.address.generation) {
      this.line.end('generation_mismatch')
      return
    }
    this.follower.welcome(message)
    this.presence.everybody(message.people)
    this.desk.askAgain()
    this.ballotDesk.askAgain()
  }

  private changed(change: SeenChange): void {
    this.follower.changed(change)
    // Either may have opened again what was closed
    if (change.lock || change.step || change.muted) this.offerHeldChanges()
  }

  private peopleChanged({ joined, left }: Extract<DownMessage, { type: 'people' }>): void {
    this.presence.changed(joined, left)
    const me = joined.find((person) => person.clientId === this.doc.clientID)
    if (me) this.follower.becomes(me)
  }

  private storageIs(writable: boolean): void {
    if (writable) {
      this.offerHeldChanges()
      this.ballotDesk.askAgain()
    } else this.connection.setState({ held: 'storage_unavailable' })
    if (writable && this.ledger.held === null) this.connection.setState({ held: null })
  }

  private acknowledged(ack: Ack): void {
    if (ack.type === 'durable') {
      this.connection.setState({ savedAt: ack.at })
      this.count(ledger.madeDurable(this.ledger, ack.upTo))
      return
    }
    const code = isErrorCode(ack.code) ? ack.code : 'update_malformed'
    if (errorCatalogue[code].retryable) this.count(ledger.heldBack(this.ledger, code))
    else this.line.end(code)
  }

  private offerHeldChanges(): void {
    if (this.ledger.held !== null && this.connection.getState().status === 'online') this.line.offerAgain()
  }

  private lost(): void {
    this.count(ledger.connectionLost(this.ledger))
    if (this.destroyed || this.connection.getState().status === 'ended') return
    this.connection.setState({ status: 'offline' })
    this.lineWatch.trying()
  }

  private ended(code: ErrorCode): void {
    if (this.connection.getState().status === 'ended') return
    this.desk.giveUp()
    this.lineWatch.end()
    this.rescue(this.unsent())
    this.connection.setState({ status: 'ended', endedBecause: code })
  }

  private count(next: ledger.LedgerState): void {
    this.ledger = next
    const unsaved = ledger.isUnsaved(next)
    const held = isHeldReason(next.held) ? next.held : null
    const shown = this.connection.getState()
    if (shown.unsaved !== unsaved || shown.held !== held) this.connection.setState({ unsaved, held })
    if (!unsaved) this.ownChanges.saved()
  }
}
