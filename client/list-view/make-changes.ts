import { ensureText, readArtefact, replaceText, setField } from '#shared/document/artefacts.ts'
import { fieldsOf, isTextField } from '#shared/kinds/index.ts'
import { asOneStep } from '#client/artefacts/card-actions.ts'
import { cardsHeldFrom } from '#client/artefacts/writing.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import type { ReturnedChange } from './returned-table.ts'

/**
 * Makes changes as one step. They were ticked beside what the cards said then: what somebody has rewritten, turned into
 * another kind or locked since stays as it is.
 * @returns how many were made
 */
export function makeChanges(session: RoomSession, changes: readonly ReturnedChange[]): number {
  const held = cardsHeldFrom(session)
  const lasting = changes.filter(({ artefact: { id, kind, fields }, field }) => {
    const now = readArtefact(session.roots.artefacts, id)
    return now?.kind === kind && now.fields[field] === fields[field] && !held.has(id)
  })
  if (lasting.length === 0) return 0
  asOneStep(session, ({ artefacts }) => {
    for (const { artefact, field, value } of lasting) {
      const spec = fieldsOf(artefact.kind)[field]
      const text = spec && isTextField(spec) ? ensureText(artefacts, artefact.id, field) : null
      if (text) replaceText(text, String(value ?? ''))
      else setField(artefacts, artefact.id, field, value)
    }
  })
  return lasting.length
}
