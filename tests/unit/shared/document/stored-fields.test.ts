import { expect, test } from 'vitest'
import { createArtefact } from '#shared/document/artefacts.ts'
import { newId } from '#shared/base/ids.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { openSnapshot } from '#shared/document/snapshot-document.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import { sampleGroup } from '#tests/support/sample-group.ts'

const authorship = { as: 'anonymous' } as const

test.each([
  ['milestone', 'due', '1850-05-01', null],
  ['milestone', 'due', '2026-05-01', '2026-05-01'],
  ['interview', 'minutes', -3, null],
  ['interview', 'consent', 'vielleicht', 'unknown'],
] as const)('a file that says of a %s %s: %j makes one that says %j', (kind, field, value, kept) => {
  const snapshot = takeSnapshot(sampleGroup())
  const [first] = snapshot.artefacts
  const id = newId()
  const card = { ...first!, id, kind, fields: { [field]: value } } as typeof first & object
  const doc = openSnapshot({ ...snapshot, artefacts: [card] })
  expect(rootsOf(doc).artefacts.get(id)!.get(`f.${field}`)).toBe(kept)
})

test('a card is made with the initial value where its field may not have another', () => {
  const { artefacts } = rootsOf(sampleGroup())
  const made = {
    kind: 'note',
    phase: 'problem',
    createdAt: 1,
    authorship,
    fields: { colour: 'mauve' },
  } as const
  expect(artefacts.get(createArtefact(artefacts, made))!.get('f.colour')).toBe('yellow')
})
