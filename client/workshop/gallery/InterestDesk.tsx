import { useState } from 'react'
import { Handshake } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { mayInWorkshop } from '#client/app/actor.ts'
import { useDay } from '#client/app/dates.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange, useInterests } from '#client/app/queries.ts'
import { Button } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { toasts } from '#client/ui/toasts.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { InterestView } from '#shared/protocol/gallery.ts'
import styles from './gallery.module.css'

/** Who would like to take part, until a moderator has decided about it; nothing where nobody wrote. */
export function InterestDesk({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const interests = useInterests(workshop.id)
  if (!interests.data || interests.data.length === 0) return null
  return (
    <section>
      <h2>{t('interest.desk.title')}</h2>
      <p className={styles.lead}>{t('interest.desk.text')}</p>
      <ul className={styles.rows}>
        {interests.data.map((interest) => (
          <InterestRow key={interest.id} workshop={workshop} interest={interest} />
        ))}
      </ul>
    </section>
  )
}

function InterestRow({ workshop, interest }: { workshop: WorkshopView; interest: InterestView }) {
  const { t } = useTranslation()
  const day = useDay()
  const { facts, solution, sentAt, confirmedAt } = interest
  return (
    <li className={styles.row}>
      <div className={styles.said}>
        <strong className={styles.name}>{facts.organisation}</strong>
        <p className={styles.quiet}>{t('interest.desk.of', { solution, day: day(sentAt) })}</p>
        <p>
          {t(`workshop.organisationKind.${facts.organisationKind}`)} · {facts.name}, {facts.email}
        </p>
        {facts.offer ? <p>{facts.offer}</p> : null}
        <p className={confirmedAt === null ? styles.state : styles.public}>
          {t(confirmedAt === null ? 'interest.desk.unconfirmed' : 'interest.desk.confirmed')}
        </p>
      </div>
      <div className={styles.deeds}>
        {mayInWorkshop(workshop, 'gallery.open') ? (
          <Accepting workshop={workshop} interest={interest} />
        ) : null}
        {mayInWorkshop(workshop, 'gallery.close') ? (
          <Declining workshop={workshop} interest={interest} />
        ) : null}
      </div>
    </li>
  )
}

// The row goes with the interest, before the answer is through: nothing in the following two may hang on it.

function Accepting({ workshop, interest }: { workshop: WorkshopView; interest: InterestView }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const change = useChange('acceptInterest')
  const { organisation } = interest.facts
  const group = workshop.groups.find(({ id }) => id === interest.groupId)?.name ?? ''
  const accept = () =>
    void change
      .mutateAsync({ path: { workshopId: workshop.id, interestId: interest.id } })
      .then(() => toasts.show({ text: t('interest.desk.accepted', { organisation, group }) }))
      .catch((error: Error) => toasts.show({ text: errorText(error), tone: 'danger' }))
  return (
    <Button
      variant="primary"
      icon={<Handshake aria-hidden="true" />}
      busy={change.isPending}
      aria-label={t('interest.desk.acceptOf', { organisation })}
      onClick={accept}
    >
      {t('interest.desk.accept')}
    </Button>
  )
}

function Declining({ workshop, interest }: { workshop: WorkshopView; interest: InterestView }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const change = useChange('declineInterest')
  const [isAsking, setAsking] = useState(false)
  const { organisation } = interest.facts
  const decline = () =>
    void change
      .mutateAsync({ path: { workshopId: workshop.id, interestId: interest.id } })
      .then(() => toasts.show({ text: t('interest.desk.declined', { organisation }) }))
      .catch((error: Error) => toasts.show({ text: errorText(error), tone: 'danger' }))
      .finally(() => setAsking(false))
  return (
    <>
      <Button
        variant="quiet"
        aria-label={t('interest.desk.declineOf', { organisation })}
        onClick={() => setAsking(true)}
      >
        {t('interest.desk.decline')}
      </Button>
      <ConfirmDialog
        title={t('interest.desk.declineTitle', { organisation })}
        open={isAsking}
        confirm={t('interest.desk.decline')}
        danger
        busy={change.isPending}
        onConfirm={decline}
        onClose={() => setAsking(false)}
      >
        {t('interest.desk.declineText')}
      </ConfirmDialog>
    </>
  )
}
