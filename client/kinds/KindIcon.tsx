import { icons } from '#shared/layout/card/icons.ts'
import { kinds, type ArtefactKind } from '#shared/kinds/index.ts'

/** The sign of a kind. Always beside its word, so it is silent itself. */
export function KindIcon({ kind }: { kind: ArtefactKind }) {
  return (
    <svg
      // As large as the signs of the library that stand beside it
      className="lucide"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={icons[kinds[kind].icon]} />
    </svg>
  )
}
