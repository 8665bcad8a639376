// @vitest-environment jsdom
import { createInstance, type i18n } from 'i18next'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outgoingSession } from '#client/board/picture/outgoing-session.ts'
import { de } from '#shared/i18n/de/index.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { memorySession, type MemorySession } from '#tests/support/room-session.ts'
import { everyKind, markOf, textFields } from '#tests/support/every-kind.ts'
import { kindNames, traitsOf } from '#shared/kinds/index.ts'
import { released, unreleased } from '#tests/support/sample-group.ts'
import * as Y from 'yjs'

let live: MemorySession
let texts: i18n
beforeEach(async () => {
  texts = createInstance()
  await texts.init({
    lng: 'de',
    resources: { de: { translation: de } },
    interpolation: { escapeValue: false },
  })
  live = memorySession()
  Y.applyUpdate(live.doc, Y.encodeStateAsUpdate(everyKind()))
})
afterEach(() => live.destroy())

describe('the room that pictures are drawn from', () => {
  it('holds nothing that is withheld, says so in its place, and leaves the live room as it is', () => {
    const before = JSON.stringify(live.doc.toJSON())
    const { session, clear } = outgoingSession(live, texts.t)
    expect(clear([`Gruppe: ${unreleased}`, 'Gruppe A'])).toEqual([
      '[Text nicht freigegeben, bleibt in der Gruppe]',
      'Gruppe A',
    ])
    const all = JSON.stringify(session.doc.toJSON())
    expect(all).not.toContain('still beerdigt')
    expect(all).toContain(released)
    const wordings = [...rootsOf(session.doc).artefacts.keys()].map(
      (id) => session.artefacts.get(id)!.fields.wording,
    )
    expect(wordings).toContain('[O-Ton nicht freigegeben, bleibt in der Gruppe]')
    expect(all).toContain('[Text nicht freigegeben, bleibt in der Gruppe]')
    // What is said outside in place of an exact place stands there
    const said = kindNames.flatMap((kind) =>
      textFields(kind)
        .filter((field) => field !== traitsOf(kind).place?.exact)
        .map((field) => markOf(kind, field)),
    )
    expect(said.filter((mark) => !all.includes(mark))).toEqual([])
    session.destroy()
    expect(JSON.stringify(live.doc.toJSON())).toBe(before)
    expect(before).toContain('still beerdigt')
  })
})
