import { ASIDE, isAside, writerOf } from '#shared/base/draft-id.ts'
import type { DraftId, GroupId, MemberId } from '#shared/base/ids.ts'
import { documentFrom } from '#shared/document/fold.ts'
import { revealing, type CardToReveal } from '#shared/document/reveal.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { EventEnvelope } from '#shared/facilitation/events.ts'
import type { SilentEvent } from '#shared/facilitation/silent/events.ts'
import { roundOf } from '#shared/facilitation/silent/state.ts'
import type { RoundAuthorship } from '#shared/facilitation/step/round-authorships.ts'
import type { FacilitationState } from '#shared/facilitation/state.ts'
import type { DownMessage } from '#shared/protocol/facilitation-messages.ts'
import type { Handshake } from '#shared/protocol/wire.ts'
import { StorageError } from '#server/base/storage-error.ts'
import type { DraftVault } from '#server/ports/draft-vault.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { Admitted } from '#server/rooms/admitted.ts'
import { SERVER_MEMBER } from '#server/rooms/client-bindings.ts'
import type { PeerSocket } from '#server/rooms/peer-socket.ts'
import type { LitRoom, RoomSecrets } from '#server/rooms/room-secrets.ts'
import type { AsideChange } from '#server/rooms/set-aside.ts'
import type { Rooms, Seat } from '#server/rooms/rooms.ts'
import type { Draft } from './draft.ts'
import { DraftCounts } from './draft-counts.ts'
import { AsideDrafts } from './aside-drafts.ts'
import { Drafts, type DraftsDeps } from './drafts.ts'
import { cardsToReveal, chanceOfTheMachine } from './reveal.ts'

interface SilenceDeps extends Omit<DraftsDeps, 'facilitation' | 'onStored'> {
  vault: DraftVault
  eventLog: EventLog
  /** Asked late, because rooms and their secrets need each other. */
  rooms: () => Pick<Rooms, 'facilitation' | 'tell'>
}

type Erase = Parameters<RoomSecrets['erasing']>[2]
type Revealed = Extract<SilentEvent, { type: 'DraftsRevealed' }>

/**
 * What people write in silence, until it is revealed. Invariants (cited by the tests):
 * 1. Events, revealed cards and the removal of the drafts they come from are one transaction: a server that is killed
 *    at any moment has done all of it or nothing.
 * 2. What was acknowledged before the revealing is in it; what comes later stays its writer's.
 * 3. A draft that cannot be read stays where it is and holds up nobody else's.
 */
export class Silence implements Pick<
  RoomSecrets,
  'commit' | 'entered' | 'putAside' | 'erasing' | 'removing' | 'memberChanged'
> {
  readonly #deps: SilenceDeps
  readonly #drafts: Drafts
  readonly #counts: DraftCounts
  readonly #aside: AsideDrafts

  constructor(deps: SilenceDeps) {
    this.#deps = deps
    this.#aside = new AsideDrafts(deps)
    this.#counts = new DraftCounts({
      ...deps,
      tell: (groupId, stepId, cards) => deps.rooms().tell(groupId, { type: 'drafts', stepId, cards }),
    })
    this.#drafts = new Drafts({
      ...deps,
      facilitation: (groupId) => deps.rooms().facilitation(groupId),
      onStored: (id, cards) => {
        if (isAside(id)) this.#aside.added(id)
        else this.#counts.note(id, cards)
      },
    })
  }

  /** Seats a socket at its member's own draft. Null when it was closed instead. */
  join(
    socket: PeerSocket,
    admitted: Admitted,
    stepId: string,
    handshake: Partial<Handshake>,
  ): Promise<Seat | null> {
    return this.#drafts.join(socket, admitted, stepId, handshake)
  }

  async entered(
    groupId: GroupId,
    { silent }: FacilitationState,
    memberId: MemberId,
    tell: (message: DownMessage) => void,
  ): Promise<void> {
    for (const { stepId, status } of silent) if (status === 'writing') this.#counts.announce(groupId, stepId)
    const cards = await this.#aside.cardsOf(groupId, memberId)
    if (cards > 0) tell({ type: 'drafts', stepId: ASIDE, cards })
  }

  async putAside({ groupId: id, update, newClients }: AsideChange): Promise<void> {
    this.#aside.added(id)
    for (const [client] of newClients) await this.#drafts.takeIn(id, update, client)
  }

  memberChanged(memberId: MemberId): Promise<void> {
    return this.#drafts.memberChanged(memberId)
  }

  async erasing(groupId: GroupId, { silent }: FacilitationState, erase: Erase): Promise<void> {
    for (const stepId of [...silent.map((round) => round.stepId), ASIDE]) {
      const stored = await this.#deps.vault.draftsOf(groupId, stepId)
      const live = (await this.#drafts.liveOf(groupId, stepId)).map(({ id }) => id)
      for (const id of new Set([...stored, ...live])) await this.#drafts.change(id, erase)
    }
  }

  removing(groupId: GroupId): Promise<void> {
    this.#aside.forget(groupId)
    return this.#drafts.removing(groupId)
  }

  async commit(room: LitRoom, envelopes: readonly EventEnvelope[]): Promise<boolean> {
    const revealed = envelopes.map(({ event }) => event).find((event) => event.type === 'DraftsRevealed')
    if (!revealed) return this.#deps.eventLog.append(room.groupId, envelopes)
    // Drafts that can never be stored would be waited for without end
    if (!this.#drafts.ticker.isWritable) throw new StorageError('unavailable', 'drafts cannot be stored')
    const thaw = this.#drafts.freeze(room.groupId, revealed.stepId)
    try {
      return await this.#reveal(room, envelopes, revealed)
    } finally {
      thaw()
    }
  }

  async #reveal(room: LitRoom, envelopes: readonly EventEnvelope[], event: Revealed): Promise<boolean> {
    const { groupId, sync } = room
    const { stepId, whose } = event
    const round = roundOf((await this.#deps.rooms().facilitation(groupId)).silent, stepId)
    const isMeant = (id: DraftId) => whose.type === 'all' || writerOf(id) === whose.memberId
    const live = (await this.#drafts.liveOf(groupId, stepId)).filter(({ id }) => isMeant(id))
    await Promise.all(live.map(({ outlet }) => this.#drafts.ticker.settled(outlet)))
    const meant = (await this.#deps.vault.draftsOf(groupId, stepId)).filter(isMeant)
    const { cards, drafts } = await this.#read(meant, live, round?.authorship ?? 'anonymous')
    const chance = chanceOfTheMachine((clientId) => sync.knows(clientId))
    const at = envelopes[0]?.at ?? this.#deps.clock.now()
    const update = cards.length > 0 ? revealing(sync.roots.board, cards, at, chance) : null
    const newClients: [number, MemberId][] = update ? [[chance.clientId, SERVER_MEMBER]] : []
    const isStored = await this.#deps.vault.reveal({ groupId, envelopes, update, newClients, drafts })
    if (!isStored) return false
    for (const draft of live) this.#drafts.drop(draft)
    for (const id of drafts) this.#counts.forget(id)
    this.#counts.announce(groupId, stepId)
    if (update) sync.adopt(update, chance.clientId)
    room.wake()
    return true
  }

  async #read(
    ids: readonly DraftId[],
    live: readonly Draft[],
    promised: RoundAuthorship,
  ): Promise<{ cards: CardToReveal[]; drafts: DraftId[] }> {
    const cards: CardToReveal[] = []
    const drafts: DraftId[] = []
    for (const id of ids) {
      const written = await this.#cardsOf(id, live.find((draft) => draft.id === id) ?? null, promised)
      if (written === null) continue
      cards.push(...written)
      drafts.push(id)
    }
    return { cards, drafts }
  }

  /** Null for a draft that cannot be read. */
  async #cardsOf(id: DraftId, live: Draft | null, promised: RoundAuthorship): Promise<CardToReveal[] | null> {
    const { updateLog, membership, logger } = this.#deps
    // Nobody's login: what the member is now
    const lookUp = (memberId: MemberId) =>
      membership(memberId, id.split('.')[0] as GroupId, Number.MAX_SAFE_INTEGER)
    try {
      if (live) return await cardsToReveal(id, live.sync.roots, promised, lookUp)
      const doc = documentFrom((await updateLog.load(id)).updates)
      const cards = await cardsToReveal(id, rootsOf(doc), promised, lookUp)
      doc.destroy()
      return cards
    } catch (error) {
      logger.error({ error: (error as Error).name, draft: id }, 'a draft could not be read and stays')
      return null
    }
  }

  async close(): Promise<void> {
    this.#counts.close()
    await this.#drafts.close()
  }
}
