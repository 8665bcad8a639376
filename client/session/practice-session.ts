import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createStore } from 'zustand/vanilla'
import { newId } from '#shared/base/ids.ts'
import { refused } from '#shared/base/result.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { DocumentArtefacts } from './artefact-store.ts'
import { documentHistory } from './history.ts'
import { RoomPresence } from './room-presence.ts'
import type { ConnectionState, RoomSession } from './room-session.ts'

/** Everything is where it belongs: there is no line that could break. */
const settled: ConnectionState = {
  status: 'online',
  ready: true,
  synced: true,
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
 * A document to try things on, with the views of a room. It knows no server and keeps nothing: what is written is gone with
 * the page.
 * @param name by which cards are signed
 */
export function practiceSession(update: Uint8Array, language: 'de' | 'en', name: string): RoomSession {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const roots = rootsOf(doc)
  const origin = Symbol('practice')
  const artefacts = new DocumentArtefacts(roots.artefacts)
  const history = documentHistory(roots, origin)
  const presence = new RoomPresence(new Awareness(doc))
  const me = {
    clientId: doc.clientID,
    memberId: newId<never>(),
    name,
    organisation: '',
    role: 'participant',
    colour: 0,
  } as const
  return {
    workshopId: newId<never>(),
    groupId: newId<never>(),
    language,
    archived: false,
    doc,
    roots,
    artefacts,
    history,
    presence,
    ballots: {
      state: createStore(() => ({ own: new Map(), turnouts: new Map(), refusal: null })),
      cast: () => undefined,
      isEligible: () => false,
    },
    connection: createStore(() => settled),
    facilitation: createStore(() => ({
      state: null,
      me,
      mayWrite: true,
      mayComment: false,
      mayFacilitate: false,
    })),
    edit: (change) => doc.transact(() => change(roots), origin),
    command: () => Promise.resolve(refused('command_not_allowed')),
    serverNow: () => Date.now(),
    reportUnreadable: () => undefined,
    destroy: () => {
      presence.destroy()
      history.destroy()
      artefacts.destroy()
      doc.destroy()
    },
  }
}
