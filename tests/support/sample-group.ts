import * as Y from 'yjs'
import type { Authorship } from '#shared/document/authorship.ts'
import { newId, type ArtefactId, type MemberId } from '#shared/base/ids.ts'
import { createArtefact, textOf, turnInto } from '#shared/document/artefacts.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { strategiewerkstattDocument } from '#shared/methods/strategiewerkstatt.ts'

const NOW = Date.UTC(2026, 2, 2, 9, 30)

export const released = 'Der Antrag liegt drei Wochen, weil niemand weiß, wer ihn weiterreicht.'
export const unreleased = 'Die Amtsleitung hat das Projekt „still beerdigt“, das sagt nur keiner laut.'
export const transcript = `Interview mit einer Amtsleitung\n\n${released}\n\n${unreleased}\n`

/**
 * A story that tests can tell by its words: an interview, quotes released and not, cards that rest on them, drawings,
 * something put aside. A card of every kind there is beside it: `everyKind`.
 */
export function sampleGroup(author: MemberId = newId()): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, strategiewerkstattDocument({ language: 'de', kind: 'project', now: NOW }))
  doc.transact(() => fill(doc, author))
  return doc
}

function fill(doc: Y.Doc, memberId: MemberId): void {
  const { artefacts, board } = rootsOf(doc)
  const named: Authorship = { as: 'named', memberId, name: 'Jana Petersen', organisation: 'Stadt Beispiel' }
  const anonymous: Authorship = { as: 'anonymous' }
  const common = { createdAt: NOW, authorship: named } as const

  const interview = createArtefact(artefacts, {
    ...common,
    kind: 'interview',
    phase: 'preparation',
    fields: { title: 'Amtsleitung Bauamt', transcript, date: '2026-02-20', minutes: 50, consent: 'given' },
  })
  const quote = (wording: string, release: string): ArtefactId => {
    const start = transcript.indexOf(wording)
    const source = { interviewId: interview, start, end: start + wording.length }
    const fields = { wording, release, pseudonym: 'Leitung, mittlere Stadt', source }
    return createArtefact(artefacts, {
      ...common,
      kind: 'quote',
      phase: 'preparation',
      fields,
      tags: ['Wege'],
    })
  }
  const open = quote(released, 'released')
  const closed = quote(unreleased, 'group')
  const idea = createArtefact(artefacts, {
    ...common,
    authorship: anonymous,
    kind: 'idea',
    phase: 'solution',
    fields: { sentence: 'Jeder Antrag zeigt, bei wem er liegt.' },
    links: [{ type: 'derivedFrom', to: open }],
  })
  const copied = createArtefact(artefacts, {
    ...common,
    kind: 'idea',
    phase: 'solution',
    fields: { sentence: `Dazu passt: ${unreleased}` },
    links: [{ type: 'derivedFrom', to: closed }],
  })
  const putAside = createArtefact(artefacts, {
    ...common,
    kind: 'note',
    phase: 'solution',
    fields: { text: 'Beiseitegelegt', colour: 'blue' },
    status: 'agreed',
  })
  turnInto(artefacts, putAside, 'idea')

  const place = (artefactId: string, parentId: string, y = 40) =>
    placeArtefact(board, { artefactId, parentId, x: 40, y, w: 240, h: 160 })
  place(interview, 'shape:preparation-interviews-protocols')
  place(open, 'shape:preparation-matrix-operational-organisational')
  place(closed, 'shape:preparation-matrix-strategic-organisational')
  place(idea, 'page:solution-ideas')
  place(copied, 'shape:solution-ideas-shortlist')
  textOf(artefacts, idea, 'benefit')?.insert(0, 'Weniger Nachfragen')
  writeRecord(board, {
    id: 'shape:arrow',
    typeName: 'shape',
    type: 'geo',
    parentId: 'page:solution-ideas',
    index: 'a9',
    x: 5.5,
    y: -20,
    rotation: 0.5,
    isLocked: false,
    opacity: 1,
    props: { w: 10, h: 10, geo: 'ellipse' },
    meta: {},
  })
}
