import { saidInCell } from '#shared/base/csv-text.ts'
import { limits } from '#shared/base/limits.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import { publicFields, type PublicField } from '#shared/gallery/public-profile.ts'
import type { TableFault } from './table-fault.ts'

/** Fields of the catalogue that a profile of another Werkraum's gallery fills, in the order of columns. */
const filled = [
  'name',
  'purpose',
  'provider',
  'users',
  'maturity',
  'licence',
  'costModel',
  'reuse',
  'contact',
  'link',
  'origin',
] as const
type FilledField = (typeof filled)[number]

/** A profile as it stood in the gallery, its choices in whatever words; empty where nothing was said. */
type GalleryEntry = Record<PublicField | 'licence' | 'day' | 'address', string>

interface GalleryTable {
  /** The first row holds the names of the fields. */
  rows: string[][]
  /** Where it comes from: hosts of the profiles. */
  hosts: string[]
}

/** By which a profile is known, wherever it is read in again: the address that ends with its id. */
const ADDRESS = /^https?:\/\/[^/\s]+\/galerie\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/

/** Of a published profile; null for any other address. */
export const profileIdIn = (address: unknown): string | null =>
  typeof address === 'string' ? (ADDRESS.exec(address.trim())?.[1] ?? null) : null

/** Columns after those of the fields: published, changed, address. */
const DATES_AND_ADDRESS = 3

/**
 * A gallery's `katalog.csv`, in whatever language its columns are called: fields in the order in which they are read, and in
 * each row the address of its profile. Null for any other table.
 */
export function galleryInRows([, ...rows]: readonly (readonly string[])[]): GalleryTable | null {
  const addressAt = publicFields.length + DATES_AND_ADDRESS - 1
  if (rows.length === 0 || rows.some((cells) => profileIdIn(cells[addressAt]) === null)) return null
  return tableOf(
    rows.map((written) => {
      const cells = written.map(saidInCell)
      const said = Object.fromEntries(publicFields.map((field, n) => [field, cells[n] ?? '']))
      const more = { licence: '', day: cells[addressAt - 1] ?? '', address: cells[addressAt] ?? '' }
      return { ...(said as Record<PublicField, string>), ...more }
    }),
  )
}

/** A gallery's `katalog.jsonld`, or one profile as JSON-LD. Nothing that stands in it is fetched or run. */
export function galleryInJson(text: string): Result<GalleryTable, TableFault> {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return refused('unreadable')
  }
  const entries = servicesIn(read).flatMap((service) => entryOf(service) ?? [])
  if (entries.length === 0) return refused('noGallery')
  return entries.length > limits.maxCatalogueRows ? refused('tooMany') : accepted(tableOf(entries))
}

function servicesIn(read: unknown): unknown[] {
  const list = property(read, 'itemListElement')
  return Array.isArray(list) ? list.map((one: unknown) => property(one, 'item')) : [read]
}

function entryOf(service: unknown): GalleryEntry | null {
  const address = said(service, 'url')
  const name = said(service, 'name')
  if (profileIdIn(address) === null || name === '') return null
  return {
    name,
    purpose: said(service, 'description'),
    targetGroup: said(property(service, 'audience'), 'audienceType'),
    readiness: said(service, 'werkraum:readiness'),
    reuse: said(service, 'werkraum:reuse'),
    transferConditions: said(service, 'termsOfService'),
    operator: said(property(service, 'provider'), 'name'),
    operatorKind: said(service, 'werkraum:operatorKind'),
    costs: said(property(service, 'offers'), 'description'),
    costKind: said(service, 'werkraum:costKind'),
    topic: said(service, 'category'),
    contact: said(service, 'werkraum:contact'),
    licence: said(service, 'license'),
    day: said(service, 'dateModified'),
    address,
  }
}

const property = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null && Object.hasOwn(of, name)
    ? (of as Record<string, unknown>)[name]
    : null

function said(of: unknown, name: string): string {
  const value = property(of, name)
  return typeof value === 'string' ? value.trim() : ''
}

function tableOf(entries: readonly GalleryEntry[]): GalleryTable {
  const hosts = [...new Set(entries.map(({ address }) => new URL(address).host))]
  return {
    rows: [[...filled], ...entries.map((entry) => filled.map((field) => cellOf(entry, field)))],
    hosts,
  }
}

function cellOf(entry: GalleryEntry, field: FilledField): string {
  const { reuse, transferConditions, readiness, address, day } = entry
  switch (field) {
    case 'name':
    case 'purpose':
    case 'licence':
    case 'contact':
      return entry[field]
    case 'provider':
      return entry.operator
    case 'users':
      return entry.targetGroup
    case 'maturity':
      return readiness === 'inUse' ? '3' : readiness
    case 'costModel':
      return entry.costs
    case 'reuse':
      return [reuse, transferConditions].filter(Boolean).join('\n')
    case 'link':
      return address
    case 'origin':
      return [new URL(address).host, day].filter(Boolean).join(', ')
  }
}
