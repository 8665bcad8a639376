import { kinds, type ArtefactKind } from '#shared/kinds/index.ts'
import { icons } from './icons.ts'

/** The sign of a kind. Always beside its word, so it is silent itself. */
export function KindIcon({ kind }: { kind: ArtefactKind }) {
  const Icon = icons[kinds[kind].icon]
  return <Icon aria-hidden="true" />
}
