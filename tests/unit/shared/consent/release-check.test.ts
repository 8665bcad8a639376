import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId, type ArtefactId } from '#shared/base/ids.ts'
import { leaving } from '#shared/consent/leaving.ts'
import { releaseCheck } from '#shared/consent/release-check.ts'
import { decideReleases } from '#shared/consent/release-decisions.ts'
import { addLink, createArtefact } from '#shared/document/artefacts.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { restoreFrom } from '#shared/document/restore.ts'
import { openSnapshot } from '#shared/document/snapshot-document.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import { sampleGroup, unreleased } from '#tests/support/sample-group.ts'

const check = (doc: Y.Doc, name = 'Gruppe', beside: Y.Doc[] = []) =>
  releaseCheck(
    [{ id: newId(), name, kind: 'project', document: takeSnapshot(doc) }],
    beside.map(takeSnapshot),
  )[0]!

const idOf = (doc: Y.Doc, kind: string, field: string, value: string) =>
  [...rootsOf(doc).artefacts.entries()].find(
    ([, map]) => map.get('kind') === kind && String(map.get(`f.${field}`)) === value,
  )![0]

const decide = (doc: Y.Doc, artefactId: string, release: 'open' | 'closed') =>
  doc.transact(() => decideReleases(rootsOf(doc), [{ artefactId, release }]))

const outgoing = (doc: Y.Doc) =>
  JSON.stringify(leaving([takeSnapshot(doc)], { instead: '[bleibt]' }).documents)

describe('the release check', () => {
  it('names each withheld quote with its words, its place and its interview, and the cards that repeat it', () => {
    const doc = sampleGroup()
    const { held, interviews } = check(doc)
    expect(held.map(({ reason, words }) => [reason, words]).sort()).toEqual([
      ['notReleased', unreleased],
      ['repeats', `Dazu passt: ${unreleased}`],
    ])
    const quote = held.find(({ reason }) => reason === 'notReleased')!
    expect(quote.pageId).toBe('page:preparation-matrix')
    expect(quote.shapeId).toMatch(/^shape:/)
    expect(interviews).toEqual([{ id: quote.interviewId, title: 'Amtsleitung Bauamt', consent: 'given' }])
  })

  it('says of a quote that stays that the same words are released on another card, here or in another group', () => {
    const [doc, other] = [sampleGroup(), sampleGroup()]
    const quoteIn = ({ held }: ReturnType<typeof check>) =>
      held.find(({ reason }) => reason === 'notReleased')
    expect(quoteIn(check(doc, 'Gruppe', [other]))).toMatchObject({ isToldElsewhere: false })
    decide(other, idOf(other, 'quote', 'release', 'group'), 'open')
    expect(quoteIn(check(doc, 'Gruppe', [other]))).toMatchObject({ words: unreleased, isToldElsewhere: true })
    decide(other, idOf(other, 'interview', 'title', 'Amtsleitung Bauamt'), 'closed')
    expect(quoteIn(check(doc, 'Gruppe', [other]))).toMatchObject({ isToldElsewhere: false })
  })

  it('names nothing once everything is released', () => {
    const doc = sampleGroup()
    expect(decide(doc, idOf(doc, 'quote', 'release', 'group'), 'open')).toBe(1)
    expect(check(doc)).toMatchObject({ held: [], interviews: [], isNameHeld: false })
  })

  it('asks about interviews of which nobody said whether they may be used, and names what a refusal keeps in', () => {
    const doc = sampleGroup()
    const interview = idOf(doc, 'interview', 'title', 'Amtsleitung Bauamt')
    doc.transact(() => rootsOf(doc).artefacts.get(interview)?.set('f.consent', 'unknown'))
    expect(check(doc).held.map(({ reason }) => reason)).toContain('consentOpen')
    expect(check(doc).interviews).toMatchObject([{ consent: 'undecided' }])
    decide(doc, interview, 'closed')
    expect(
      check(doc)
        .held.map(({ reason }) => reason)
        .sort(),
    ).toEqual(['fromRefused', 'fromRefused', 'refused', 'repeats', 'resting'])
  })

  it('finds what the board and the name of the group say, and what other groups withhold', () => {
    const doc = sampleGroup()
    decide(doc, idOf(doc, 'quote', 'release', 'group'), 'open')
    const other = sampleGroup()
    doc.transact(() =>
      writeRecord(rootsOf(doc).board, {
        id: 'page:x',
        typeName: 'page',
        name: 'Es ist wie im Märchen, nur dass wir keiner Fee begegnen.',
        index: 'a1',
        meta: {},
      }),
    )
    other.transact(() =>
      createArtefact(rootsOf(other).artefacts, {
        kind: 'quote',
        phase: 'preparation',
        createdAt: 1,
        authorship: { as: 'anonymous' },
        fields: { wording: 'Es ist wie im Märchen, nur dass wir keiner Fee begegnen.' },
      }),
    )
    const { held, isNameHeld } = check(doc, 'nur dass wir keiner Fee begegnen', [other])
    expect(held).toMatchObject([{ reason: 'repeats', artefactId: null, pageId: 'page:x' }])
    expect(isNameHeld).toBe(true)
  })
})

describe('a card that rests on a withheld quote', () => {
  const paraphrase = 'Oben wurde das Vorhaben beerdigt.'
  const resting = () => {
    const doc = sampleGroup()
    const quote = idOf(doc, 'quote', 'release', 'group') as ArtefactId
    const card = doc.transact(() =>
      createArtefact(rootsOf(doc).artefacts, {
        kind: 'note',
        phase: 'problem',
        createdAt: 1,
        authorship: { as: 'anonymous' },
        fields: { text: paraphrase },
        links: [{ type: 'derivedFrom', to: quote }],
      }),
    )
    return { doc, card }
  }

  it('is asked about until a person decides, and withheld once they say that it is confidential', () => {
    const { doc, card } = resting()
    expect(check(doc).held).toContainEqual(
      expect.objectContaining({ artefactId: card, reason: 'resting', answers: ['open', 'closed'] }),
    )
    expect(outgoing(doc)).toContain(paraphrase)
    expect(decide(doc, card, 'closed')).toBe(1)
    expect(outgoing(doc)).not.toContain(paraphrase)
    expect(check(doc).held).toContainEqual(
      expect.objectContaining({ artefactId: card, reason: 'confidential' }),
    )
    expect(decide(doc, card, 'open')).toBe(1)
    expect(outgoing(doc)).toContain(paraphrase)
    expect(check(doc).held.map(({ artefactId }) => artefactId)).not.toContain(card)
  })

  it('lets out what was only close to the wording, and never the wording itself', () => {
    const { doc, card } = resting()
    const text = rootsOf(doc).artefacts.get(card)!.get('f.text') as Y.Text
    text.insert(0, 'Und: das sagt nur keiner laut. ')
    expect(outgoing(doc)).not.toContain('das sagt nur keiner')
    decide(doc, card, 'open')
    expect(outgoing(doc)).toContain('das sagt nur keiner')
    text.insert(0, unreleased)
    expect(outgoing(doc)).not.toContain('das sagt nur keiner')
  })

  it('is offered only the answers that change something', () => {
    const { doc, card } = resting()
    const text = rootsOf(doc).artefacts.get(card)!.get('f.text') as Y.Text
    const answers = () => check(doc).held.find(({ artefactId }) => artefactId === card)?.answers
    text.insert(0, 'Und: das sagt nur keiner laut. ')
    expect(answers(), 'close to the wording').toEqual(['open', 'closed'])
    text.insert(0, unreleased)
    expect(answers(), 'the wording itself').toEqual(['closed'])
    decide(doc, card, 'closed')
    expect(answers(), 'withheld').toEqual(['open'])
  })

  it('has no answer beside a release of its own', () => {
    const { doc } = resting()
    const [withheld, released] = ['group', 'released'].map((value) => idOf(doc, 'quote', 'release', value))
    doc.transact(() =>
      addLink(rootsOf(doc).artefacts, released!, { type: 'supports', to: withheld as ArtefactId }),
    )
    expect(check(doc).held.map(({ artefactId }) => artefactId)).not.toContain(released)
  })

  it('keeps its decision in a file and when it comes back', () => {
    const { doc, card } = resting()
    decide(doc, card, 'closed')
    const back = openSnapshot(takeSnapshot(doc))
    expect(takeSnapshot(back).artefacts.find(({ id }) => id === card)?.clearance).toBe('closed')
  })

  it('stays withheld when an older state is restored', () => {
    const { doc, card } = resting()
    const older = openSnapshot(takeSnapshot(doc))
    decide(doc, card, 'closed')
    doc.transact(() => restoreFrom(rootsOf(doc), rootsOf(older)))
    expect(outgoing(doc)).not.toContain(paraphrase)
  })
})

describe('what is said in an interview of what may be told of it', () => {
  const interviewIn = (doc: Y.Doc) =>
    rootsOf(doc).artefacts.get(idOf(doc, 'interview', 'title', 'Amtsleitung Bauamt'))!
  const redact = (doc: Y.Doc, words: string) =>
    doc.transact(() => {
      const redactions = interviewIn(doc).get('f.redactions') as Y.Map<unknown>
      redactions.set(newId(), new Y.Map([['f.words', words]] as [string, unknown][]))
    })
  const say = (doc: Y.Doc, field: string, words: string) =>
    doc.transact(() => (interviewIn(doc).get(`f.${field}`) as Y.Text).insert(0, words))
  const promise = (doc: Y.Doc, level: string) =>
    doc.transact(() => interviewIn(doc).set('f.anonymity', level))
  const restored = (change: (doc: Y.Doc) => void, before: (doc: Y.Doc) => void = () => undefined) => {
    const doc = sampleGroup()
    decide(doc, idOf(doc, 'quote', 'release', 'group'), 'open')
    before(doc)
    const older = openSnapshot(takeSnapshot(doc))
    change(doc)
    doc.transact(() => restoreFrom(rootsOf(doc), rootsOf(older)))
    return doc
  }

  it('stays redacted when an older state is restored, whether it had other redactions or no field for any', () => {
    const again = (before: (doc: Y.Doc) => void) =>
      outgoing(restored((doc) => redact(doc, 'Amtsleitung hat das Projekt'), before))
    expect(again(() => undefined)).not.toContain('Amtsleitung hat das Projekt')
    expect(again((doc) => redact(doc, 'drei Wochen'))).not.toMatch(/Amtsleitung hat|drei Wochen/)
    const doc = sampleGroup()
    const older = openSnapshot(takeSnapshot(doc))
    older.transact(() => interviewIn(older).delete('f.redactions'))
    redact(doc, 'drei Wochen')
    doc.transact(() => restoreFrom(rootsOf(doc), rootsOf(older)))
    expect(outgoing(doc)).not.toContain('drei Wochen')
  })

  it.each([
    ['unknown', 'person', 'person'],
    ['place', 'person', 'person'],
    ['none', 'place', 'place'],
    ['person', 'place', 'person'],
    ['none', 'unknown', 'unknown'],
    ['unknown', 'none', 'unknown'],
    ['place', 'none', 'place'],
  ])('promises the more of both: %s, then %s, gives %s', (older, newer, kept) => {
    const doc = restored(
      (now) => promise(now, newer),
      (past) => promise(past, older),
    )
    expect(interviewIn(doc).get('f.anonymity')).toBe(kept)
  })

  it('keeps how its place is said outside, whatever the older state says of it', () => {
    const said = (doc: Y.Doc) => String(interviewIn(doc).get('f.placeOutside'))
    const newer = (doc: Y.Doc) => say(doc, 'placeOutside', 'kleine Stadt')
    expect(said(restored(newer))).toBe('kleine Stadt')
    expect(said(restored(newer, (doc) => say(doc, 'placeOutside', 'Aue')))).toMatch(/^kleine Stadt/)
  })

  it('holds for a card that was linked with it since', () => {
    const doc = restored((now) => {
      const interview = idOf(now, 'interview', 'title', 'Amtsleitung Bauamt') as ArtefactId
      now.transact(() => {
        const idea = idOf(now, 'idea', 'benefit', 'Weniger Nachfragen')
        addLink(rootsOf(now).artefacts, idea, { type: 'derivedFrom', to: interview })
      })
      redact(now, 'Antrag zeigt')
    })
    expect(outgoing(doc)).not.toContain('Antrag zeigt')
  })
})

describe('decisions about release', () => {
  it('change what they name and nothing else', () => {
    const doc = sampleGroup()
    const quote = idOf(doc, 'quote', 'release', 'group')
    expect(decide(doc, newId(), 'open')).toBe(0)
    expect(decide(doc, idOf(doc, 'idea', 'benefit', 'Weniger Nachfragen'), 'open')).toBe(1)
    expect(decide(doc, quote, 'open')).toBe(1)
    expect(decide(doc, quote, 'open')).toBe(0)
    expect(decide(doc, quote, 'closed')).toBe(1)
    expect(rootsOf(doc).artefacts.get(quote)?.get('f.release')).toBe('group')
  })
})
