import { KindIcon } from '#client/kinds/KindIcon.tsx'
import { useKindTexts } from '#client/kinds/kind-texts.ts'
import type { Made } from '#shared/document/made.ts'
import { kindNames, traitsOf, type ArtefactKind } from '#shared/kinds/index.ts'
import type { Phase } from '#shared/workshop/phases.ts'
import styles from './PhasePanel.module.css'

/** What belongs to a phase of it, as kinds stand in menus. */
export const madeIn = (phase: Phase, made: Made): [ArtefactKind, number][] =>
  kindNames.flatMap((kind): [ArtefactKind, number][] => {
    const count = made[kind] ?? 0
    return count > 0 && traitsOf(kind).phase === phase ? [[kind, count]] : []
  })

export function KindCounts({ counts, none }: { counts: readonly [ArtefactKind, number][]; none: string }) {
  const texts = useKindTexts()
  if (counts.length === 0) return <p className={styles.quiet}>{none}</p>
  return (
    <ul className={styles.kinds}>
      {counts.map(([kind, count]) => (
        <li key={kind}>
          <KindIcon kind={kind} /> <b>{count}</b> {texts.counted(kind, count)}
        </li>
      ))}
    </ul>
  )
}
