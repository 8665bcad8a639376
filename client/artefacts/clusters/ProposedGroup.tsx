import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'
import styles from '../trail/trail.module.css'

interface ProposedGroupProps {
  session: RoomSession
  /** Artefacts. */
  ids: readonly string[]
  rank: number
  accepted: ReadonlySet<string>
  onAccepted: (accepted: ReadonlySet<string>) => void
}

/** Cards that may belong together: each is accepted by itself, or all of the group at once. */
export function ProposedGroup({ session, ids, rank, accepted, onAccepted }: ProposedGroupProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const titleId = useId()
  const cards = ids.flatMap((id) => session.artefacts.get(id) ?? [])
  const isWhole = ids.every((id) => accepted.has(id))
  const set = (changed: readonly string[], isIn: boolean) => {
    const next = new Set(accepted)
    for (const id of changed)
      if (isIn) next.add(id)
      else next.delete(id)
    onAccepted(next)
  }
  return (
    <section aria-labelledby={titleId} className={styles.group}>
      <div className={styles.groupHead}>
        <h3 id={titleId}>{t('artefacts.proposals.group', { n: rank, count: cards.length })}</h3>
        <Button variant="quiet" onClick={() => set(ids, !isWhole)}>
          {t(isWhole ? 'artefacts.proposals.noneOf' : 'artefacts.proposals.allOf', { n: rank })}
        </Button>
      </div>
      <ul className={styles.steps}>
        {cards.map((card) => (
          <li key={card.id}>
            <label className={styles.choice}>
              <input
                type="checkbox"
                checked={accepted.has(card.id)}
                onChange={({ target }) => set([card.id], target.checked)}
              />
              <KindIcon kind={card.kind} />
              <span className={styles.text} lang={session.language}>
                {shortName(texts.nameOf(card), 160)}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  )
}
