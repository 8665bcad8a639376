import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId, type ArtefactId } from '#shared/base/ids.ts'
import { leaving } from '#shared/consent/leaving.ts'
import { releaseCheck } from '#shared/consent/release-check.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import { sampleGroup } from '#tests/support/sample-group.ts'

const common = { createdAt: 1, authorship: { as: 'anonymous' }, phase: 'preparation' } as const
const outside = 'kleine Stadt, unter 20.000'

/** An interview of which place, date and function are known, a quote from it and a card beside. */
function group(placeOutside: string, anonymity = 'unknown') {
  const doc = sampleGroup()
  const { artefacts } = rootsOf(doc)
  const ids = doc.transact(() => {
    const interview = createArtefact(artefacts, {
      ...common,
      kind: 'interview',
      fields: {
        title: 'Interview 4: Aue (Sachsen)',
        municipality: 'Aue',
        placeOutside,
        anonymity,
        date: '2026-02-20',
        function: 'Amtsleitung',
        consent: 'given',
      },
    })
    const quote = createArtefact(artefacts, {
      ...common,
      kind: 'quote',
      fields: {
        wording: 'Bei uns in AUE ist auch die Auenwiese Chefsache.',
        pseudonym: 'Leitung, Aue',
        release: 'released',
        source: { interviewId: interview, start: 0, end: 10 },
      },
      tags: ['Aue'],
    })
    const beside = createArtefact(artefacts, {
      ...common,
      kind: 'note',
      fields: { text: 'Modellkommune Aue' },
    })
    return { interview, quote, beside }
  })
  return { doc, ...ids }
}

const outgoing = (doc: ReturnType<typeof group>['doc']) =>
  leaving([takeSnapshot(doc)], { instead: '[bleibt]' })
function saidOf(day: string, text: string) {
  const { doc, interview, quote } = group(outside, 'person')
  const { artefacts } = rootsOf(doc)
  artefacts.get(interview)!.set('f.date', day)
  artefacts.get(quote)!.set('f.pseudonym', text)
  return cardIn(outgoing(doc), quote).fields.pseudonym
}
const cardIn = ({ documents }: ReturnType<typeof outgoing>, id: ArtefactId) =>
  documents[0]!.artefacts.find((one) => one.id === id)!

describe('the place of an interview', () => {
  it('is said outside as kind and size, on the interview and on what was taken from it', () => {
    const { doc, interview, quote, beside } = group(outside)
    const result = outgoing(doc)
    expect(result.isReduced()).toBe(true)
    expect(cardIn(result, interview).fields).toMatchObject({
      title: `Interview 4: [${outside}] (Sachsen)`,
      municipality: outside,
      placeOutside: '',
    })
    expect(cardIn(result, quote)).toMatchObject({
      tags: [`[${outside}]`],
      fields: {
        wording: `Bei uns in [${outside}] ist auch die Auenwiese Chefsache.`,
        pseudonym: `Leitung, [${outside}]`,
      },
    })
    // Whoever speaks of the town elsewhere speaks of no interview
    expect(cardIn(result, beside).fields.text).toBe('Modellkommune Aue')
  })

  it('is no part of a longer word, whatever letters that has', () => {
    const { doc, quote } = group(outside)
    const text = 'NeuAue, 𝒳Aue, 😀Aue, Aue\u00adtal, Aue\u2060tal'
    rootsOf(doc).artefacts.get(quote)!.set('f.pseudonym', text)
    expect(cardIn(outgoing(doc), quote).fields.pseudonym).toBe(text.replace('😀Aue', `😀[${outside}]`))
  })

  it('leaves as it is where nobody says another', () => {
    const { doc, interview, quote } = group('')
    const result = outgoing(doc)
    expect(cardIn(result, interview).fields.municipality).toBe('Aue')
    expect(cardIn(result, quote).fields.pseudonym).toBe('Leitung, Aue')
  })

  it('is blackened where it was promised to stay and nobody says another', () => {
    const { doc, interview, quote, beside } = group('', 'place')
    const result = outgoing(doc)
    expect(cardIn(result, interview).fields).toMatchObject({
      title: 'Interview 4: █████ (Sachsen)',
      municipality: '█████',
      date: '2026-02-20',
      function: 'Amtsleitung',
    })
    expect(cardIn(result, quote).fields.pseudonym).toBe('Leitung, █████')
    expect(cardIn(result, beside).fields.text).toBe('Modellkommune Aue')
  })

  it('stays with day and function of a person who is not to be recognised, however they are written', () => {
    const { doc, interview, quote } = group(outside, 'person')
    const { artefacts } = rootsOf(doc)
    artefacts.get(interview)!.set('f.title', 'Amtsleitung in Aue, 20.2.2026')
    artefacts.get(quote)!.set('f.pseudonym', 'AMTSLEITUNG, 20. Februar 2026')
    const result = outgoing(doc)
    expect(cardIn(result, interview).fields).toMatchObject({
      title: `█████ in [${outside}], █████`,
      municipality: outside,
      date: null,
      function: '',
    })
    expect(cardIn(result, quote).fields.pseudonym).toBe('█████, █████')
  })

  it('stays with them on evidence that was typed by hand and linked, whichever way, and on nothing else', () => {
    const { doc, interview } = group(outside, 'person')
    const { artefacts } = rootsOf(doc)
    const said = 'Amtsleitung, 20.2.2026'
    const linked = (
      kind: 'quote' | 'observation' | 'insight',
      field: string,
      type: 'derivedFrom' | 'supports',
    ) =>
      createArtefact(artefacts, {
        ...common,
        kind,
        fields: { [field]: said, release: 'released', date: '2026-02-20' },
        links: [{ type, to: interview }],
      })
    const evidence = [
      [linked('quote', 'wording', 'derivedFrom'), 'wording'],
      [linked('observation', 'fact', 'supports'), 'fact'],
    ] as const
    const supported = createArtefact(artefacts, { ...common, kind: 'observation', fields: { fact: said } })
    artefacts.get(interview)!.set('links', new Y.Map([[`supports:${supported}`, true]]))
    const insight = linked('insight', 'statement', 'derivedFrom')
    const result = outgoing(doc)
    for (const [id, field] of [...evidence, [supported, 'fact'] as const])
      expect(cardIn(result, id).fields[field]).toBe('█████, █████')
    expect(cardIn(result, insight).fields.statement).toBe(said)
    expect(cardIn(result, evidence[1][0]).fields.date).toBeNull()
  })

  it.each([
    '2026-02-03',
    '03/02/2026',
    '3/2/2026',
    '2/3/2026',
    '03.02.26',
    '3. 2. 2026',
    '3\u20102\u20102026',
    'am 3.2. um neun',
    '3. Feb. 2026',
    'February 3, 2026',
    '3rd of February 2026',
    'am 3. Februar, vormittags',
    '03. FEBRUAR 26',
    'FEB 3',
  ])('blackens the day as it is written here: %s', (text) => {
    expect(saidOf('2026-02-03', text)).toMatch(/^(am )?█████( um neun|, vormittags)?$/)
  })

  it.each([
    '13.2.2026',
    '3.2.2025',
    '3. Februar 2025',
    '3.12.2026',
    '3. März',
    'Februar 2026',
    '13. Februar',
  ])('leaves another day: %s', (text) => {
    expect(saidOf('2026-02-03', text)).toBe(text)
  })

  it.each(['3. März', '3. Maerz 2026', '3 Mrz 26', 'March 3rd', 'Ma\u0308rz 3'])(
    'knows a month by its marks or without: %s',
    (text) => {
      expect(saidOf('2026-03-03', text)).toBe('█████')
    },
  )

  it('is said as before in a copy of a copy', () => {
    const { doc, interview } = group(outside, 'person')
    const once = outgoing(doc).documents
    const twice = leaving(once, { instead: '[bleibt]' }).documents
    const fieldsIn = (copy: typeof once) => copy[0]!.artefacts.find(({ id }) => id === interview)!.fields
    expect(fieldsIn(twice)).toEqual(fieldsIn(once))
  })

  it('is taken as letters, whatever stands in it', () => {
    const { doc, interview } = group(outside)
    const place = rootsOf(doc).artefacts.get(interview)!
    place.set('f.municipality', 'Aue (Sachsen)')
    expect(cardIn(outgoing(doc), interview).fields.title).toBe(`Interview 4: [${outside}]`)
  })
})

describe('the release check', () => {
  const reasons = (doc: ReturnType<typeof group>['doc'], id: string) =>
    releaseCheck([{ id: newId(), name: 'Gruppe', kind: 'project', document: takeSnapshot(doc) }], [])[0]!
      .held.filter(({ artefactId }) => artefactId === id)
      .map(({ reason }) => reason)

  it('warns where place, date and function of an interview leave together', () => {
    const { doc, interview } = group('')
    expect(reasons(doc, interview)).toEqual(['recognisable'])
    rootsOf(doc).artefacts.get(interview)!.set('f.consent', 'unknown')
    expect(reasons(doc, interview)).toEqual(['consentOpen', 'recognisable'])
  })

  it.each(['Aue', 'AUE', ' Stadt Aue ', 'Aue, kleine Stadt'])(
    'warns where the place outside is no other: %s',
    (same) => {
      const { doc, interview } = group(same)
      expect(reasons(doc, interview)).toEqual(['recognisable'])
      rootsOf(doc).artefacts.get(interview)!.set('f.municipality', 'Stadt Aue (Sachsen)')
      expect(reasons(doc, interview)).toEqual(['recognisable'])
    },
  )

  it('does not where one of them is missing, the place is coarse, somebody said what was promised, or the interview stays', () => {
    const { doc, interview } = group(outside)
    expect(reasons(doc, interview)).toEqual([])
    const other = group('')
    rootsOf(other.doc).artefacts.get(other.interview)!.set('f.date', '')
    expect(reasons(other.doc, other.interview)).toEqual([])
    for (const promise of ['none', 'place', 'person']) {
      const promised = group('', promise)
      expect(reasons(promised.doc, promised.interview), promise).toEqual([])
    }
    const refused = group('')
    rootsOf(refused.doc).artefacts.get(refused.interview)!.set('f.consent', 'refused')
    expect(reasons(refused.doc, refused.interview)).toEqual(['refused'])
  })
})
