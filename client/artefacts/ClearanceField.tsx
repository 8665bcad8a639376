import { useCallback, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { asksPerson } from '#shared/consent/resting.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { Clearance } from '#shared/document/clearance.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Select } from '#client/ui/Select.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { setCardClearance } from './card-actions.ts'
import { useMayRelease, useMayWrite } from './use-artefact.ts'

type Answer = Clearance | 'undecided'

/** What a person says of a card that rests on a withheld quote; nothing for all others. */
export function ClearanceField({ session, artefact }: { session: RoomSession; artefact: Artefact }) {
  const { t } = useTranslation()
  const mayWrite = useMayWrite(session)
  const mayRelease = useMayRelease(session)
  const isAsked = useIsAsked(session, artefact.id)
  if (!isAsked) return null
  const answer: Answer = artefact.clearance ?? 'undecided'
  const answers = answersFor(answer, mayRelease)
  const isHeld = answers.length === 1
  const choose = (next: Answer) => {
    if (next === 'undecided') return
    setCardClearance(session, artefact.id, next)
    if (next === 'closed') toasts.show({ text: t('artefacts.release.withdrawn') })
  }
  return (
    <Select
      label={t('artefacts.clearance.label')}
      hint={t(isHeld ? 'artefacts.editor.forModerators' : `artefacts.clearance.hint.${answer}`)}
      value={answer}
      disabled={!mayWrite || isHeld}
      onChange={choose}
      options={answers.map((value) => ({ value, label: t(`artefacts.clearance.options.${value}`) }))}
    />
  )
}

/** Everybody who writes may close a card, only moderators open one; the server puts back what others try. */
function answersFor(answer: Answer, mayRelease: boolean): readonly Answer[] {
  if (mayRelease) return answer === 'undecided' ? ['undecided', 'open', 'closed'] : ['open', 'closed']
  return answer === 'closed' ? ['closed'] : [answer, 'closed']
}

/** Follows all cards of the room, because it depends on others: on quotes linked with this one, and on their interviews. */
function useIsAsked({ artefacts, roots }: RoomSession, id: string): boolean {
  const subscribe = useCallback(
    (wake: () => void) => {
      roots.artefacts.observeDeep(wake)
      return () => roots.artefacts.unobserveDeep(wake)
    },
    [roots],
  )
  return useSyncExternalStore(subscribe, () => {
    const artefact = artefacts.get(id)
    const others = () => [...roots.artefacts.keys()].flatMap((one) => artefacts.get(one) ?? [])
    return artefact !== null && asksPerson(artefact, others())
  })
}
