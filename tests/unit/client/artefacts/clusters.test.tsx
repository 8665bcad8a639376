// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectCards, createCard, moveCards } from '#client/artefacts/card-actions.ts'
import { deriveCard, nextVersionOf } from '#client/artefacts/derive-card.ts'
import {
  clusterCards,
  mergeCards,
  mergeClusters,
  takeOutOfCluster,
  togetherOf,
} from '#client/artefacts/clusters/cluster-actions.ts'
import { EvidenceSection } from '#client/artefacts/EvidenceSection.tsx'
import { HeldSection } from '#client/artefacts/clusters/HeldSection.tsx'
import { repeatedCards, similarCards } from '#client/artefacts/clusters/similar-cards.ts'
import { SimilarDialog } from '#client/artefacts/clusters/SimilarDialog.tsx'
import { tellWithUndo } from '#client/artefacts/undo-offer.ts'
import { toasts } from '#client/ui/toasts.ts'
import { LineageSection } from '#client/artefacts/trail/LineageSection.tsx'
import { newId } from '#shared/base/ids.ts'
import { itemsOf } from '#shared/document/artefacts.ts'
import { addItem, setItemField } from '#shared/document/items.ts'
import { behindCard, trailGraph } from '#shared/document/trail-graph.ts'
import type { ItemsSpec } from '#shared/kinds/field.ts'
import { fieldsOf, type ArtefactKind } from '#shared/kinds/index.ts'
import { layPages, memorySession, type MemorySession } from '#tests/support/room-session.ts'
import { show } from '#tests/support/view.tsx'

let session: MemorySession
beforeEach(() => {
  localStorage.clear()
  session = memorySession()
  layPages(session.roots)
})
afterEach(() => {
  cleanup()
  session.destroy()
})

const add = (kind: ArtefactKind, fields: Record<string, string | number> = {}) =>
  createCard(session, { kind, parentId: 'page:one', fields })!
const note = (text: string) => add('note', { text })
const parentOf = (shapeId: string) => session.roots.board.get(shapeId)?.get('parentId')
const read = (id: string) => session.artefacts.get(id)!

describe('clusters', () => {
  it('are made of cards in one step, and undone as one', () => {
    const cards = [note('a'), note('b'), note('c')]
    const cluster = clusterCards(
      session,
      cards.map(({ shapeId }) => shapeId),
    )!
    for (const { shapeId } of cards) expect(parentOf(shapeId)).toBe(cluster.shapeId)
    expect(read(cluster.artefactId).kind).toBe('cluster')
    session.history.undo()
    for (const { shapeId } of cards) expect(parentOf(shapeId)).toBe('page:one')
    expect(session.roots.board.has(cluster.shapeId)).toBe(false)
  })

  it('lie beside the matrix whose cards they are made of, because what holds cards lies on none', () => {
    const matrix = add('matrix')
    const cards = [note('a'), note('b')].map(({ shapeId }) => shapeId)
    moveCards(session, cards, matrix.shapeId)
    const cluster = clusterCards(session, cards)!
    expect(cards.map(parentOf)).toEqual([cluster.shapeId, cluster.shapeId])
    expect(parentOf(cluster.shapeId)).toBe('page:one')
  })

  it('are offered only where something would come of it', () => {
    const [a, b] = [note('a'), note('b')]
    const [matrix, other] = [add('matrix'), add('matrix')]
    const cluster = clusterCards(session, [note('c').shapeId])!
    const offered = (...cards: { shapeId: string }[]) =>
      togetherOf(
        session.roots,
        cards.map(({ shapeId }) => shapeId),
      )
    expect(offered(a, b)).toEqual({ merges: false, cards: 2 })
    expect(offered(a, matrix)).toEqual({ merges: false, cards: 1 })
    expect(offered(cluster, clusterCards(session, [b.shapeId])!)).toMatchObject({ merges: true })
    for (const nothing of [[a], [matrix, other], [cluster, matrix]]) expect(offered(...nothing)).toBeNull()
  })

  it('are split into another one beside, and let cards go', () => {
    const [a, b, c] = [note('a'), note('b'), note('c')]
    const cluster = clusterCards(session, [a.shapeId, b.shapeId, c.shapeId])!
    const other = clusterCards(session, [b.shapeId, c.shapeId])!
    expect([parentOf(a.shapeId), parentOf(b.shapeId), parentOf(c.shapeId)]).toEqual([
      cluster.shapeId,
      other.shapeId,
      other.shapeId,
    ])
    expect(parentOf(other.shapeId)).toBe('page:one')
    takeOutOfCluster(session, [b.shapeId])
    expect(parentOf(b.shapeId)).toBe('page:one')
  })

  it('are laid together without cutting what rests on them from the interviews under them', () => {
    const quotes = ['Tannfurt', 'Osterlohe'].map((municipality) => {
      const [interview, quote] = [add('interview', { municipality }), add('quote', { wording: municipality })]
      connectCards(session, [quote.artefactId], { type: 'derivedFrom', outgoing: true }, [
        interview.artefactId,
      ])
      return quote
    })
    const [one, other] = quotes.map(({ shapeId }) => clusterCards(session, [shapeId])!)
    const insight = add('insight', { statement: 'Der Rat kommt zu spät' })
    connectCards(session, [insight.artefactId], { type: 'derivedFrom', outgoing: true }, [other!.artefactId])
    const behind = () => {
      const all = [...session.roots.artefacts.keys()].map(read)
      return behindCard(trailGraph(all, session.roots), insight.artefactId, read)
    }
    expect(behind()).toMatchObject({ pieces: 1, municipalities: 1 })
    mergeClusters(session, one!.shapeId, [other!.shapeId])
    expect(behind()).toMatchObject({ pieces: 2, municipalities: 2 })
    expect(quotes.map(({ shapeId }) => parentOf(shapeId))).toEqual([one!.shapeId, one!.shapeId])
    expect(session.roots.board.has(other!.shapeId)).toBe(false)
    expect(read(one!.artefactId).links).toEqual([{ type: 'replaces', to: other!.artefactId }])
    session.history.undo()
    expect(behind()).toMatchObject({ pieces: 1, municipalities: 1 })
  })

  it('say in the panel what lies in them and how broad that is, and let a card go from there', () => {
    const interviews = ['Tannfurt', 'Tannfurt', 'Osterlohe'].map((municipality) =>
      add('interview', { municipality }),
    )
    const quotes = interviews.map(({ artefactId }, n) => {
      const quote = add('quote', { wording: `Satz ${n}` })
      connectCards(session, [quote.artefactId], { type: 'derivedFrom', outgoing: true }, [artefactId])
      return quote
    })
    const cluster = clusterCards(
      session,
      quotes.map(({ shapeId }) => shapeId),
    )!
    const nothing = () => undefined
    show(<HeldSection session={session} artefact={read(cluster.artefactId)} onOpenArtefact={nothing} />)
    expect(screen.getByText('3 Karten · 3 Interviews · 2 Kommunen')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '„Satz 1“ aus dem Cluster nehmen' }))
    expect(parentOf(quotes[1]!.shapeId)).toBe('page:one')
    expect(screen.getByText('2 Karten · 2 Interviews · 2 Kommunen')).toBeTruthy()
  })

  it('list what lies on them once, and what else they rest on beside it', () => {
    const cluster = clusterCards(session, [note('darin').shapeId])!
    const behind = note('dahinter')
    connectCards(session, [cluster.artefactId], { type: 'derivedFrom', outgoing: true }, [behind.artefactId])
    const shared = { session, artefact: read(cluster.artefactId), onOpenArtefact: () => undefined }
    show(
      <>
        <HeldSection {...shared} />
        <EvidenceSection {...shared} />
      </>,
    )
    expect(screen.getAllByText('darin')).toHaveLength(1)
    expect(screen.getByText('dahinter')).toBeTruthy()
  })

  it('never hold another that holds cards', () => {
    const cluster = clusterCards(session, [note('a').shapeId])!
    expect(clusterCards(session, [cluster.shapeId])).toBeNull()
  })
})

describe('cards that say the same', () => {
  it('are found among those of one kind, but never among what people said', () => {
    note('Wartezeit im Bürgerbüro zu lang')
    note('Wartezeiten im Bürgerbüro viel zu lang')
    add('quote', { wording: 'Das dauert mir viel zu lange' })
    add('quote', { wording: 'Das dauert mir viel zu lange!' })
    expect(repeatedCards(session).map((pair) => pair.map(({ kind }) => kind))).toEqual([['note', 'note']])
  })

  it('are not the versions of one thing, which keep its name', () => {
    const first = add('prototype', { name: 'Stand auf einen Blick' })
    nextVersionOf(session, session.artefacts.get(first.artefactId)!)
    expect(repeatedCards(session)).toEqual([])
    add('prototype', { name: 'Stand auf einem Blick' })
    expect(repeatedCards(session)).toHaveLength(1)
  })

  it('become one that has the links and tags of all, both ways', () => {
    const [keep, other, claim] = [
      note('Lange Wartezeit'),
      note('Wartezeit lang'),
      add('insight', { statement: 'X' }),
    ]
    connectCards(session, [other.artefactId], { type: 'supports', outgoing: true }, [claim.artefactId])
    connectCards(session, [claim.artefactId], { type: 'derivedFrom', outgoing: true }, [other.artefactId])
    mergeCards(session, keep.artefactId, [other.artefactId])
    expect(read(keep.artefactId).links).toEqual([
      { type: 'replaces', to: other.artefactId },
      { type: 'supports', to: claim.artefactId },
    ])
    expect(read(claim.artefactId).links).toContainEqual({ type: 'derivedFrom', to: keep.artefactId })
    expect(session.roots.board.has(other.shapeId)).toBe(false)
    session.history.undo()
    expect(session.roots.board.has(other.shapeId)).toBe(true)
    expect(read(keep.artefactId).links).toEqual([])
  })

  it('are offered beside a card, to be laid together', () => {
    const [one, other] = [note('Wartezeit im Bürgerbüro'), note('Die Wartezeit im Bürgerbüro ist lang')]
    note('Sonne')
    add('cluster', { name: 'Wartezeit im Bürgerbüro' })
    expect(similarCards(session, read(one.artefactId)).map(({ id }) => id)).toEqual([other.artefactId])
    show(
      <SimilarDialog
        session={session}
        artefact={read(one.artefactId)}
        onClose={() => undefined}
        onOpenArtefact={() => undefined}
      />,
    )
    fireEvent.click(screen.getByRole('checkbox', { name: /ist lang/ }))
    fireEvent.click(screen.getByRole('button', { name: 'Zu einem Cluster legen' }))
    expect(parentOf(one.shapeId)).toBe(parentOf(other.shapeId))
    expect(parentOf(one.shapeId)).not.toBe('page:one')
  })
})

describe('versions', () => {
  it('are counted, replace the one before, and can be looked at beside each other', () => {
    const said = { progress: 'tested', changes: 'Karte zuerst', tested: 'Findet man sich zurecht?' }
    const first = add('prototype', { name: 'Lotse', version: 1, ...said })
    const second = nextVersionOf(session, read(first.artefactId))!
    expect(read(second.artefactId)).toMatchObject({
      fields: {
        name: 'Lotse',
        version: 2,
        tested: 'Findet man sich zurecht?',
        progress: 'planned',
        changes: '',
      },
      links: [{ type: 'replaces', to: first.artefactId }],
    })
    show(
      <LineageSection
        session={session}
        artefact={read(second.artefactId)}
        onOpenArtefact={() => undefined}
      />,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Zwei Fassungen nebeneinander' }))
    const row = screen.getAllByRole('row').find((one) => one.textContent.startsWith('Fassung'))!
    expect([...row.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual(['1', '2'])
  })

  it('show their pictures and lists beside each other, and say where these differ and what came of which', () => {
    const first = add('prototype', { name: 'Lotse', version: 1 })
    const draw = (id: string, picture: string) =>
      session.edit(({ artefacts }) => {
        const pictures = itemsOf(artefacts, id, 'pictures')!
        for (const item of [...pictures.keys()]) pictures.delete(item)
        const spec = fieldsOf('prototype').pictures as ItemsSpec
        setItemField(pictures, addItem(pictures, spec)!, 'picture', picture)
      })
    const [before, after] = [newId(), newId()]
    draw(first.artefactId, before)
    const second = nextVersionOf(session, read(first.artefactId))!
    deriveCard(session, read(first.artefactId), 'testSession')
    const section = () => (
      <LineageSection session={session} artefact={read(second.artefactId)} onOpenArtefact={() => undefined} />
    )
    const { unmount } = show(section())
    const versions = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(versions).toEqual(['v1: Lotse1 Testprotokoll', 'v2: Lotse'])
    const differing = () => {
      fireEvent.click(screen.getByRole('button', { name: 'Zwei Fassungen nebeneinander' }))
      return screen.getAllByRole('row').filter(({ textContent }) => textContent.includes('geändert'))
    }
    expect(differing().map(({ textContent }) => textContent)).toEqual(['Fassunggeändert12'])
    unmount()

    draw(second.artefactId, after)
    show(section())
    const [, pictures] = differing()
    const shown = [...pictures!.querySelectorAll('img')].map(({ src }) => src)
    expect(shown.map((src) => src.endsWith(before))).toEqual([true, false])
    expect(shown[1]).toMatch(new RegExp(`${after}$`))
  })
})

describe('the way back that a message offers', () => {
  it('takes back what it speaks of, and is gone once this person has done something else', () => {
    const offered = () => toasts.snapshot().at(-1)!
    const clustered = () => {
      const made = clusterCards(session, [note('a').shapeId, note('b').shapeId])!
      tellWithUndo(session, 'Cluster angelegt.', 'Rückgängig')
      return made
    }
    const first = clustered()
    offered().action!.run()
    expect(session.roots.board.has(first.shapeId)).toBe(false)
    expect(offered().action).toBeUndefined()
    clustered()
    expect(offered().action).toBeDefined()
    note('schon weitergeschrieben')
    expect(offered()).toMatchObject({ text: 'Cluster angelegt.' })
    expect(offered().action).toBeUndefined()
  })
})
