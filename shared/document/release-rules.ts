import { kindNames, fieldsOf, traitsOf } from '../kinds/index.ts'
import type { ReleaseRule } from '../kinds/spec.ts'
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

function mayStand({ open, writableBy }: ReleaseRule, former: string): boolean {
  switch (writableBy) {
    case 'moderators':
      return false
    case 'everybody':
      // Whoever led the interview says how it stands; nobody but moderators takes a refusal back
      return open.includes(former)
  }
}

/** The same entry when an older state comes back: what was withdrawn since stays withdrawn. */
export function staysClosed(key: string, present: unknown): boolean {
  if (key === CLEARANCE) return present === 'closed'
  const entry = guarded.get(key)
  return entry !== undefined && typeof present === 'string' && !entry.rule.open.includes(present)
}
