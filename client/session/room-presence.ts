import type { Awareness } from 'y-protocols/awareness'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Person } from '#shared/protocol/facilitation-messages.ts'
import type { PresenceState } from '#shared/protocol/presence.ts'
import type { Peer, Presence } from './room-session.ts'

const NOTHING_SHOWN: PresenceState = {}

/**
 * Who is here and what they show. Who somebody is comes from the server only; presence states are merely looked up by
 * connection, so that nobody can appear as somebody else.
 */
export class RoomPresence implements Presence {
  readonly peers: StoreApi<readonly Peer[]>
  readonly own: StoreApi<PresenceState>
  private readonly awareness: Awareness
  private readonly people = new Map<number, Person>()
  private readonly onChange = () => this.refresh()

  constructor(awareness: Awareness) {
    this.awareness = awareness
    this.peers = createStore<readonly Peer[]>(() => [])
    this.own = createStore<PresenceState>(() => NOTHING_SHOWN)
    awareness.on('change', this.onChange)
  }

  show(change: Partial<PresenceState>): void {
    const merged: Record<string, unknown> = { ...this.own.getState(), ...change }
    for (const key of Object.keys(merged)) if (merged[key] === undefined) delete merged[key]
    this.own.setState(merged, true)
    this.awareness.setLocalState(merged)
  }

  everybody(people: readonly Person[]): void {
    this.people.clear()
    this.changed(people, [])
  }

  changed(joined: readonly Person[], left: readonly number[]): void {
    for (const clientId of left) this.people.delete(clientId)
    for (const person of joined) this.people.set(person.clientId, person)
    this.refresh()
  }

  destroy(): void {
    this.awareness.off('change', this.onChange)
    this.awareness.destroy()
  }

  private refresh(): void {
    const before = new Map(this.peers.getState().map((peer) => [peer.clientId, peer]))
    const states = this.awareness.getStates()
    const next = [...this.people.values()]
      .filter(({ clientId }) => clientId !== this.awareness.clientID)
      .sort(byName)
      .map((person) => {
        const presence = (states.get(person.clientId) ?? NOTHING_SHOWN) as PresenceState
        return unchanged(before.get(person.clientId), person, presence) ?? { ...person, presence }
      })
    const peers = this.peers.getState()
    if (next.length !== peers.length || next.some((peer, i) => peer !== peers[i]))
      this.peers.setState(next, true)
  }
}

function unchanged(peer: Peer | undefined, person: Person, presence: PresenceState): Peer | null {
  if (!peer || peer.presence !== presence) return null
  const same = peer.name === person.name && peer.organisation === person.organisation
  return same && peer.role === person.role && peer.colour === person.colour ? peer : null
}

const byName = (a: Person, b: Person) => a.name.localeCompare(b.name, 'de') || a.clientId - b.clientId
