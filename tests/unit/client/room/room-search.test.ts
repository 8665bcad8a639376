import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { find, searchables } from '#client/room/search/search.ts'
import type { PresentMember } from '#client/room-context/present-members.ts'
import { followPages } from '#client/room-context/room-pages.ts'
import type { MemberId } from '#shared/base/ids.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { layPages } from '#tests/support/room-session.ts'

const authorship = { as: 'anonymous' } as const

function room() {
  const roots = rootsOf(new Y.Doc())
  layPages(roots)
  const pages = followPages(roots).store.getState()
  const write = (text: string, tags: string[] = []) => {
    const artefactId = createArtefact(roots.artefacts, {
      kind: 'note',
      phase: 'preparation',
      createdAt: 1,
      authorship,
      fields: { text },
      tags,
    })
    placeArtefact(roots.board, { artefactId, parentId: 'page:one', x: 0, y: 0, w: 10, h: 10 })
  }
  const titles = (query: string) =>
    find(searchables(roots, pages, [jana, me]), query).map((finding) => finding.title)
  return { roots, write, titles }
}

const member = (name: string, isMe: boolean): PresentMember => ({
  memberId: name as MemberId,
  name,
  organisation: 'Landkreis Süd',
  role: 'participant',
  colour: 0,
  isMe,
  clientId: 1,
  pageId: 'page:two',
})
const jana = member('Jana Größer', false)
const me = member('Ich selbst', true)

describe('searching a room', () => {
  test('finds a solution of the catalogue that lies on no page, and nothing that was taken off', () => {
    const { roots, titles } = room()
    const common = { phase: 'preparation', createdAt: 1, authorship } as const
    createArtefact(roots.artefacts, { ...common, kind: 'note', fields: { text: 'Kita, abgelegt' } })
    createArtefact(roots.artefacts, {
      ...common,
      kind: 'existingSolution',
      fields: { name: 'OpenKita', listing: 'listed' },
    })
    expect(titles('kita')).toEqual(['OpenKita'])
  })

  test('finds cards by every word asked for, in any order and whatever the case', () => {
    const { write, titles } = room()
    write('Anträge werden dreimal abgetippt')
    write('Anträge online stellen')
    expect(titles('ABGETIPPT anträge')).toEqual(['Anträge werden dreimal abgetippt'])
  })

  test('finds umlauts spelled out or without their dots', () => {
    const { write, titles } = room()
    write('Bürgerbüro öffnet früher')
    for (const query of ['buergerbuero', 'burgerburo', 'Bürgerbüro', 'frueh']) {
      expect(titles(query), query).toEqual(['Bürgerbüro öffnet früher'])
    }
  })

  test('finds by tag, finds people but not oneself, and pages', () => {
    const { write, titles } = room()
    write('Ohne das Wort', ['Termine'])
    expect(titles('termine')).toEqual(['Ohne das Wort'])
    expect(titles('groesser')).toEqual(['Jana Größer'])
    expect(titles('selbst')).toEqual([])
    expect(titles('ideen')).toEqual(['Ideen'])
  })

  test('offers all pages before anything is typed', () => {
    expect(room().titles(' ')).toEqual(['Vorbereitung', 'Ideen'])
  })

  test('puts what begins with the word first', () => {
    const { write, titles } = room()
    write('Eine gute Lösung')
    write('Lösung zuerst')
    expect(titles('lösung')[0]).toBe('Lösung zuerst')
  })
})
