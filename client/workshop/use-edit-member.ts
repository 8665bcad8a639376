import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange } from '#client/app/queries.ts'
import { toasts } from '#client/ui/Toast.tsx'
import { named } from '#client/ui/named.ts'
import type { GroupId } from '#shared/base/ids.ts'
import type { MemberView, WorkshopView } from '#shared/protocol/api.ts'
import type { EditMemberRequest } from '#shared/protocol/members.ts'

/** Changes what somebody is, and says what was done. */
export function useEditMember(workshop: WorkshopView, member: MemberView) {
  const errorText = useErrorText()
  const edit = useChange<unknown>('editMember')
  const path = { workshopId: workshop.id, memberId: member.id }
  const fail = (error: Error) => toasts.show({ text: errorText(error), tone: 'danger' })
  // The row may go before the answer is through: nothing here may hang on it.
  const change = (body: EditMemberRequest, done: string, andThen?: () => void) =>
    void edit.mutateAsync({ path, body }).then(() => {
      toasts.show({ text: done })
      andThen?.()
    }, fail)
  return { change, isPending: edit.isPending }
}

/** Puts people out of one group, or out of none, into another, each with a way back. Where else they are they stay. */
export function useMove(workshop: WorkshopView) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const edit = useChange<unknown>('editMember')
  const fail = (error: Error) => toasts.show({ text: errorText(error), tone: 'danger' })
  return ({ id, name, groupIds }: MemberView, from: GroupId | null, to: GroupId) => {
    const path = { workshopId: workshop.id, memberId: id }
    const send = (body: EditMemberRequest) => edit.mutateAsync({ path, body })
    const group = workshop.groups.find((one) => one.id === to)?.name ?? ''
    const wasThere = groupIds !== 'all' && groupIds.includes(to)
    const back: EditMemberRequest = { move: { from: wasThere ? [] : [to], to: from } }
    void send({ move: { from: from === null ? [] : [from], to } }).then(
      () =>
        toasts.show({
          text: t('workshop.members.groupChanged', { name, group: named(group, workshop.language) }),
          action: { label: t('common.undo'), run: () => void send(back).catch(fail) },
        }),
      fail,
    )
  }
}
