// @vitest-environment jsdom
import { utils, write, type BookType } from '@e965/xlsx'
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newId, type ProfileId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { catalogueCsv, catalogueJsonLd, profileJsonLd } from '#shared/gallery/catalogue.ts'
import { publicProfileOf } from '#shared/gallery/public-profile.ts'
import { readArtefact, textOf } from '#shared/document/artefacts.ts'
import { catalogueIn } from '#client/kinds/existingSolution/catalogue-actions.ts'
import {
  catalogueOf,
  mappingByName,
  proposedMapping,
  unusedColumns,
} from '#client/kinds/existingSolution/catalogue-plan.ts'
import { maturityOf } from '#client/kinds/existingSolution/maturity.ts'
import { SolutionCatalogue } from '#client/kinds/existingSolution/SolutionCatalogue.tsx'
import { readCatalogue, readTable } from '#client/kinds/existingSolution/table-file.ts'
import { layPages, memorySession, type MemorySession } from '#tests/support/room-session.ts'
import { show } from '#tests/support/view.tsx'

const head = ['Lösung', 'Hersteller', 'Status', 'Jährliche Kosten', 'Bemerkung']
const rows = [
  ['Formularserver', 'Verbund Nord', 'im Einsatz', '0,30 €', 'x'],
  ['Chatbot', 'Stadt Aue', 'Pilot', '', ''],
  ['', 'niemand', '', '', ''],
]

function book(type: BookType, table: string[][] = [['Bestandslösungen 2026'], [], head, ...rows]): File {
  const workbook = utils.book_new()
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(table), 'Liste')
  return new File([write(workbook, { type: 'array', bookType: type }) as ArrayBuffer], `liste.${type}`)
}

describe('a list from a spreadsheet', () => {
  it.each(['xlsx', 'ods'] as const)('is read as people see it, below its title: %s', async (type) => {
    const read = await readTable(book(type))
    expect(read).toMatchObject({ value: [{ name: 'Liste', rows: [head, ...rows] }] })
  })

  it('is read from CSV in whatever character set, and nothing in it is taken for a number', async () => {
    const csv = Uint8Array.from('Lösung;Kosten\nBürgerportal;0,30\nZwei;3/4', (sign) => sign.charCodeAt(0))
    expect(await readTable(new File([csv], 'liste.csv'))).toMatchObject({
      value: [
        {
          rows: [
            ['Lösung', 'Kosten'],
            ['Bürgerportal', '0,30'],
            ['Zwei', '3/4'],
          ],
        },
      ],
    })
  })

  it('may have one column, and shows days as they are written here', async () => {
    const names = await readTable(new File(['Fachverfahren\nFormularserver\nChatbot\n'], 'liste.csv'))
    expect(names).toMatchObject({ value: [{ rows: [['Fachverfahren'], ['Formularserver'], ['Chatbot']] }] })
    expect(proposedMapping(['Fachverfahren'])).toEqual({ name: 0 })
    const workbook = utils.book_new()
    const table = [head.slice(0, 2), ['Chatbot', new Date(2024, 1, 3)]]
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(table), 'Liste')
    const bytes = write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer
    expect(await readTable(new File([bytes], 'liste.xlsx'))).toMatchObject({
      value: [{ rows: [head.slice(0, 2), ['Chatbot', '03.02.2024']] }],
    })
  })

  it.each([
    ['a document', new File(['x'], 'liste.docx'), 'wrongType'],
    ['half a book', new File(['PK\u0003\u0004'], 'liste.xlsx'), 'unreadable'],
    ['an old or locked book', new File([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)], 'liste.xlsx'), 'locked'],
    ['a book without a table', book('xlsx', [['Nur ein Satz']]), 'empty'],
    [
      'too many rows',
      book('xlsx', [head, ...Array.from({ length: limits.maxCatalogueRows + 1 }, (_, n) => [`${n}`, 'x'])]),
      'tooMany',
    ],
  ])('is refused with its reason: %s', async (_, file, refusal) => {
    expect(await readTable(file)).toEqual({ ok: false, refusal })
  })
})

describe('the gallery of another Werkraum', () => {
  const origin = 'https://werkraum.kreis.example'
  const entry = (fields: Record<string, string>) => {
    const id = newId<ProfileId>()
    const dates = { publishedAt: Date.UTC(2026, 9, 1), changedAt: Date.UTC(2026, 10, 2) }
    return {
      ...dates,
      id,
      url: `${origin}/galerie/${id}`,
      language: 'de' as const,
      profile: publicProfileOf(fields),
    }
  }
  const wohngeld = entry({
    ...{ name: 'Wohngeld "ohne" Papier', purpose: 'Anträge; online\ngestellt', operator: 'Kreis Beispiel' },
    ...{
      readiness: 'inUse',
      reuse: 'Anrufen',
      transferConditions: 'E-Akte',
      costs: '0,30 €',
      targetGroup: 'Alle',
    },
    contact: 'Fachdienst Digitalisierung',
  })
  const entries = [wohngeld, entry({ name: 'Chatbot', readiness: 'pilot' })]
  const fresh = {
    ...{ name: 'Wohngeld "ohne" Papier', purpose: 'Anträge; online\ngestellt', provider: 'Kreis Beispiel' },
    ...{ users: 'Alle', maturity: 3, costModel: '0,30 €', reuse: 'Anrufen\nE-Akte' },
    ...{ contact: 'Fachdienst Digitalisierung', link: wohngeld.url },
    origin: 'werkraum.kreis.example, 2026-11-02',
  }
  const files = {
    'its CSV in German': new File([catalogueCsv(entries, 'de')], 'Galerie.csv'),
    'its CSV in English': new File([catalogueCsv(entries, 'en')], 'Gallery.csv'),
    'its JSON-LD': new File(
      [JSON.stringify(catalogueJsonLd(entries, 'Galerie', `${origin}/galerie`))],
      'Galerie.jsonld',
    ),
  }
  const planOf = async (file: File, existing: Parameters<typeof catalogueOf>[2] = []) => {
    const read = await readCatalogue(file)
    if (!read.ok) throw new Error(read.refusal)
    const [sheet] = read.value
    expect(sheet!.hosts).toEqual(['werkraum.kreis.example'])
    return catalogueOf(sheet!.rows.slice(1), mappingByName(sheet!.rows[0]!), existing)
  }
  const cardWith = (fields: object) => ({ id: newId(), kind: 'existingSolution', fields }) as never

  it.each(Object.entries(files))('is recognised and read without a question: %s', async (_, file) => {
    const plan = await planOf(file)
    expect(plan.fresh).toHaveLength(2)
    expect(plan.fresh[0]).toEqual(fresh)
    expect(plan.fresh[1]).toMatchObject({ name: 'Chatbot', maturity: 2 })
  })

  it('makes nothing twice, also where a card was renamed, and never one of two that are called alike', async () => {
    const [first, second] = [cardWith({ ...fresh, name: 'Umbenannt' }), cardWith({ name: 'Chatbot' })]
    const again = await planOf(files['its JSON-LD'], [first, second])
    expect(again).toMatchObject({ fresh: [], same: 1, filled: [{ fields: { link: entries[1]!.url } }] })
    const twin = cardWith({ name: 'Chatbot', link: `${origin}/galerie/${newId()}` })
    expect((await planOf(files['its CSV in German'], [first, twin])).fresh).toHaveLength(1)
  })

  it('may be one profile, and says a licence where one is stated', async () => {
    const one = { ...profileJsonLd(wohngeld), license: 'EUPL-1.2' }
    const plan = await planOf(new File([JSON.stringify(one)], 'profil.json'))
    expect(plan.fresh).toEqual([{ ...fresh, licence: 'EUPL-1.2' }])
  })

  it.each([
    ['no JSON', '{', 'unreadable'],
    [
      'another list',
      '{"itemListElement":[{"item":{"name":"a","url":"javascript:alert(1)"}},7,null]}',
      'noGallery',
    ],
    ['nothing', 'null', 'noGallery'],
  ])('is refused with its reason: %s', async (_, text, refusal) => {
    expect(await readCatalogue(new File([text], 'x.jsonld'))).toEqual({ ok: false, refusal })
  })
})

describe('what a list would do', () => {
  const mapping = proposedMapping(head)

  it('is proposed by the heads of its columns', () => {
    expect(mapping).toEqual({ name: 0, provider: 1, maturity: 2, costModel: 3 })
  })

  it.each([
    ['Eingesetzte Technik', 'technology'],
    ['Eingesetzt in', 'users'],
    ['Eingesetzt bei', 'users'],
    ['Source', 'origin'],
    ['Quelle', 'origin'],
    ['Open Source', undefined],
    ['Open-Source', undefined],
    ['OpenSource', undefined],
    ['Open-Source-Lizenz', 'licence'],
  ])('takes "%s" for %s', (title, field) => {
    expect(Object.keys(proposedMapping([title]))).toEqual(field ? [field] : [])
  })

  it('names the columns that nothing is made of, unless they are empty', () => {
    const wide = [...head, 'Leer', '']
    const filled = rows.map((cells) => [...cells, '', 'y'])
    expect(unusedColumns(wide, filled, proposedMapping(wide))).toEqual([4, 6])
  })

  it('is new cards, and none for a row without a name', () => {
    expect(catalogueOf(rows, mapping, [])).toMatchObject({
      fresh: [
        { name: 'Formularserver', provider: 'Verbund Nord', maturity: 3, costModel: '0,30 €' },
        { name: 'Chatbot', provider: 'Stadt Aue', maturity: 2 },
      ],
      filled: [],
      same: 0,
      nameless: 1,
    })
  })

  it('says which words it cannot read as maturity, once each', () => {
    const odd = ['A', 'B', 'C', 'D'].map((name, n) => [
      name,
      '',
      ['unbekannt', 'Pilot', 'unbekannt', '7'][n]!,
    ])
    const plan = catalogueOf(odd, mapping, [])
    expect(plan.unread).toEqual(['unbekannt', '7'])
    expect(plan.fresh.map(({ maturity }) => maturity)).toEqual([undefined, 2, undefined, undefined])
  })

  it.each([
    ['im Einsatz', 3],
    ['Im Einsatz seit 2019', 3],
    ['eingesetzt in 12 Kommunen', 3],
    ['3 – produktiv', 3],
    ['weiter in Betrieb', 3],
    ['weit verbreitet', 4],
    ['landesweit im Einsatz', 4],
    ['Pilot', 2],
    ['Pilotbetrieb', 2],
    ['Testbetrieb', 2],
    ['Probebetrieb in zwei Ämtern', 2],
    ['Einsatz geplant', 1],
    ['in Planung', 1],
    ['Betriebskonzept', 1],
    ['planned', 1],
    ['planmäßig im Einsatz', 3],
  ])('reads "%s" as step %i of maturity', (said, level) => {
    expect(maturityOf(said)).toBe(level)
  })

  it.each([
    ...[
      'noch nicht im Einsatz',
      'nicht mehr in Betrieb',
      'außer Betrieb',
      'Betrieb eingestellt',
      'not in use',
    ],
    ...[
      'in Weiterentwicklung',
      'weitgehend fertig',
      'im Einsatz ab 2027',
      'vor dem Einsatz',
      'einsatzbereit',
    ],
    ...['kaum verbreitet', 'bundesweiter Rollout', 'Pilot abgeschlossen', 'Pilot, ab 2027 im Einsatz'],
    ...['im Einsatz, Ausbau geplant', 'getestet und produktiv', 'unbekannt', '7', 'Stufe 3'],
  ])('takes "%s" for no step of maturity', (said) => {
    expect(maturityOf(said)).toBeNull()
  })

  it('is nothing new where one of both says no provider, and only one of that name is there', () => {
    const card = (name: string, provider = '') => ({ id: newId(), fields: { name, provider } }) as never
    const cells = (name: string, provider = '') => [name, provider, '', '', '']
    const plan = (list: string[][], ...cards: never[]) => catalogueOf(list, mapping, cards)
    expect(plan([cells('Chatbot')], card('chatbot', 'Stadt Aue'))).toMatchObject({ fresh: [], same: 1 })
    expect(plan([cells('Chatbot', 'Stadt Aue')], card('Chatbot'))).toMatchObject({
      fresh: [],
      filled: [{ fields: { provider: 'Stadt Aue' } }],
    })
    // Several of that name: nobody knows which
    const two = [card('Chatbot', 'Stadt Aue'), card('Chatbot', 'Kreis Beispiel')]
    expect(plan([cells('Chatbot')], ...two).fresh).toHaveLength(1)
    expect(plan([cells('Chatbot', 'Kreis Beispiel')], ...two)).toMatchObject({ fresh: [], same: 1 })
    // One card without a provider is one of the list's two at most
    const list = [cells('Chatbot', 'Stadt Aue'), cells('Chatbot', 'Kreis Beispiel')]
    expect(plan(list, card('Chatbot'))).toMatchObject({ fresh: [{ provider: 'Kreis Beispiel' }] })
    expect(plan([cells('Chatbot'), ...list]).fresh).toHaveLength(3)
  })

  it('is one card for a solution that stands in the list twice', () => {
    const twice = [...rows, ['FORMULARSERVER', 'verbund nord', '', '', '']]
    expect(catalogueOf(twice, mapping, []).fresh).toHaveLength(2)
  })
})

describe('the catalogue', () => {
  let session: MemorySession
  const onOpen = vi.fn<(id: string) => void>()
  beforeEach(() => {
    session = memorySession({ pageId: 'page:one' })
    layPages(session.roots)
  })
  afterEach(() => {
    cleanup()
    session.destroy()
  })

  const readIn = async () => {
    show(<SolutionCatalogue {...{ session, onOpen }} onClose={() => undefined} />)
    fireEvent.click(screen.getByRole('button', { name: 'Liste einlesen' }))
    fireEvent.change(screen.getByLabelText('Tabelle auswählen'), { target: { files: [book('xlsx')] } })
    await screen.findByRole('region', { name: 'Die ersten Zeilen' })
  }
  const run = () => fireEvent.click(screen.getByRole('button', { name: 'In den Katalog übernehmen' }))

  it('takes a list in once, however often it is read, and fills only what is empty', async () => {
    await readIn()
    expect(screen.getByText('2 neu.')).toBeTruthy()
    run()
    const [chatbot, server] = catalogueIn(session)
    expect([chatbot!.fields.name, server!.fields.name]).toEqual(['Chatbot', 'Formularserver'])
    act(() =>
      session.edit(({ artefacts }) => {
        textOf(artefacts, server!.id, 'costModel')!.delete(0, 6)
        textOf(artefacts, chatbot!.id, 'gaps')!.insert(0, 'von Hand')
      }),
    )
    cleanup()
    await readIn()
    expect(screen.getByText('0 neu.')).toBeTruthy()
    run()
    expect(catalogueIn(session)).toHaveLength(2)
    expect(readArtefact(session.roots.artefacts, server!.id)!.fields.costModel).toBe('0,30 €')
    expect(readArtefact(session.roots.artefacts, chatbot!.id)!.fields.gaps).toBe('von Hand')
  })

  it('is filtered, brings a solution onto the board and lets one go', async () => {
    await readIn()
    run()
    expect(screen.getByText('2 von 2')).toBeTruthy()
    fireEvent.change(screen.getByLabelText('Im Katalog suchen'), { target: { value: 'FORMULAR nord' } })
    expect(screen.getByText('1 von 2')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '„Formularserver“ auf die Tafel legen' }))
    expect([...session.roots.board.values()].some((record) => record.get('p.artefactId') !== undefined)).toBe(
      true,
    )
    fireEvent.click(screen.getByRole('button', { name: '„Formularserver“ aus dem Katalog nehmen' }))
    fireEvent.change(screen.getByLabelText('Im Katalog suchen'), { target: { value: '' } })
    expect(screen.getByText('1 von 1')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Karte „Chatbot“ öffnen' }))
    expect(onOpen).toHaveBeenCalled()
  })
})
