import { describe, expect, it } from 'vitest'
import { newId, type ArtefactId } from '#shared/base/ids.ts'
import { BLACKENED } from '#shared/consent/coarsening.ts'
import { leaving } from '#shared/consent/leaving.ts'
import { releaseCheck, type HeldInGroup } from '#shared/consent/release-check.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import { sampleGroup } from '#tests/support/sample-group.ts'

const common = { createdAt: 1, authorship: { as: 'anonymous' }, phase: 'preparation' } as const
const long = 'Der Kollege aus dem Bauamt hat vor drei Jahren alles allein gemacht und niemandem etwas gesagt'

function group(...words: string[]) {
  const doc = sampleGroup()
  const { artefacts } = rootsOf(doc)
  const ids = doc.transact(() => {
    const interview = createArtefact(artefacts, {
      ...common,
      kind: 'interview',
      fields: {
        title: 'Gespräch mit Petersen',
        consent: 'given',
        transcript: `Petersen sagt es. ${long}.`,
        revisions: [
          {
            id: newId(),
            order: 'a0',
            fields: {
              transcript: 'Eine Berichtigung, die nur hier steht und sonst nirgends.',
              strong: '',
              by: 'Jana',
            },
          },
        ],
        redactions: words.map((one, n) => ({ id: newId(), order: `a${n}`, fields: { words: one } })),
      },
    })
    const quote = createArtefact(artefacts, {
      ...common,
      kind: 'quote',
      fields: {
        wording: `Petersens Haus und Frau Lüders. ${long}.`,
        release: 'released',
        source: { interviewId: interview, start: 0, end: 10 },
      },
      tags: ['Petersen'],
    })
    const beside = createArtefact(artefacts, { ...common, kind: 'note', fields: { text: `Notiz: ${long}` } })
    return { interview, quote, beside }
  })
  const snapshot = takeSnapshot(doc)
  const { documents } = leaving([snapshot], { instead: '[bleibt]' })
  const [{ held }] = releaseCheck(
    [{ id: newId(), name: 'Gruppe', kind: 'project', document: snapshot }],
    [],
  ) as [HeldInGroup]
  const card = (id: string) => documents[0]!.artefacts.find((one) => one.id === id)!
  const named = held.filter(({ reason }) => reason === 'named').map(({ artefactId }) => artefactId)
  return {
    interview: card(ids.interview),
    quote: card(ids.quote),
    beside: card(ids.beside),
    isNamed: named.includes(ids.quote),
  }
}

/** How somebody may write "Meyer-Lüders" who means the same person. */
const spellings = [
  'Meyer-Lüders',
  'MEYER-LÜDERS',
  'Meyer-Lu\u0308ders',
  'Meyer-Lueders',
  'Meyer\u2011Lüders',
  'Meyer-\nLüders',
  'Mey\u00ader-Lü\u200bders',
]

describe('what is redacted in an interview', () => {
  it('is blackened on it and on its quotes, released or not, inside of other words too', () => {
    const { interview, quote } = group('Petersen')
    expect(interview.fields.title).toBe(`Gespräch mit ${BLACKENED}`)
    expect(quote.fields.wording).toBe(`${BLACKENED}s Haus und Frau Lüders. ${long}.`)
    expect(quote.tags).toEqual([BLACKENED])
  })

  it('goes from every other text that repeats it, though a released quote said it', () => {
    expect(group().beside.fields.text).toBe(`Notiz: ${long}`)
    const { quote, beside } = group(long)
    expect(quote.fields.wording).toBe(`Petersens Haus und Frau Lüders. ${BLACKENED}.`)
    expect(beside.fields.text).toBe('[bleibt]')
  })

  it('is what the release check asks about, as long as a name stands there', () => {
    expect(group().isNamed).toBe(true)
    expect(group('Lüders').isNamed).toBe(false)
  })

  it('goes however it is spelled, on quotes and on what was made of them, and never out of ids', () => {
    for (const redacted of spellings) {
      const doc = sampleGroup()
      const { artefacts } = rootsOf(doc)
      const interview = newId<ArtefactId>()
      // What stands in an id or a choice is nobody's name
      const words = [redacted, interview.slice(0, 3), 'rel']
      const redactions = words.map((one, n) => ({ id: newId(), order: `a${n}`, fields: { words: one } }))
      const cards = doc.transact(() => {
        const about = { title: 'Gespräch', consent: 'given', transcript: 'Kurz.', redactions }
        createArtefact(artefacts, { ...common, kind: 'interview', id: interview, fields: about })
        return spellings.map((name) => {
          const source = { interviewId: interview, start: 0, end: 5 }
          const said = { wording: `So sagt es ${name} immer.`, release: 'released', source }
          const quote = createArtefact(artefacts, { ...common, kind: 'quote', fields: said })
          const made = { statement: `Wie ${name} es sagt` }
          const links = [{ type: 'derivedFrom' as const, to: quote }]
          return {
            quote,
            insight: createArtefact(artefacts, { ...common, kind: 'insight', fields: made, links }),
          }
        })
      })
      const { documents } = leaving([takeSnapshot(doc)], { instead: '[bleibt]' })
      const fieldsOf = (id: string) => documents[0]!.artefacts.find((one) => one.id === id)!.fields
      for (const { quote, insight } of cards) {
        expect(fieldsOf(quote)).toMatchObject({
          wording: `So sagt es ${BLACKENED} immer.`,
          ...{ release: 'released', source: { interviewId: interview } },
        })
        expect(fieldsOf(insight).statement).toBe(`Wie ${BLACKENED} es sagt`)
      }
    }
  })

  it('stays itself in the group, as the text and its corrections do', () => {
    const { interview } = group('Petersen')
    expect(interview.fields).toMatchObject({ transcript: '', revisions: [], redactions: [] })
    expect(JSON.stringify(interview)).not.toContain('Berichtigung')
  })
})
