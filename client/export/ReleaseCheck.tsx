import { useState } from 'react'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { mayInRoom } from '#client/app/actor.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { Button } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { toasts } from '#client/ui/toasts.ts'
import type { GroupId } from '#shared/base/ids.ts'
import type { HeldInGroup } from '#shared/consent/release-check.ts'
import type { ReleaseChoice, ReleaseDecision } from '#shared/consent/release-decisions.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { withheldIn } from './check-parts.ts'
import { HeldGroup } from './HeldGroup.tsx'
import styles from './ReleaseCheck.module.css'
import { useDecideReleases } from './use-release-check.ts'

interface ReleaseCheckProps {
  workshop: WorkshopView
  groups: readonly HeldInGroup[]
  /** Names of those who may release. */
  moderators: readonly string[]
  /** Called when somebody follows a link into a room. */
  onGone: () => void
}

/** What is withheld, group by group; who may release chooses as much as they like and releases it at once. */
export function ReleaseCheck({ workshop, groups, moderators, onGone }: ReleaseCheckProps) {
  const { t } = useTranslation()
  const { decide, isDeciding } = useDecisions(workshop)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const found = groups.filter(({ held, isNameHeld }) => held.length > 0 || isNameHeld)
  const mayDecide = (groupId: GroupId) => mayInRoom(workshop, 'room.release', groupId)
  const wanted = chosenBy(found, chosen)
  const count = [...wanted.values()].flat().length
  const undecided = interviewsUndecided(found, chosen)
  const release = () => {
    setAsking(false)
    void decide(wanted, 'open').then((done) => done && setChosen(new Set()))
  }
  if (found.length === 0) {
    return (
      <p className={styles.nothing} role="status">
        <Check aria-hidden="true" />
        {t('workshop.check.nothing')}
      </p>
    )
  }
  const withheld = withheldIn(found)
  return (
    <div className={styles.check}>
      <p role="status">
        {withheld === 0 ? t('workshop.check.nothing') : t('workshop.check.withheld', { count: withheld })}{' '}
        {t('workshop.check.who', { names: moderators.join(', ') })}
      </p>
      {found.map((group) => (
        <HeldGroup
          key={group.groupId}
          {...{ workshop, group, chosen, setChosen, onGone }}
          mayDecide={mayDecide(group.groupId)}
          isNamed={groups.length > 1}
          onDecide={(artefactId, release) => void decide(new Map([[group.groupId, [artefactId]]]), release)}
        />
      ))}
      {found.some(({ groupId }) => mayDecide(groupId)) ? (
        <div className={styles.bar}>
          <span className={styles.quiet}>{t('workshop.check.keeps')}</span>
          <Button
            busy={isDeciding}
            aria-disabled={count === 0}
            onClick={() => (count === 0 ? undefined : undecided.length > 0 ? setAsking(true) : release())}
          >
            {count === 0 ? t('workshop.check.chooseFirst') : t('workshop.check.release', { count })}
          </Button>
        </div>
      ) : null}
      <ConfirmDialog
        open={asking}
        title={t('workshop.check.undecidedTitle')}
        confirm={t('workshop.check.releaseAnyway')}
        onConfirm={release}
        onClose={() => setAsking(false)}
      >
        <p>{t('workshop.check.undecidedText')}</p>
        <ul>
          {undecided.map(({ id, title }) => (
            <li key={id}>{title || t('workshop.check.untitled')}</li>
          ))}
        </ul>
      </ConfirmDialog>
    </div>
  )
}

type Chosen = ReadonlyMap<GroupId, readonly string[]>

/** What is chosen and still waits, by group: others may have released some of it meanwhile. */
function chosenBy(groups: readonly HeldInGroup[], chosen: ReadonlySet<string>): Chosen {
  return new Map(
    groups.flatMap(({ groupId, held }) => {
      const ids = held.flatMap(({ reason, artefactId }) =>
        reason === 'notReleased' && artefactId && chosen.has(artefactId) ? [artefactId] : [],
      )
      return ids.length > 0 ? [[groupId, ids] as const] : []
    }),
  )
}

function interviewsUndecided(groups: readonly HeldInGroup[], chosen: ReadonlySet<string>) {
  const sources = new Set(
    groups.flatMap(({ held }) =>
      held.flatMap(({ artefactId, interviewId }) =>
        artefactId && chosen.has(artefactId) ? interviewId : [],
      ),
    ),
  )
  return groups
    .flatMap(({ interviews }) => interviews)
    .filter(({ id, consent }) => consent === 'undecided' && sources.has(id))
}

/** Decides, says so, and offers the way back. */
function useDecisions(workshop: WorkshopView) {
  const { t } = useTranslation()
  const explain = useErrorText()
  const request = useDecideReleases(workshop.id)
  const decide = async (chosen: Chosen, release: ReleaseChoice, isWayBack = false): Promise<boolean> => {
    const decisions = new Map(
      [...chosen].map(([groupId, ids]) => [
        groupId,
        ids.map((artefactId): ReleaseDecision => ({ artefactId, release })),
      ]),
    )
    try {
      const count = await request.mutateAsync(decisions)
      const back = release === 'open' ? 'closed' : 'open'
      toasts.show({
        text: t(`workshop.check.${release === 'open' ? 'opened' : 'closed'}`, { count }),
        ...(!isWayBack && {
          action: { label: t('common.undo'), run: () => void decide(chosen, back, true) },
        }),
      })
      return true
    } catch (error) {
      toasts.show({ text: explain(error), tone: 'attention' })
      return false
    }
  }
  return { decide, isDeciding: request.isPending }
}
