import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { leaving } from '#shared/consent/leaving.ts'
import { addLink, createArtefact, turnInto } from '#shared/document/artefacts.ts'
import type { Link } from '#shared/evidence/links.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import { released, sampleGroup, transcript, unreleased } from '#tests/support/sample-group.ts'

const anonymous = { as: 'anonymous' } as const
const common = { createdAt: 1, authorship: anonymous, phase: 'preparation' } as const
const instead = '[bleibt hier]'
const telling = /still beerdigt/i

const outgoing = (doc: Y.Doc, ...beside: Y.Doc[]) =>
  leaving([takeSnapshot(doc)], { instead, beside: beside.map(takeSnapshot) })
const textOf = (doc: Y.Doc) => JSON.stringify(outgoing(doc).documents).replaceAll('\\', '')

/** The group with one change. */
function changed(change: (roots: ReturnType<typeof rootsOf>) => void): Y.Doc {
  const doc = sampleGroup()
  doc.transact(() => change(rootsOf(doc)))
  return doc
}

describe('what leaves a group', () => {
  it('holds no withheld quote, nor who said it, nor the protocol, and all that is released', () => {
    const doc = changed(({ artefacts }) => {
      const fields = { wording: 'Ganz für uns.', pseudonym: 'Die eine Amtsleiterin', topic: 'Ratskrach' }
      createArtefact(artefacts, { ...common, kind: 'quote', fields, tags: ['Hinter vorgehaltener Hand'] })
    })
    const text = textOf(doc)
    expect(text).not.toMatch(telling)
    expect(text).not.toMatch(/Ganz für uns|Amtsleiterin|Ratskrach|vorgehaltener/)
    expect(text).not.toContain('Interview mit einer Amtsleitung')
    expect(text).toContain(released)
    expect(outgoing(doc).withheldQuotes).toBe(2)
  })

  const shape = { typeName: 'shape', parentId: 'page:solution-ideas', index: 'a8', x: 0, y: 0, rotation: 0 }
  const more = { isLocked: false, opacity: 1, meta: {} }
  it.each<[string, (roots: ReturnType<typeof rootsOf>) => void]>([
    [
      'the name of a frame',
      ({ board }) =>
        writeRecord(board, {
          ...shape,
          ...more,
          id: 'shape:f',
          type: 'frame',
          props: { w: 9, h: 9, name: unreleased },
        }),
    ],
    [
      'the name of a page',
      ({ board }) =>
        writeRecord(board, { id: 'page:x', typeName: 'page', name: unreleased, index: 'a1', meta: {} }),
    ],
    [
      'the name and alternative text of a picture',
      ({ board }) => {
        const props = {
          src: 'x',
          w: 1,
          h: 1,
          name: `${unreleased}.png`,
          altText: unreleased,
          isAnimated: false,
        }
        writeRecord(board, { id: 'asset:x', typeName: 'asset', type: 'image', props, meta: {} })
      },
    ],
    [
      'formatted text, where a word in bold divides it',
      ({ board }) => {
        const pieces = ['Die Amtsleitung hat das Projekt ', 'still beerdigt', ', das sagt nur keiner laut.']
        const content = [{ type: 'paragraph', content: pieces.map((text) => ({ type: 'text', text })) }]
        const props = { richText: { type: 'doc', content } }
        writeRecord(board, { ...shape, ...more, id: 'shape:t', type: 'text', props })
      },
    ],
    [
      'a tag',
      ({ artefacts }) => {
        const fields = { text: 'Harmlos' }
        createArtefact(artefacts, { ...common, kind: 'note', fields, tags: [unreleased.slice(0, 60)] })
      },
    ],
    [
      'a note with words of the protocol that nobody took as a quote',
      ({ artefacts }) => {
        createArtefact(artefacts, {
          ...common,
          kind: 'interview',
          fields: {
            transcript: 'Danach wurde die Stelle für immer still beerdigt und nie wieder ausgeschrieben.',
          },
        })
        const text = 'Gehört: die Stelle für immer still beerdigt und nie wieder ausgeschrieben'
        createArtefact(artefacts, { ...common, kind: 'note', fields: { text } })
      },
    ],
    [
      'what was a quote before it became a note',
      ({ artefacts }) => {
        const wording = 'Wer hier fragt, der ist morgen auch ganz still beerdigt.'
        turnInto(
          artefacts,
          createArtefact(artefacts, { ...common, kind: 'quote', fields: { wording } }),
          'note',
        )
      },
    ],
  ])('says nothing withheld in %s', (_, change) => expect(textOf(changed(change))).not.toMatch(telling))

  it('says nothing of what lines repeat that lie one behind the other, and all of those around them', () => {
    const lines = [
      'Erstens',
      'Die Amtsleitung hat das Projekt',
      'still beerdigt, das sagt',
      'nur keiner laut.',
    ]
    const doc = changed(({ artefacts, board }) => {
      for (const text of [...lines, 'Zuletzt der Parkplatz']) {
        const artefactId = createArtefact(artefacts, { ...common, kind: 'note', fields: { text } })
        placeArtefact(board, { artefactId, parentId: 'page:solution-ideas', x: 0, y: 0, w: 9, h: 9 })
      }
    })
    const text = textOf(doc)
    for (const line of lines.slice(1)) expect(text).not.toContain(line)
    expect(text).toContain('Erstens')
    expect(text).toContain('Zuletzt der Parkplatz')
    expect(outgoing(doc).isReduced()).toBe(true)
  })

  it('is reduced, too, where only what goes along repeats something withheld', () => {
    const wording = 'Im Nachbarkreis lachen sie schon lange über unsere Faxgeräte.'
    const other = changed(({ artefacts }) =>
      createArtefact(artefacts, { ...common, kind: 'quote', fields: { wording } }),
    )
    const { clear, isReduced } = leaving([], { instead, beside: [takeSnapshot(other)] })
    clear({ title: 'Digitale Anträge' })
    expect(isReduced()).toBe(false)
    expect(clear({ name: wording })).toEqual({ name: instead })
    expect(isReduced()).toBe(true)
  })

  it('says neither half of what two cards say one behind the other, though one of them alone says too much', () => {
    const doc = changed(({ artefacts, board }) => {
      const wording = 'Unser Amtsleiter liest keine Mails und wartet lieber auf Papier'
      createArtefact(artefacts, { ...common, kind: 'quote', fields: { wording } })
      for (const title of ['Unser Amtsleiter liest keine', 'Mails und wartet lieber auf Papier']) {
        const artefactId = createArtefact(artefacts, { ...common, kind: 'idea', fields: { title } })
        placeArtefact(board, { artefactId, parentId: 'page:solution-ideas', x: 0, y: 0, w: 9, h: 9 })
      }
    })
    expect(textOf(doc)).not.toMatch(/liest keine|lieber auf Papier/)
  })

  it('says nothing that another group withholds', () => {
    const wording = 'Im Nachbarkreis lachen sie schon lange über unsere Faxgeräte.'
    const other = changed(({ artefacts }) =>
      createArtefact(artefacts, { ...common, kind: 'quote', fields: { wording } }),
    )
    const own = changed(({ artefacts }) =>
      createArtefact(artefacts, { ...common, kind: 'note', fields: { text: wording } }),
    )
    expect(JSON.stringify(outgoing(own).documents)).toContain('Faxgeräte')
    expect(JSON.stringify(outgoing(own, other).documents)).not.toContain('Faxgeräte')
  })

  it('withholds everything from an interview that was refused, whoever released it', () => {
    const doc = changed(({ artefacts }) => {
      for (const artefact of artefacts.values())
        if (artefact.get('kind') === 'interview') artefact.set('f.consent', 'refused')
    })
    const text = textOf(doc)
    expect(text).not.toContain('Der Antrag liegt')
    expect(text).not.toContain('Bauamt')
    expect([...outgoing(doc).withheld.values()].sort()).toEqual(['fromRefused', 'fromRefused', 'refused'])
  })

  it.each(['derivedFrom', 'supports'] as const)(
    'withholds what was typed by hand and linked with it by %s, in either direction, whoever released it',
    (type) => {
      const words = 'Bei uns entscheidet das am Ende immer der Kämmerer.'
      const doc = changed(({ artefacts }) => {
        const fields = { wording: words, release: 'released' }
        const interview = createArtefact(artefacts, {
          ...common,
          kind: 'interview',
          fields: { title: 'Nein', consent: 'refused' },
        })
        const quote = (links: Link[] = []) =>
          createArtefact(artefacts, { ...common, kind: 'quote', fields, links })
        quote([{ type, to: interview }])
        addLink(artefacts, interview, { type, to: quote() })
        turnInto(artefacts, quote([{ type, to: interview }]), 'note')
      })
      expect(textOf(doc)).not.toContain('Kämmerer')
    },
  )

  it('does not say what a refused interview is called, nor its words where another quote released them', () => {
    const title = 'Gespräch mit der Leiterin des Standesamts'
    const said = 'Wir haben die Anträge zwei Jahre lang im Keller gesammelt und keinem davon erzählt.'
    const doc = changed(({ artefacts }) => {
      const add = (kind: 'interview' | 'note' | 'quote', fields: Record<string, string>) =>
        createArtefact(artefacts, { ...common, kind, fields })
      add('interview', { title, consent: 'refused', transcript: `Anfang. ${said} Ende.` })
      add('note', { text: `Aus: gespräch mit der Leiterin des Standesamtes, März` })
      add('note', { text: 'Gespräch mit der Kämmerei führen' })
      add('quote', { wording: said, release: 'released' })
      add('note', { text: `Zum Keller: ${said}` })
    })
    const text = textOf(doc)
    expect(text).not.toMatch(/Standesamt|im Keller gesammelt/)
    expect(text).toContain('Gespräch mit der Kämmerei führen')
  })

  it('says the same again when it leaves a second time', () => {
    const [once] = outgoing(sampleGroup()).documents
    expect(leaving([once!], { instead }).documents[0]).toEqual(once)
  })

  it('clears names beside documents', () => {
    const leaving = outgoing(sampleGroup())
    expect(leaving.clear([{ name: `Stand: ${unreleased}` }, { name: 'Mittag' }])).toEqual([
      { name: instead },
      { name: 'Mittag' },
    ])
    expect(transcript).toContain(unreleased)
  })
})
