import { useState, type ReactNode } from 'react'
import { Activity, LayoutList, LogOut, User, UserCog } from 'lucide-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Unreachable } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { paths } from '#client/app/paths.ts'
import { personChanged } from '#client/app/person-change.ts'
import { useEntrance, useSession } from '#client/app/queries.ts'
import { forgetDevice, unsentOnDevice } from '#client/session/replica-register.ts'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { Menu, type MenuItem } from '#client/ui/Menu.tsx'
import { toasts } from '#client/ui/Toast.tsx'
import type { SessionView } from '#shared/protocol/api.ts'
import { mayGetAccount } from './may-get-account.ts'

/**
 * Who this browser belongs to, and how to leave it: many stand in meeting rooms and are used by others next.
 * @param more what has no place of its own in the bar beside it
 * @param last the same, wanted seldom
 */
export function OwnMenu({ more = [], last = [] }: Partial<Additions>) {
  const session = useSession()
  const known = session.data && (session.data.account || session.data.workshops.length > 0)
  return known ? <KnownMenu session={session.data} {...{ more, last }} /> : null
}

interface Additions {
  more: readonly MenuItem[]
  last: readonly MenuItem[]
}

function KnownMenu({ session, more, last }: Additions & { session: SessionView }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const client = useQueryClient()
  const logOut = useEntrance('logOut')
  const [asking, setAsking] = useState(false)
  const leave = async () => {
    setAsking(false)
    void navigate(paths.start)
    try {
      // This menu goes with its page, and what was handed to `mutate` would go with it.
      await logOut.mutateAsync({})
      // Copies of rooms belong to whoever leaves, not to whoever uses this device next.
      await forgetDevice()
    } catch (error) {
      if (error instanceof Unreachable) await offerToForget()
      else toasts.show({ text: errorText(error), tone: 'danger' })
    }
  }
  /** Without a line nobody can be logged out, but whoever uses this device next need not find what is on it. */
  const offerToForget = async () => {
    const count = await unsentOnDevice()
    toasts.show({
      text: t(count > 0 ? 'account.own.offlineUnsent' : 'account.own.offline', { count }),
      tone: 'danger',
      outlastsPage: true,
      action: { label: t('account.own.removeAnyway'), run: () => void forgetHere() },
    })
  }
  const forgetHere = async () => {
    await personChanged()
    await forgetDevice()
    client.clear()
    toasts.show({ text: t('account.own.removedHere'), tone: 'attention', outlastsPage: true })
  }
  const account = session.account
  const way = (id: 'account' | 'getAccount' | 'operation', to: string, icon: ReactNode): MenuItem => ({
    id,
    label: t(`account.own.${id}`),
    icon,
    onSelect: () => void navigate(to),
  })
  const accountIcon = <UserCog aria-hidden="true" />
  const ofAccount = [
    way('account', paths.account, accountIcon),
    way('operation', paths.operation, <Activity aria-hidden="true" />),
  ]
  const ofGuest = mayGetAccount(session) ? [way('getAccount', paths.account, accountIcon)] : []
  return (
    <>
      <Menu
        label={account?.name ?? t('account.own.guest')}
        icon={<User aria-hidden="true" />}
        iconOnly
        items={[
          ...more,
          {
            id: 'workshops',
            label: t('start.myWorkshops'),
            icon: <LayoutList aria-hidden="true" />,
            onSelect: () => void navigate(paths.workshops),
          },
          ...(account ? ofAccount : ofGuest),
          {
            id: 'logOut',
            label: account ? t('common.logOut') : t('account.own.leave'),
            icon: <LogOut aria-hidden="true" />,
            onSelect: () => (account ? void leave() : setAsking(true)),
          },
          ...last,
        ]}
      />
      <ConfirmDialog
        title={t('account.own.leaveTitle')}
        open={asking}
        confirm={t('account.own.leave')}
        onConfirm={() => void leave()}
        onClose={() => setAsking(false)}
      >
        {t('account.own.leaveText')}
      </ConfirmDialog>
    </>
  )
}
