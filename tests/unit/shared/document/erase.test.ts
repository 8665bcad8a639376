import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId } from '#shared/base/ids.ts'
import { createArtefact, readArtefact } from '#shared/document/artefacts.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { eraseImages, eraseTranscript, imageUses } from '#shared/document/erase.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { currentTranscript, isErased, passageOf, transcriptsOf } from '#shared/evidence/transcripts.ts'
import { isSource, type QuoteSource } from '#shared/kinds/field.ts'

const common = { phase: 'problem', createdAt: 1, authorship: { as: 'anonymous' } } as const
const [erased, other] = [newId<string>(), newId<string>()]

function record(id: string, typeName: 'asset' | 'shape' | 'binding', rest: object) {
  return { id, typeName, props: {}, meta: {}, ...rest }
}

/** A portrait, a picture in a card's items, two shapes of one image with an arrow at one, and another image beside. */
function withImages() {
  const roots = rootsOf(new Y.Doc())
  const persona = createArtefact(roots.artefacts, {
    ...common,
    kind: 'persona',
    fields: { portrait: erased },
  })
  const kept = createArtefact(roots.artefacts, { ...common, kind: 'persona', fields: { portrait: other } })
  const storyboard = createArtefact(roots.artefacts, { ...common, kind: 'storyboard', fields: {} })
  const item = new Y.Map<unknown>([
    ['order', 'a1'],
    ['picture', erased],
  ])
  roots.artefacts.get(storyboard)!.set('f.scenes', new Y.Map([[newId<string>(), item]]))
  for (const id of [erased, other]) {
    const src = `/api/workshops/w/groups/g/assets/${id}`
    writeRecord(roots.board, record(`asset:${id}`, 'asset', { type: 'image', props: { src } }))
    writeRecord(
      roots.board,
      record(`shape:${id}`, 'shape', { type: 'image', props: { assetId: `asset:${id}` } }),
    )
  }
  writeRecord(
    roots.board,
    record('binding:one', 'binding', { fromId: 'shape:arrow', toId: `shape:${erased}` }),
  )
  return { roots, persona, kept, item }
}

describe('an image that is erased', () => {
  it('goes from fields, items and board, with the holds of arrows on it, and no other goes', () => {
    const { roots, persona, kept, item } = withImages()
    expect(imageUses(roots, new Set([erased, other]))).toEqual(
      new Map([
        [erased, 3],
        [other, 2],
      ]),
    )
    expect(eraseImages(roots, new Set([erased]))).toBe(3)
    expect(readArtefact(roots.artefacts, persona)!.fields.portrait).toBeNull()
    expect(readArtefact(roots.artefacts, kept)!.fields.portrait).toBe(other)
    expect(item.get('picture')).toBeNull()
    expect([...roots.board.keys()].sort()).toEqual([`asset:${other}`, `shape:${other}`].sort())
    expect(eraseImages(roots, new Set([erased]))).toBe(0)
  })
})

const text = 'Wir warten. Niemand sagt etwas.'

function withInterview() {
  const roots = rootsOf(new Y.Doc())
  const interview = createArtefact(roots.artefacts, {
    ...common,
    kind: 'interview',
    fields: { title: 'Amt', transcript: text },
  })
  const source: QuoteSource = { interviewId: interview, start: 0, end: 11 }
  const quote = createArtefact(roots.artefacts, {
    ...common,
    kind: 'quote',
    fields: { wording: 'Wir warten.', source },
  })
  const foreign = createArtefact(roots.artefacts, {
    ...common,
    kind: 'quote',
    fields: { wording: 'Anderswo.', source: { ...source, interviewId: newId<string>() } },
  })
  const sourceIn = (id: string) => {
    const value = readArtefact(roots.artefacts, id)!.fields.source
    if (!isSource(value)) throw new Error('no source')
    return value
  }
  return { roots, interview, quote, foreign, sourceIn }
}

describe('the text of an interview that is erased', () => {
  it('leaves its quotes with their words and the mark that it is gone, and others as they are', () => {
    const { roots, interview, quote, foreign, sourceIn } = withInterview()
    expect(eraseTranscript(roots, interview)).toBe(true)
    expect(currentTranscript(readArtefact(roots.artefacts, interview)!.fields).text).toBe('')
    expect(readArtefact(roots.artefacts, quote)!.fields.wording).toBe('Wir warten.')
    expect([isErased(sourceIn(quote)), isErased(sourceIn(foreign))]).toEqual([true, false])
    expect(eraseTranscript(roots, interview)).toBe(false)
  })

  it('gives its quotes no place in a text that is read in afterwards', () => {
    const { roots, interview, quote, sourceIn } = withInterview()
    eraseTranscript(roots, interview)
    roots.artefacts.get(interview)!.set('f.transcript', 'Ein ganz anderes Gespräch.')
    const states = transcriptsOf(readArtefact(roots.artefacts, interview)!.fields)
    expect(passageOf(sourceIn(quote), states, states.at(-1)!, 'Wir warten.')).toBeNull()
  })

  it('takes their place from quotes that came too late, and then there is nothing left to erase', () => {
    const { roots, interview, foreign, sourceIn } = withInterview()
    eraseTranscript(roots, interview)
    const late = createArtefact(roots.artefacts, {
      ...common,
      kind: 'quote',
      fields: { wording: 'Wir warten.', source: { interviewId: interview, start: 0, end: 11 } },
    })
    expect(eraseTranscript(roots, interview)).toBe(true)
    expect([isErased(sourceIn(late)), isErased(sourceIn(foreign))]).toEqual([true, false])
    expect(eraseTranscript(roots, interview)).toBe(false)
  })

  it('is in no byte of the document', () => {
    const { roots, interview } = withInterview()
    eraseTranscript(roots, interview)
    expect(Buffer.from(Y.encodeStateAsUpdate(roots.artefacts.doc!)).includes('Niemand sagt')).toBe(false)
  })
})
