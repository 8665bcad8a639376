import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createStore } from 'zustand/vanilla'
import { refused } from '#shared/base/result.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { DocumentArtefacts } from './artefact-store.ts'
import { documentHistory } from './history.ts'
import { RoomPresence } from './room-presence.ts'
import type { RoomSession } from './room-session.ts'

/**
 * A former state of a room, for reading with the room's own views. It has a document of its own and no network:
 * whatever happens here reaches nobody.
 */
export function previewSession(live: RoomSession, update: Uint8Array): RoomSession {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const roots = rootsOf(doc)
  const artefacts = new DocumentArtefacts(roots.artefacts)
  const history = documentHistory(roots, Symbol('never'))
  const presence = new RoomPresence(new Awareness(doc))
  const { state, me } = live.facilitation.getState()
  return {
    workshopId: live.workshopId,
    groupId: live.groupId,
    language: live.language,
    archived: live.archived,
    doc,
    roots,
    artefacts,
    history,
    presence,
    // A former state has no votes that anybody could take part in
    ballots: { ...live.ballots, cast: () => undefined, isEligible: () => false },
    connection: createStore(() => ({ ...live.connection.getState(), unsaved: false, held: null })),
    facilitation: createStore(() => ({
      state,
      me,
      mayWrite: false,
      mayComment: false,
      mayFacilitate: false,
    })),
    edit: () => undefined,
    command: () => Promise.resolve(refused('command_not_allowed')),
    serverNow: () => live.serverNow(),
    reportUnreadable: () => undefined,
    destroy: () => {
      presence.destroy()
      history.destroy()
      artefacts.destroy()
      doc.destroy()
    },
  }
}
