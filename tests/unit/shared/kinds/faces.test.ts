import { placeCurve } from '#shared/layout/card/diagrams.ts'
import { describe, expect, it } from 'vitest'
import type { FieldSpec, FieldValue, Item } from '#shared/kinds/field.ts'
import { fieldsOf, kindNames, traitsOf, type ArtefactKind } from '#shared/kinds/index.ts'
import { kinds as german } from '#shared/kinds/de.ts'
import { kinds as english } from '#shared/kinds/en.ts'
import { matrixPresets } from '#shared/kinds/matrix/presets.ts'
import { layOutCard } from '#shared/layout/card/card-layout.ts'
import { drawFace, type FaceContext } from '#shared/layout/card/face.ts'

const languages = { german, english }

/** Words of a kind by their path, plural forms included; a word that is not there fails the test. */
function sayingsOf(kind: ArtefactKind, language: keyof typeof languages): FaceContext['say'] {
  return (key, values) => {
    const path = key.split('.')
    const last = path.pop()!
    let at: unknown = languages[language][kind]
    for (const step of path) at = (at as Record<string, unknown> | undefined)?.[step]
    const words = at as Record<string, unknown> | undefined
    const text = words?.[last] ?? words?.[`${last}_${values?.count === 1 ? 'one' : 'other'}`]
    if (typeof text !== 'string') throw new Error(`${kind} has no words for ${key}`)
    return text
  }
}

function contextOf(kind: ArtefactKind, language: keyof typeof languages, counted: boolean): FaceContext {
  const { family, icon, evidence } = traitsOf(kind)
  return {
    kind: { family, icon, needsEvidence: evidence === 'needed' },
    say: sayingsOf(kind, language),
    common: (key) => key,
    nameOf: () => 'Stadt Hohenbrück, 14. Januar',
    day: (date) => date,
    evidence: counted ? { pieces: 14, interviews: 6, against: 2 } : null,
    comments: counted ? 3 : 0,
    seesProtocols: true,
    home: false,
  }
}

const amounts = {
  'nothing written': '',
  'a few words': 'Niemandem gehört der Stand',
  'a very long text': 'Donaudampfschifffahrtsgesellschaftskapitänspatent und vieles mehr. '.repeat(12),
}

function valueFor(spec: FieldSpec, text: string): FieldValue {
  switch (spec.type) {
    case 'text':
    case 'line':
    case 'transcript':
      return text
    case 'spans':
      return ''
    case 'choice':
      return text ? spec.options.at(-1)! : spec.initial
    case 'number':
      return text ? spec.max : null
    case 'date':
      return text ? '2027-03-04' : null
    case 'image':
    case 'source':
      return null
    case 'items':
      return text ? [1, 2, 3].map((n) => itemOf(spec.fields, `${n}`, text)) : []
  }
}

function itemOf(specs: Readonly<Record<string, FieldSpec>>, id: string, text: string): Item {
  const fields = Object.entries(specs).map(([name, spec]) => [
    name,
    valueFor(spec, text) as string | number | null,
  ])
  return { id, order: `a${id}`, fields: Object.fromEntries(fields) as Item['fields'] }
}

function layOut(kind: ArtefactKind, text: string, language: keyof typeof languages = 'german') {
  const fields = Object.fromEntries(
    Object.entries(fieldsOf(kind)).map(([name, spec]) => [name, valueFor(spec, text)]),
  )
  const artefact = { id: 'one', status: 'draft' as const, fields }
  const face = drawFace(traitsOf(kind).face, artefact, contextOf(kind, language, text !== ''))
  return layOutCard(face, traitsOf(kind).size.w)
}

describe.each(kindNames)('the face of a %s', (kind) => {
  it.each(Object.entries(amounts))(
    'has its parts within the card and none over another: %s',
    (_name, text) => {
      const { w, h, boxes } = layOut(kind, text)
      for (const [n, box] of boxes.entries()) {
        expect(box.x).toBeGreaterThanOrEqual(0)
        expect(box.x + box.w).toBeLessThanOrEqual(w)
        expect(box.y + box.h).toBeLessThanOrEqual(h)
        for (const other of boxes.slice(n + 1)) {
          expect(
            other.y >= box.y + box.h || box.y >= other.y + other.h,
            `${box.part} and ${other.part}`,
          ).toBe(true)
        }
      }
    },
  )

  it('finds its words in English, too', () => {
    expect(layOut(kind, amounts['a few words'], 'english').h).toBeGreaterThan(0)
    expect(layOut(kind, '', 'english').h).toBeGreaterThan(0)
  })

  it('grows with what is written', () => {
    expect(layOut(kind, amounts['a very long text']).h).toBeGreaterThanOrEqual(layOut(kind, '').h)
  })

  it('is told from afar by marks of its own', () => {
    expect(traitsOf(kind).face.outline.length + (kind === 'note' ? 1 : 0)).toBeGreaterThan(0)
  })
})

it('counts what stands in the items of a card', () => {
  const words = (kind: ArtefactKind) =>
    layOut(kind, amounts['a few words']).nodes.flatMap((node) =>
      node.type === 'text' ? node.lines.map(({ text }) => text) : [],
    )
  expect(words('journey').join(' ')).toContain('{{count}} Schritte')
  expect(words('journey').join(' ')).toContain('Niemandem')
  expect(words('brainwriting').join(' ')).toContain('{{count}} Einfälle')
})

it('says of an interview that its protocol is missing where that can be seen, and not outside of the group', () => {
  const supplied = [{ id: '1', order: 'a1', fields: { transcript: 'Nachgereicht.', strong: '', by: 'Jana' } }]
  const noticesOf = (fields: object, seesProtocols: boolean) =>
    drawFace(
      traitsOf('interview').face,
      { id: '1', status: 'draft', fields: { title: 'Stadt Aue', transcript: '', revisions: [], ...fields } },
      { ...contextOf('interview', 'german', false), seesProtocols },
    ).parts.filter(({ type }) => type === 'notice').length
  expect(noticesOf({}, true)).toBe(1)
  expect(noticesOf({ transcript: 'Wir warten.' }, true)).toBe(0)
  expect(noticesOf({ revisions: supplied }, true)).toBe(0)
  // Whatever leaves a group has lost its protocols, so that nobody can tell
  expect(noticesOf({}, false)).toBe(0)
})

it('says what there is little or much of at both ends of an axis, and never just "viel"', () => {
  const polesOf = (fields: object) =>
    drawFace(
      traitsOf('matrix').face,
      { id: '1', status: 'draft', fields: { ...fields } },
      contextOf('matrix', 'german', false),
    ).parts.flatMap((part) => (part.type === 'cross' ? (part.poles ?? []) : []))
  const effort = matrixPresets.de.find(({ key }) => key === 'effort')!
  expect(polesOf(effort.fields)).toEqual(['Aufwand: wenig', 'Aufwand: viel', 'Nutzen: viel', 'Nutzen: wenig'])
  expect(polesOf({ xAxis: 'Aufwand', yHigh: 'strategisch' })).toEqual(['', 'Aufwand', 'strategisch', ''])
})

it('shows of a partnership where it is tried, who decides and what follows, and an agreement that is pending once', () => {
  const fields = {
    partner: 'Landkreis Osterlohe',
    pilotMunicipality: 'Tannfurt',
    decidingBody: 'Verbandsversammlung',
    decisionDate: '2027-03-04',
    rollOut: 'über den IT-Dienstleister',
  }
  const shown = (committee: string, due = '') => {
    const face = drawFace(
      traitsOf('partnership').face,
      { id: '1', status: 'draft', fields: { ...fields, committee, due } },
      contextOf('partnership', 'german', false),
    )
    return face.parts.flatMap((part) =>
      part.type === 'rows' ? part.rows.map(({ value }) => value) : part.type === 'notice' ? [part.text] : [],
    )
  }
  // Without a day of its own for the whole, that of the decision stands above
  expect(shown('approved')).toEqual(['Tannfurt', 'Verbandsversammlung', fields.rollOut])
  expect(shown('approved', '2027-06-01')).toContain('Verbandsversammlung · 2027-03-04')
  expect(shown('needed', '2027-06-01')).toEqual([
    'Gremium muss zustimmen · Verbandsversammlung · 2027-03-04',
    'Tannfurt',
    fields.rollOut,
  ])
})

it('makes one sentence of a point of view, whoever ended its parts with a full stop', () => {
  const { parts } = drawFace(
    traitsOf('pov').face,
    {
      id: '1',
      status: 'draft',
      fields: { who: 'Maren', needs: 'eine Auskunft.', because: 'Stille ärgert.' },
    },
    contextOf('pov', 'german', false),
  )
  const pieces = parts.flatMap((part) => (part.type === 'sentence' ? part.pieces : []))
  const sentence = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.slot)).join('')
  expect(sentence).toBe('Maren braucht eine Auskunft, weil Stille ärgert.')
})

it('marks a step of a journey where media break and something could be better as both', () => {
  const marksOf = (stages: object[]) =>
    drawFace(
      traitsOf('journey').face,
      { id: '1', status: 'draft', fields: { stages: stages.map((fields, n) => ({ id: `${n}`, fields })) } },
      contextOf('journey', 'german', false),
    ).parts.flatMap((part) => (part.type === 'curve' ? part.points.map(({ mark }) => mark) : []))
  const [isBreak, isChance] = [{ mediaBreak: 'break' }, { opportunity: 'Die Antwort steht im Netz.' }]
  expect(marksOf([{}, isBreak, isChance, { ...isBreak, ...isChance }])).toEqual([
    undefined,
    'break',
    'chance',
    'both',
  ])
})

it('leaves a gap in the curve of a journey where nobody said how a step feels, which is not the middle', () => {
  const feelings = [2, null, 0, -1]
  const stages = feelings.map((feeling, n) => ({ id: `${n}`, fields: { feeling } }))
  const { parts } = drawFace(
    traitsOf('journey').face,
    { id: '1', status: 'draft', fields: { stages } },
    contextOf('journey', 'german', false),
  )
  const curve = parts.find((part) => part.type === 'curve')!
  expect(curve.points.map(({ value }) => value)).toEqual(feelings)
  const inks = { ink: 'ink', quiet: 'quiet', family: 'line', ground: 'paper' } as never
  const { nodes } = placeCurve(curve, { x: 0, y: 0, w: 400 }, inks)
  const [, drawn] = nodes.filter((node) => node.type === 'path')
  expect(drawn!.d.match(/[MC]/g)).toEqual(['M', 'M', 'C'])
})
