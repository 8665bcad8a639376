import type { Artefact } from '#shared/document/artefacts.ts'
import { ensureText, replaceText, setField } from '#shared/document/artefacts.ts'
import { isListed } from '#shared/kinds/listed.ts'
import { existingSolution } from '#shared/kinds/existingSolution/spec.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { asOneStep, createUnplaced } from '#client/artefacts/card-actions.ts'
import type { CataloguePlan } from './catalogue-plan.ts'

const { by, out } = existingSolution.catalogue

/** Solutions in the room's catalogue, on a sheet or not, by name. */
export function catalogueIn(session: RoomSession): Artefact[] {
  return [...session.roots.artefacts.keys()]
    .flatMap((id) => session.artefacts.get(id) ?? [])
    .filter(isListed)
    .sort((a, b) => String(a.fields.name).localeCompare(String(b.fields.name), 'de'))
}

/** Does what was planned, as one step. @returns what takes the new ones out of the catalogue again */
export function carryOut(session: RoomSession, { fresh, filled }: CataloguePlan): () => void {
  const made = createUnplaced(session, 'existingSolution', fresh, ({ artefacts }) => {
    for (const { id, fields } of filled)
      for (const [name, value] of Object.entries(fields)) {
        const text = typeof value === 'string' ? ensureText(artefacts, id, name) : null
        // Somebody may have written there since
        if (!text) setField(artefacts, id, name, value)
        else if (text.length === 0) replaceText(text, String(value))
      }
  })
  return () => takeOut(session, made)
}

export function takeOut(session: RoomSession, ids: readonly string[]): void {
  asOneStep(session, ({ artefacts }) => ids.forEach((id) => setField(artefacts, id, by, out)))
}
