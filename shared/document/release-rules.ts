import * as Y from 'yjs'
import { kindNames, fieldsOf, traitsOf, type ArtefactKind } from '../kinds/index.ts'
import type { ReleaseRule } from '../kinds/spec.ts'
import { parseLinkKey } from '../evidence/links.ts'
import { CLEARANCE } from './clearance.ts'

/**
 * Who may change what decides whether a card leaves its group. By the field's name and not by the card's kind: a note
 * that says it is released would be a released quote as soon as it is turned into one.
 */
interface Guarded {
  rule: ReleaseRule
  initial: string
}

const guarded: ReadonlyMap<string, Guarded> = new Map(
  kindNames.flatMap((kind) => {
    const rule = traitsOf(kind).release
    const spec = rule && fieldsOf(kind)[rule.by]
    return rule && spec?.type === 'choice' ? [[`f.${rule.by}`, { rule, initial: spec.initial }] as const] : []
  }),
)

/** What such an entry holds where somebody who may not release changed it; null where the change may stand. */
export function unreleased(key: string, value: unknown, before: unknown): string | null {
  const entry = guarded.get(key)
  if (!entry) return null
  const former = typeof before === 'string' ? before : entry.initial
  return value === former || mayStand(entry.rule, former) ? null : former
}

/** By the field that holds what was said, the one that releases it. */
const releasedBy: ReadonlyMap<string, string> = new Map(
  kindNames.flatMap((kind) => {
    const rule = traitsOf(kind).release
    return rule?.telling == null ? [] : [[`f.${rule.telling}`, `f.${rule.by}`] as const]
  }),
)

/**
 * The entry that no longer releases a card once somebody who may not release has written in this one, and what it holds
 * then; null where nothing was released by it.
 */
export function closedByRewriting(
  key: string,
  valueOf: (key: string) => unknown,
): { key: string; value: string } | null {
  const by = releasedBy.get(key)
  const entry = by === undefined ? undefined : guarded.get(by)
  if (by === undefined || !entry || !entry.rule.open.includes(String(valueOf(by)))) return null
  return { key: by, value: entry.initial }
}

function mayStand({ open, writableBy }: ReleaseRule, former: string): boolean {
  switch (writableBy) {
    case 'moderators':
      return false
    case 'everybody':
      // Whoever led the interview says how it stands; nobody but moderators takes a refusal back
      return open.includes(former)
  }
}

/** Fields whose items withhold something: each one more withholds more. */
const closing: ReadonlySet<string> = fieldKeys((kind) =>
  Object.entries(fieldsOf(kind)).flatMap(([name, spec]) =>
    spec.type === 'items' && spec.inside === 'closing' ? [name] : [],
  ),
)
/** Fields that say how a place is said outside. */
const outside: ReadonlySet<string> = fieldKeys((kind) => traitsOf(kind).place?.outside ?? [])

/** What was promised to a person, from the least to the most; what nobody has said stands between. */
const promises: ReadonlyMap<string, readonly string[]> = new Map(
  kindNames.flatMap((kind) => {
    const promise = traitsOf(kind).place?.promise
    const spec = promise && fieldsOf(kind)[promise.by]
    if (spec?.type !== 'choice') return []
    const { by, recognisable, placeless, hidden } = promise!
    return [[`f.${by}`, [recognisable, spec.initial, placeless, hidden]] as const]
  }),
)

function fieldKeys(namesIn: (kind: ArtefactKind) => string | string[]): ReadonlySet<string> {
  return new Set(kindNames.flatMap(namesIn).map((name) => `f.${name}`))
}

/** Whether an entry holds what withholds the more the more it holds: an older state takes nothing out of it. */
export const withholdsMore = (key: string): boolean => closing.has(key)

/**
 * Whether an entry keeps what it holds when an older state comes back (`older`, undefined where that has none): what was
 * withdrawn, redacted or promised since stays so.
 */
export function staysClosed(key: string, present: unknown, older: unknown): boolean {
  if (key === CLEARANCE) return present === 'closed'
  if (closing.has(key)) return present !== undefined && older === undefined
  if (isGround(key)) return present === true
  if (outside.has(key)) return isSaid(present)
  const levels = promises.get(key)
  if (levels) return levelIn(levels, present) > levelIn(levels, older)
  const entry = guarded.get(key)
  return entry !== undefined && typeof present === 'string' && !entry.rule.open.includes(present)
}

const UNSAID = 1

function levelIn(levels: readonly string[], value: unknown): number {
  const level = levels.indexOf(String(value))
  return level < 0 ? UNSAID : level
}

/** A link to what a card was made of, whose redactions and refusal hold for the card as well. */
function isGround(key: string): boolean {
  const type = parseLinkKey(key)?.type
  return type === 'derivedFrom' || type === 'supports'
}

const isSaid = (text: unknown) => text instanceof Y.Text && text.toString().trim() !== ''
