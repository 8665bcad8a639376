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
import { Banner } from '#client/ui/Banner.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import type { Admission, Invitation, InviteOffer } from '#shared/protocol/api.ts'
import { AlreadyMember } from './AlreadyMember.tsx'
import { CodeForm } from './CodeForm.tsx'
import styles from './form.module.css'
import { Joined } from './Joined.tsx'
import { JoinForm } from './JoinForm.tsx'

export function JoinPage() {
  const token = useFragmentSecret()
  const [typedCode, setTypedCode] = useState(useCodeFromStart())
  const [joined, setJoined] = useState<{ admission: Admission; name: string } | null>(null)
  const invitation = token ? { token } : typedCode ? { code: typedCode } : null
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
  const errorText = useErrorText()
  const [asNewPerson, setAsNewPerson] = useState(false)
  const offer = useOffer(invitation)
  if (offer.isPending) return <Spinner label={t('account.join.checking')} />
  if (offer.isError) {
    return (
      <>
        <PageHeading title={t('account.join.refusedTitle')} />
        <Banner tone="attention">{errorText(offer.error)}</Banner>
        <p>{t('account.join.askAgain')}</p>
        <CodeForm onCode={onCode} primary={false} />
      </>
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
