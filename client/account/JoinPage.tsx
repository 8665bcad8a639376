// In front of it: a participant with a phone or a locked-down laptop, two minutes before ten, here for the first time.
// No patience at all: who invites, two fields, one choice, one big button.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { useFragmentSecret } from '#client/app/fragment-secret.ts'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { brought } from '#client/app/go-to.ts'
import { mayWorkLater } from '#client/app/may-work-later.ts'
import { useAnswer } from '#client/app/use-answer.ts'
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

/** `whenJoined`: brings what comes next, while somebody reads about their way back. */
export function JoinPage({ whenJoined }: { whenJoined: () => void }) {
  const token = useFragmentSecret()
  const [typedCode, setTypedCode] = useState(codeFromStart)
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
          onJoined={(admission, name) => {
            setJoined({ admission, name })
            whenJoined()
          }}
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
  const [offer, again] = useOffer(invitation)
  if (offer.state === 'asking') return <Spinner label={t('account.join.checking')} />
  if (offer.state === 'failed') {
    return mayWorkLater(offer.error) ? (
      <NotNow error={offer.error} onRetry={again} />
    ) : (
      <Refused invitation={invitation} error={offer.error} onCode={onCode} />
    )
  }
  const { alreadyMember } = offer.answer
  if (alreadyMember && !asNewPerson) {
    return (
      <AlreadyMember
        offer={offer.answer}
        member={alreadyMember}
        onSomebodyElse={() => setAsNewPerson(true)}
      />
    )
  }
  return <JoinForm invitation={invitation} offer={offer.answer} onJoined={onJoined} />
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

/** One invitation is asked about as long as the view stands: another one is another view. */
function useOffer(invitation: Invitation) {
  const [ask] = useState(
    () => (signal: AbortSignal) => call<InviteOffer>('inspectInvite', { body: { invitation }, signal }),
  )
  return useAnswer(ask)
}

/** A code typed on the start page comes along in the navigation's state, not in the address. */
function codeFromStart(): string | null {
  const code = brought()?.code
  return typeof code === 'string' ? code : null
}
