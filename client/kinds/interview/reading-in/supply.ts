import { ensureText, itemsOf, readArtefact, replaceText, setField } from '#shared/document/artefacts.ts'
import { removeItem } from '#shared/document/items.ts'
import type { Roots } from '#shared/document/roots.ts'
import type { FieldValue } from '#shared/kinds/field.ts'
import { isTextField } from '#shared/kinds/index.ts'
import { interview } from '#shared/kinds/interview/spec.ts'
import { writeState, type NewState } from '../add-state.ts'
import { aboutFields, type About } from './new-cards.ts'

/**
 * Gives a card its protocol, and what is known of the conversation. A protocol that was missing comes as a state of its own,
 * because its interview's text may have been erased, and places in that one lead nowhere. Inside a transaction of the caller's.
 * @returns what takes back of it what nobody has changed since; null where there are as many texts as may be
 */
export function supply(
  { artefacts }: Roots,
  id: string,
  state: NewState,
  about: About,
): ((later: Roots) => void) | null {
  const former = readArtefact(artefacts, id)?.fields
  const stateId = former ? writeState(artefacts, id, state) : null
  if (!former || stateId === null) return null
  const isNew = ([name, value]: [string, FieldValue]) =>
    value !== null && value !== '' && value !== 'unknown' && value !== former[name]
  const told = Object.entries(aboutFields(about)).filter(isNew)
  for (const [name, value] of told) write(artefacts, id, name, value)
  return (later) => {
    const revisions = itemsOf(later.artefacts, id, 'revisions')
    if (revisions) removeItem(revisions, stateId)
    const now = readArtefact(later.artefacts, id)?.fields
    for (const [name, value] of told)
      if (now?.[name] === value) write(later.artefacts, id, name, former[name]!)
  }
}

function write(artefacts: Roots['artefacts'], id: string, name: string, value: FieldValue): void {
  const isText = isTextField(interview.fields[name as keyof typeof interview.fields])
  const text = isText ? ensureText(artefacts, id, name) : null
  if (text) replaceText(text, String(value))
  else setField(artefacts, id, name, value)
}
