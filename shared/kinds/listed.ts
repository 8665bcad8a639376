import { isKind, traitsOf } from './index.ts'

/** Whether a card stands in its group's catalogue, on a sheet or not. */
export function isListed({
  kind,
  fields,
}: {
  kind: string
  fields: Readonly<Record<string, unknown>>
}): boolean {
  const rule = isKind(kind) ? traitsOf(kind).catalogue : undefined
  return rule !== undefined && fields[rule.by] !== rule.out
}
