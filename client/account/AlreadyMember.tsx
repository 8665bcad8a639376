import { useTranslation } from 'react-i18next'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { wayIn } from '#client/app/way-into.ts'
import { Way } from '#client/app/Way.tsx'
import { Button, buttonClass } from '#client/ui/Button.tsx'
import type { InviteOffer } from '#shared/protocol/api.ts'
import styles from './form.module.css'

interface AlreadyMemberProps {
  offer: InviteOffer
  member: NonNullable<InviteOffer['alreadyMember']>
  onSomebodyElse: () => void
}

/** The link of last week, opened again: nobody should have to join twice, or become two people by accident. */
export function AlreadyMember({ offer, member, onSomebodyElse }: AlreadyMemberProps) {
  const { t } = useTranslation()
  return (
    <>
      <PageHeading title={offer.workshopTitle} lang={offer.language} />
      <p>{t('account.join.already', { name: member.name })}</p>
      <div className={styles.submit}>
        <Way className={buttonClass('primary', styles.big)} to={wayIn(member)}>
          {t('account.join.continueAs', { name: member.name })}
        </Way>
        <Button onClick={onSomebodyElse}>{t('account.join.asSomebodyElse')}</Button>
      </div>
    </>
  )
}
