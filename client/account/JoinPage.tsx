// In front of it: a participant with a phone or a locked-down laptop, two minutes before ten, here for the first time.
// No patience at all: who invites, two fields, one choice, one big button.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { call } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { useFragmentSecret } from '#client/app/fragment-secret.ts'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { mayWorkLater } from '#client/app/query-client.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import { Problem } from '#shared/errors/problem.ts'
import type { Admission, Invitation, InviteOffer } from '#shared/protocol/api.ts'
import { AlreadyMember } from './AlreadyMember.tsx'
import { CodeForm } from './CodeForm.tsx'
import styles from './form.module.css'
import { Joined } from './Joined.tsx'
import { JoinForm } from './JoinForm.tsx'
import { NotNow } from './NotNow.tsx'

export function JoinPage() {
  const token = useFragmentSecret()
  const [typedCode, setTypedCode] = useState(useCodeFromStart())
  const [joined, setJoined] = useState<{ admission: Admission; name: string } | null>(null)
  // A code typed after the link was refused is the way on.
  const invitation = typedCode ? { code: typedCode } : token ? { token } : null
  return (
    <div className={styles.narrow}>
      {joined ? (
        <Joined {...joined} />
      ) : invitation ? (
        <Invited
          key={JSON.stringify(invitation)}
          invitation={invitation}
          onCode={setTypedCode}
          onJoined={(admission, name) => setJoined({ admission, name })}
        />
      ) : (
        <AskForCode onCode={setTypedCode} />
      )}
    </div>
  )
}

function AskForCode({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <PageHeading title={t('account.join.title')} />
      <p className={styles.lead}>{t('start.joinText')}</p>
      <CodeForm onCode={onCode} />
    </>
  )
}

interface InvitedProps {
  invitation: Invitation
  onCode: (code: string) => void
  onJoined: (admission: Admission, name: string) => void
}

function Invited({ invitation, onCode, onJoined }: InvitedProps) {
  const { t } = useTranslation()
  const [asNewPerson, setAsNewPerson] = useState(false)
  const offer = useOffer(invitation)
  if (offer.isPending) return <Spinner label={t('account.join.checking')} />
  if (offer.isError) {
    return mayWorkLater(offer.error) ? (
      <NotNow error={offer.error} onRetry={() => void offer.refetch()} />
    ) : (
      <Refused invitation={invitation} error={offer.error} onCode={onCode} />
    )
  }
  const { alreadyMember } = offer.data
  if (alreadyMember && !asNewPerson) {
    return (
      <AlreadyMember offer={offer.data} member={alreadyMember} onSomebodyElse={() => setAsNewPerson(true)} />
    )
  }
  return <JoinForm invitation={invitation} offer={offer.data} onJoined={onJoined} />
}

interface RefusedProps {
  invitation: Invitation
  error: Error
  onCode: (code: string) => void
}

/** A wrong code is mended where it stands; a link that no longer counts leaves the code as another way. */
function Refused({ invitation, error, onCode }: RefusedProps) {
  const { t } = useTranslation()
  const reason = useErrorText()(isHalf(error) ? new Problem('invite_invalid') : error)
  const typed = 'code' in invitation ? invitation.code : null
  return (
    <>
      <PageHeading title={t(typed ? 'account.join.codeRefusedTitle' : 'account.join.refusedTitle')} />
      {typed ? null : (
        <>
          <Banner tone="attention">{reason}</Banner>
          <p>{t('account.join.orCode')}</p>
        </>
      )}
      <CodeForm onCode={onCode} primary={false} {...(typed ? { refused: { code: typed, reason } } : {})} />
    </>
  )
}

/** Half a link or half a code does not even look like an invitation to the server. */
const isHalf = (error: Error) => error instanceof Problem && error.code === 'request_invalid'

/** The secret stays out of the cache's keys: they may show up in developer tools and error reports. */
function useOffer(invitation: Invitation) {
  const [visit] = useState(() => crypto.getRandomValues(new Uint32Array(1))[0])
  return useQuery({
    queryKey: ['offer', visit],
    queryFn: ({ signal }) => call<InviteOffer>('inspectInvite', { body: { invitation }, signal }),
    staleTime: Infinity,
    gcTime: 0,
  })
}

/** A code typed on the start page comes along in the navigation's state, not in the address. */
function useCodeFromStart(): string | null {
  const state: unknown = useLocation().state
  const code = state && typeof state === 'object' && 'code' in state ? state.code : null
  return typeof code === 'string' ? code : null
}
