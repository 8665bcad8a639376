import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { draftIdOf } from '#shared/base/draft-id.ts'
import type { GroupId, MemberId } from '#shared/base/ids.ts'
import { draftCardsOf, writeDraftCard, type DraftCard } from '#shared/document/draft-cards.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import { errorCatalogue, type ErrorCode } from '#shared/errors/catalogue.ts'
import { isErrorCode } from '#shared/errors/problem.ts'
import { wordsAsCards } from '#shared/document/words-as-cards.ts'
import { kinds } from '#shared/kinds/index.ts'
import type { Phase } from '#shared/workshop/phases.ts'
import type { Ack } from '#shared/protocol/wire.ts'
import * as ledger from './frame-ledger.ts'
import { OwnChanges, type RescuedCard } from './own-changes.ts'
import type { SocketClass } from './paced-socket.ts'
import { openReplica, rescueFormerReplicas, type Replica } from './replica.ts'
import { RoomConnection } from './room-connection.ts'

export interface DraftAddress {
  groupId: GroupId
  stepId: string
  me: MemberId
  /** Of the own draft, as the room says. */
  generation: number
  /** Where cards go that arrive after the revealing of their round, and in which phase. */
  pageId: string
  phase: Phase
}

interface DraftSurroundings {
  /** Address of the drafts' endpoint without group and step. */
  draftsUrl: string
  socketClass: SocketClass
  random: () => number
}

/** What somebody writes for themselves in one step, on this device and their others. */
export interface DraftSession {
  readonly roots: Roots
  /** The cards, in the order in which they were written. */
  readonly cards: StoreApi<readonly DraftCard[]>
  readonly state: StoreApi<DraftState>
  edit(change: (roots: Roots) => void): void
  /** Leaves; what is not saved stays on this device. */
  destroy(): void
  /** Leaves, and removes this device's copy. */
  discard(): Promise<void>
}

interface DraftState {
  status: 'connecting' | 'online' | 'offline' | 'ended'
  /** Changes of this device that the server has not yet called durable. */
  unsaved: boolean
  savedAt: number | null
  /** Whether this device keeps a copy of all that is written. */
  copyKept: boolean
  /** Why the server does not take changes at the moment. */
  held: ErrorCode | null
  endedBecause: ErrorCode | null
}

/** Refused changes are offered again this often. */
const OFFER_AGAIN_MS = 5_000

function browserDrafts(): DraftSurroundings {
  const draftsUrl = new URL('/drafts', window.location.href)
  draftsUrl.protocol = draftsUrl.protocol === 'https:' ? 'wss:' : 'ws:'
  return { draftsUrl: draftsUrl.href, socketClass: WebSocket, random: Math.random }
}

/** Opens the own draft of a step. The caller destroys it. */
export function openDraft(address: DraftAddress, surroundings = browserDrafts()): DraftSession {
  return new LiveDraft(address, surroundings)
}

/**
 * A room's connection, ledger and copy on this device, around a document that is nobody else's. Invariants (cited by
 * the tests):
 * 1. Nothing is called saved that a durable acknowledgement does not cover.
 * 2. What a revealing came before is taken over into the present draft: not revealed, and still its writer's.
 * 3. It knows no presence: nothing of it is ever sent.
 */
class LiveDraft implements DraftSession {
  readonly doc = new Y.Doc()
  readonly roots: Roots = rootsOf(this.doc)
  readonly cards = createStore<readonly DraftCard[]>(() => [])
  readonly state = createStore<DraftState>(() => ({
    status: 'connecting',
    unsaved: false,
    savedAt: null,
    copyKept: true,
    held: null,
    endedBecause: null,
  }))
  private readonly address: DraftAddress
  private readonly ownChanges: OwnChanges
  private readonly awareness = new Awareness(this.doc)
  private readonly line: RoomConnection
  private readonly offerTimer: ReturnType<typeof setInterval>
  private ledger = ledger.emptyLedger
  private replica: Replica | null = null
  private destroyed = false
  private formerStay = false
  private readonly place: Parameters<typeof openReplica>[1]

  constructor(address: DraftAddress, surroundings: DraftSurroundings) {
    const { groupId, stepId, me, generation } = address
    this.address = address
    this.place = { groupId: draftIdOf(groupId, stepId, me), generation, memberId: me }
    const { draftsUrl, socketClass, random } = surroundings
    this.ownChanges = new OwnChanges(this.roots, (ids) => this.replica?.remember(ids))
    this.doc.on('update', this.onUpdate)
    this.awareness.setLocalState(null)
    const { doc, awareness } = this
    const place = { place: stepId, syncUrl: `${draftsUrl}/${groupId}` }
    this.line = new RoomConnection(
      { doc, awareness, generation, socketClass, random, ...place },
      {
        onSynced: () => this.state.setState({ status: 'online' }),
        onLost: () => this.lost(),
        onEnded: (code) => this.ended(code),
        // The clock only; what is decided comes over the room's line
        onMessage: () => undefined,
        onAck: (ack) => this.acknowledged(ack),
        onDocumentFrame: (kind, missing) => this.count(ledger.frameSent(this.ledger, kind, missing)),
      },
    )
    this.offerTimer = setInterval(() => this.offerHeld(), OFFER_AGAIN_MS)
    void this.start()
  }

  edit(change: (roots: Roots) => void): void {
    this.doc.transact(() => change(this.roots))
  }

  destroy(): void {
    if (this.destroyed) return
    this.destroyed = true
    clearInterval(this.offerTimer)
    this.line.destroy()
    this.ownChanges.destroy()
    this.awareness.destroy()
    void this.replica?.close()
    this.doc.destroy()
  }

  async discard(): Promise<void> {
    const { replica } = this
    this.replica = null
    this.destroy()
    await replica?.drop()
  }

  private async start(): Promise<void> {
    const replica = await openReplica(this.doc, this.place, () => this.state.setState({ copyKept: false }))
    if (this.destroyed) return void replica?.close()
    this.replica = replica
    if (!replica) this.state.setState({ copyKept: false })
    const unsaved = (await replica?.unsaved()) ?? []
    if (unsaved.length > 0) {
      this.ownChanges.add(unsaved)
      this.count({ ...this.ledger, owed: true })
    }
    await rescueFormerReplicas(this.place, (words) => this.takeOver(words))
    if (!this.destroyed) this.line.connect()
  }

  /** Answers whether this device keeps them; where it does not, the copy that they come from stays until they are sent. */
  private takeOver(words: readonly RescuedCard[]): boolean {
    const { pageId, phase } = this.address
    const parts = words.flatMap(({ kind, texts }) => wordsAsCards(kind, texts.join('\n')))
    this.edit((roots) => {
      for (const { kind, text } of parts) {
        const fields = { [kinds[kind].headline]: text }
        writeDraftCard(roots, { kind, phase, pageId, fieldId: null, createdAt: Date.now(), fields })
      }
    })
    // A copy that a full storage has left a hole in keeps nothing more, either
    const keeps = this.replica !== null && this.state.getState().copyKept
    const isKept = keeps || parts.length === 0
    if (!isKept) this.formerStay = true
    return isKept
  }

  /** Former copies that had to stay, because this device stores nothing more, go once their words are with the server. */
  private forgetFormer(): void {
    if (!this.formerStay) return
    this.formerStay = false
    // A former copy that cannot be removed now is found again when the draft is next opened: words twice, never lost
    rescueFormerReplicas(this.place, () => true).catch(() => undefined)
  }

  private readonly onUpdate = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, change: Y.Transaction) => {
    if (change.local) this.count(ledger.changed(this.ledger))
    this.cards.setState(draftCardsOf(this.roots), true)
  }

  private acknowledged(ack: Ack): void {
    if (ack.type === 'durable') {
      this.state.setState({ savedAt: ack.at })
      this.count(ledger.madeDurable(this.ledger, ack.upTo))
      return
    }
    const code = isErrorCode(ack.code) ? ack.code : 'update_malformed'
    if (errorCatalogue[code].retryable) this.count(ledger.heldBack(this.ledger, code))
    else this.line.end(code)
  }

  private offerHeld(): void {
    if (this.ledger.held !== null && this.state.getState().status === 'online') this.line.offerAgain()
  }

  private lost(): void {
    this.count(ledger.connectionLost(this.ledger))
    if (this.state.getState().status !== 'ended') this.state.setState({ status: 'offline' })
  }

  private ended(code: ErrorCode): void {
    if (this.state.getState().status !== 'ended') this.state.setState({ status: 'ended', endedBecause: code })
  }

  private count(next: ledger.LedgerState): void {
    this.ledger = next
    const unsaved = ledger.isUnsaved(next)
    this.state.setState({ unsaved, held: next.held })
    if (unsaved) return
    this.ownChanges.saved()
    this.forgetFormer()
  }
}
