import * as Y from 'yjs'
import { newId, type GroupId } from '#shared/base/ids.ts'
import { writeDraftCard } from '#shared/document/draft-cards.ts'
import { fieldsOn, kindOfField } from '#shared/document/fields.ts'
import { areGivable } from '#shared/document/given-fields.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { Step } from '#shared/facilitation/step/step.ts'
import { kindForPage, plainKind, traitsOf, writableKinds, type ArtefactKind } from '#shared/kinds/index.ts'
import { facilitationFrame } from '#shared/protocol/facilitation-frame.ts'
import { syncFrame } from '#shared/protocol/frames.ts'
import { fill } from '#shared/report/words.ts'
import type { UpMessage } from '#shared/protocol/facilitation-messages.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Member, PeopleStore } from '#server/ports/people-store.ts'
import type { Admitted, Membership } from '#server/rooms/admitted.ts'
import type { PeerSocket } from '#server/rooms/peer-socket.ts'
import type { RoomService } from '#server/rooms/room-service.ts'
import type { Seat } from '#server/rooms/rooms.ts'
import {
  nextAct,
  nothingDone,
  oneOf,
  stepFor,
  stillDone,
  type Act,
  type Chance,
  type Doings,
} from './next-act.ts'

/** Seats in rooms and at silent drafts, as sockets take them. */
export interface Seats {
  join(socket: PeerSocket, admitted: Admitted, handshake: { client?: number }): Promise<Seat | null>
  joinDraft(
    socket: PeerSocket,
    admitted: Admitted,
    stepId: string,
    handshake: { client?: number },
  ): Promise<Seat | null>
}

export interface ParticipantMeans {
  people: Pick<PeopleStore, 'groups' | 'member'>
  rooms: Pick<RoomService, 'look' | 'addCards'>
  seats: Seats
  membership: Membership
  clock: Clock
  chance: Chance
}

/** What they write, in the language of the workshop. */
interface ParticipantWords {
  cards: readonly string[]
  objection: string
  /** What it is marked with that it comes from nobody; with `{{name}}` in it. */
  marked: string
}

/** What a simulated participant needs to write a card: what the page wants. */
interface Task {
  act: Act
  kind: ArtefactKind
  /** Record id of the field; null where the page has none. */
  fieldId: string | null
}

/**
 * Somebody who is not there: takes a seat like anybody and does what the step asks, through the same doors, so that
 * every rule holds for them. They read nothing; what they need to know is looked up when they act.
 */
export class SimulatedParticipant {
  readonly #means: ParticipantMeans
  readonly #member: Member
  readonly #words: ParticipantWords
  readonly #home: GroupId
  #seat: { groupId: GroupId; seat: Seat } | null = null
  #done: Doings = nothingDone('', '')
  #card = 0
  #hasLeft = false

  constructor(means: ParticipantMeans, member: Member, home: GroupId, words: ParticipantWords) {
    this.#means = means
    this.#member = member
    this.#home = home
    this.#words = words
    this.#card = Math.floor(means.chance() * words.cards.length)
  }

  /** Goes where they belong and does the next thing. Answers false once they were removed. */
  async act(): Promise<boolean> {
    const { people, membership, rooms } = this.#means
    const member = await people.member(this.#member.id)
    if (!member || member.removedAt !== null) {
      this.leave()
      return false
    }
    const groupId = await this.#whereToBe(member)
    const admitted = await membership(member.id, groupId, Number.MAX_SAFE_INTEGER)
    if (!admitted) return true
    const seat = await this.#sit(admitted)
    if (!seat) return true
    const task = await rooms.look(groupId, member.id, ({ state, roots }): Task | null => {
      const running = stepFor(state)
      if (running) this.#done = stillDone(this.#done, running)
      const act = nextAct(state, member, this.#done, this.#words, this.#means.chance)
      const pageId = act?.type === 'draft' ? act.step.pageId : state.place.pageId
      return act && { act, ...wantedOn(roots, pageId, this.#means.chance) }
    })
    if (task) await this.#do(task, admitted, seat)
    return true
  }

  /** For good, whatever they are just doing. */
  leave(): void {
    this.#hasLeft = true
    this.#standUp()
  }

  #standUp(): void {
    this.#seat?.seat.leave()
    this.#seat = null
  }

  /** In a breakout while there is one for them, else at home. */
  async #whereToBe({ workshopId, groupIds }: Member): Promise<GroupId> {
    const isTheirs = (id: GroupId) => groupIds === 'all' || groupIds.includes(id)
    const breakout = (await this.#means.people.groups(workshopId)).find(
      ({ id, kind, archivedAt }) => kind === 'breakout' && archivedAt === undefined && isTheirs(id),
    )
    return breakout?.id ?? this.#home
  }

  async #sit(admitted: Admitted): Promise<Seat | null> {
    const groupId = admitted.group.id
    if (this.#seat?.groupId === groupId) return this.#seat.seat
    this.#standUp()
    const client = newClientId()
    const socket = deafSocket(() => {
      if (this.#seat?.groupId === groupId) this.#seat = null
    })
    const seat = await this.#means.seats.join(socket, admitted, { client })
    if (this.#hasLeft) seat?.leave()
    if (!seat || this.#hasLeft) return null
    this.#seat = { groupId, seat }
    return seat
  }

  async #do({ act, kind, fieldId }: Task, admitted: Admitted, seat: Seat): Promise<void> {
    const done = this.#done
    switch (act.type) {
      case 'write':
        done.written++
        return this.#write(kind, admitted)
      case 'draft':
        done.written++
        return this.#draft(act.step, { kind, fieldId }, admitted)
      case 'vote':
        done.hasVoted = true
        return say(seat, { type: 'ballot', id: newId<string>(), voteId: act.voteId, ballot: act.ballot })
      case 'command':
        if (act.command.type === 'react' || act.command.type === 'raiseHand') {
          done.hasReacted ||= act.command.type === 'react'
          done.hasSpokenUp = true
        }
        return say(seat, { type: 'command', id: newId<string>(), command: act.command })
    }
  }

  /** Refused where somebody locked the page a moment ago; a person would shrug, too. */
  async #write(kind: ArtefactKind, admitted: Admitted): Promise<void> {
    try {
      await this.#means.rooms.addCards(admitted, [{ kind, fields: this.#fieldsOf(kind), tags: [] }])
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  }

  /** A card in a draft of their own, which nobody reads before it is revealed. */
  async #draft(
    { id, phase, pageId }: Step,
    { kind, fieldId }: Omit<Task, 'act'>,
    admitted: Admitted,
  ): Promise<void> {
    const doc = new Y.Doc()
    const fields = this.#fieldsOf(kind)
    const createdAt = this.#means.clock.now()
    doc.transact(() => writeDraftCard(rootsOf(doc), { kind, phase, pageId, fieldId, createdAt, fields }))
    const update = Y.encodeStateAsUpdate(doc)
    const { clientID: client } = doc
    doc.destroy()
    const seat = await this.#means.seats.joinDraft(deafSocket(), admitted, id, { client })
    seat?.receive(syncFrame('update', update))
    seat?.leave()
  }

  #fieldsOf(kind: ArtefactKind): Record<string, string> {
    const text = this.#words.cards[this.#card++ % this.#words.cards.length]!
    // On the card's face and wherever else it is read: a card without a name would say nothing of who made it
    return { [traitsOf(kind).headline]: fill(this.#words.marked, { name: text }) }
  }
}

const say = (seat: Seat, message: UpMessage) => seat.receive(facilitationFrame(message))

/** Takes everything and looks at nothing. */
const deafSocket = (onClosed = () => {}): PeerSocket => ({
  bufferedBytes: 0,
  write: () => {},
  close: onClosed,
})

const newClientId = () => {
  const doc = new Y.Doc()
  const { clientID } = doc
  doc.destroy()
  return clientID
}

/** Where somebody would write on a page, and what: in one of its fields, whichever they like. */
function wantedOn({ board }: Roots, pageId: string, chance: Chance): Omit<Task, 'act'> {
  const fields = fieldsOn(board, pageId)
  const field = fields.length > 0 ? oneOf(fields, chance) : null
  const wanted = kindOfField(field) ?? kindForPage(pageId)
  const isPlain = writableKinds.includes(wanted) && areGivable(wanted, { [traitsOf(wanted).headline]: '' })
  return { kind: isPlain ? wanted : plainKind, fieldId: field?.id ?? null }
}
