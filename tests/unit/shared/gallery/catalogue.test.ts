import { describe, expect, it } from 'vitest'
import { galleryInRows } from '#client/kinds/existingSolution/gallery-file.ts'
import { newId } from '#shared/base/ids.ts'
import { catalogueCsv, catalogueJsonLd, type CatalogueEntry } from '#shared/gallery/catalogue.ts'
import { publicFields, publicProfileOf } from '#shared/gallery/public-profile.ts'
import { kindNames, traitsOf } from '#shared/kinds/index.ts'
import { profile } from '#shared/kinds/profile/spec.ts'
import { organisationKinds } from '#shared/workshop/roles.ts'

const entry: CatalogueEntry = {
  id: newId(),
  url: 'https://werkraum.example/galerie/1',
  language: 'de',
  publishedAt: Date.UTC(2026, 2, 5),
  changedAt: Date.UTC(2026, 3, 1),
  profile: publicProfileOf({ name: '=Wohngeld; "neu"', readiness: 'inUse', costKind: 'unknown' }),
}

describe('the catalogue as a file', () => {
  it('is a table in the words of its language, in which nothing is a formula', () => {
    const [head, row] = catalogueCsv([entry], 'de').split('\r\n')
    expect(head).toContain('"Name";"Wozu?";"Für wen?";"Wie weit?"')
    expect(row).toBe(
      `"'=Wohngeld; ""neu""";"";"";"im Einsatz";"";"";"";"";"";"";"";"";"2026-03-05";"2026-04-01";"${entry.url}"`,
    )
    expect(catalogueCsv([entry], 'en').split('\r\n')[1]).toContain(',"In use",')
  })

  it('is a list of services in words of schema.org', () => {
    const list = catalogueJsonLd([entry], 'Lösungen', 'https://werkraum.example/galerie')
    expect(list.itemListElement[0]!.item).toMatchObject({
      '@id': entry.url,
      identifier: `urn:uuid:${entry.id}`,
      name: entry.profile.name,
      'werkraum:readiness': 'inUse',
    })
  })
})

it('days are those of the place where people are, at midnight as well', () => {
  const late = { ...entry, changedAt: Date.UTC(2026, 2, 31, 22, 30) }
  expect(catalogueCsv([late], 'de')).toContain('"2026-04-01"')
  const list = catalogueJsonLd([late], 'Lösungen', 'https://werkraum.example/galerie')
  expect(list.itemListElement[0]!.item.dateModified).toBe('2026-04-01')
})

it('what was written as text, so that nobody calculates it, is read back as it was said', () => {
  const url = `https://werkraum.example/galerie/${newId()}`
  const cells = publicFields.map((field) =>
    field === 'name' ? "'=Wohngeld" : field === 'costs' ? "'-" : "'ne",
  )
  const [names, read] = galleryInRows([[], [...cells, '', '', url]])!.rows
  const said = Object.fromEntries(names!.map((name, n) => [name, read![n]]))
  expect(said).toMatchObject({ name: '=Wohngeld', costModel: '-', purpose: "'ne" })
})

describe('what becomes public of a profile', () => {
  it('is all of it but the release itself', () => {
    const { publication: _, ...rest } = profile.fields
    expect([...publicFields].sort()).toEqual(Object.keys(rest).sort())
  })

  it('calls kinds of body as people are asked for them', () => {
    expect(profile.fields.operatorKind.options).toEqual(['unknown', ...organisationKinds])
  })

  it('is of one kind of card', () => {
    expect(kindNames.filter((kind) => traitsOf(kind).gallery)).toEqual(['profile'])
  })
})
