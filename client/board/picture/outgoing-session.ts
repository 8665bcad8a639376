import type { TFunction } from 'i18next'
import * as Y from 'yjs'
import { leaving, type Leaving } from '#shared/consent/leaving.ts'
import { textOf } from '#shared/document/artefacts.ts'
import { openSnapshot } from '#shared/document/snapshot-document.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import type { Roots } from '#shared/document/roots.ts'
import { isKind, kinds } from '#shared/kinds/index.ts'
import { previewSession } from '#client/session/preview-session.ts'
import type { RoomSession } from '#client/session/room-session.ts'

interface Outgoing {
  session: RoomSession
  /** What goes along with the picture, such as its name. */
  clear: Leaving['clear']
}

/**
 * The room as it may leave the group, to be drawn into pictures: what is withheld does not exist in it. Knows the
 * withheld words of this group only, because no browser has those of others. Whoever opens it destroys it.
 */
export function outgoingSession(live: RoomSession, t: TFunction): Outgoing {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(live.doc))
  const instead = `[${t('results.report.withheldText')}]`
  const { documents, withheld, clear } = leaving([takeSnapshot(copy)], { instead })
  copy.destroy()
  const reduced = openSnapshot(documents[0]!)
  const session = previewSession(live, Y.encodeStateAsUpdate(reduced))
  reduced.destroy()
  nameWithheld(session.roots, withheld, t)
  return { session, clear }
}

/** An empty card would look like one in which nobody wrote. */
function nameWithheld({ artefacts }: Roots, withheld: Leaving['withheld'], t: TFunction): void {
  for (const id of withheld.keys()) {
    const kind = artefacts.get(id)?.get('kind')
    if (!isKind(kind)) continue
    const words = t(`kinds.${kind}.withheld`, { defaultValue: t('results.report.withheldText') })
    textOf(artefacts, id, kinds[kind].headline)?.insert(0, `[${words}]`)
  }
}
