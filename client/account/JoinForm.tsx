import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { call } from '#client/app/api.ts'
import { personChanged } from '#client/app/person-change.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { focusFirstError } from '#client/ui/focus-first-error.ts'
import { TextField } from '#client/ui/TextField.tsx'
import { named } from '#client/ui/named.ts'
import { Said } from '#client/ui/Said.tsx'
import type { GroupId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { isVisible } from '#shared/base/visible-text.ts'
import type { AcceptInviteRequest, Admission, Invitation, InviteOffer } from '#shared/protocol/api.ts'
import { DeviceNote } from './DeviceNote.tsx'
import { knownOrganisation, OrganisationFields, type Origin } from './OrganisationFields.tsx'
import choices from '#client/ui/choices.module.css'
import styles from './form.module.css'

interface JoinFormProps {
  invitation: Invitation
  offer: InviteOffer
  onJoined: (admission: Admission, name: string) => void
}

/** Name, organisation, group: what the others will see, and nothing else. */
export function JoinForm({ invitation, offer, onJoined }: JoinFormProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const [accept, setAccept] = useState<{ busy: boolean; error: Error | null }>({ busy: false, error: null })
  const [name, setName] = useState('')
  const [origin, setOrigin] = useState<Origin>({ name: '', kind: '' })
  const [groupId, setGroupId] = useState<GroupId | null>(onlyGroup(offer))
  const [asked, setAsked] = useState(false)
  const kind = knownOrganisation(offer.organisations, origin.name)?.kind ?? origin.kind
  const mustChooseGroup = offer.groups.length > 1

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    focusFirstError(event.currentTarget)
    if (!isVisible(name) || !kind || (mustChooseGroup && !groupId) || accept.busy) return
    const body: AcceptInviteRequest = {
      invitation,
      name: name.trim(),
      organisation: origin.name.trim(),
      organisationKind: kind,
      ...(groupId ? { groupId } : {}),
    }
    setAccept({ busy: true, error: null })
    call<Admission>('acceptInvite', { body }).then(
      (admission) => void personChanged().then(() => onJoined(admission, body.name)),
      (error: Error) => setAccept({ busy: false, error }),
    )
  }

  return (
    <>
      <div className={styles.offer}>
        <p className={styles.lead}>{t('account.join.invitedTo')}</p>
        <PageHeading title={offer.workshopTitle} lang={offer.language} />
        <p>{t('account.join.invitedAs', { role: t(`workshop.role.${offer.role}`) })}</p>
      </div>
      <form className={styles.form} noValidate onSubmit={submit}>
        <TextField
          label={t('account.join.name')}
          autoComplete="name"
          required
          maxLength={limits.maxNameChars}
          value={name}
          onChange={setName}
          error={asked && !isVisible(name) ? t('account.nameMissing') : null}
        />
        <p className={styles.quiet}>{t('account.join.required')}</p>
        <OrganisationFields
          offered={offer.organisations}
          origin={origin}
          onChange={setOrigin}
          kindMissing={asked && !kind}
        />
        <GroupChoice
          language={offer.language}
          groups={offer.groups}
          chosen={groupId}
          onChoose={setGroupId}
          missing={asked && !groupId}
        />
        {accept.error ? <Banner tone="danger">{errorText(accept.error)}</Banner> : null}
        <div className={styles.submit}>
          <Button type="submit" variant="primary" busy={accept.busy}>
            {t('account.join.submit')}
          </Button>
          <p className={styles.quiet}>{t('account.join.privacy')}</p>
          <StoredHere />
          <DeviceNote />
        </div>
      </form>
    </>
  )
}

/** Before anybody types a name: what is kept where, for how long, and how to leave nothing behind. */
function StoredHere() {
  const { t } = useTranslation()
  return (
    <details className={styles.stored}>
      <summary>{t('account.stored.title')}</summary>
      <ul>
        <li>{t('account.stored.server', { address: location.host })}</li>
        <li>{t('account.stored.browser', { count: limits.sessionDays })}</li>
        <li>{t('account.stored.shared')}</li>
      </ul>
    </details>
  )
}

interface GroupChoiceProps {
  language: InviteOffer['language']
  groups: InviteOffer['groups']
  chosen: GroupId | null
  onChoose: (groupId: GroupId) => void
  missing: boolean
}

function GroupChoice({ language, groups, chosen, onChoose, missing }: GroupChoiceProps) {
  const { t } = useTranslation()
  if (groups.length === 0) return null
  if (groups.length === 1) {
    const name = named(groups[0]!.name, language)
    return (
      <p>
        <Said>{t('account.join.groupFixed', { name })}</Said>
      </p>
    )
  }
  return (
    <fieldset className={choices.choices}>
      <legend>{t('account.join.group')}</legend>
      {groups.map((group) => (
        <label key={group.id} className={choices.choice}>
          <input
            type="radio"
            name="group"
            required
            checked={group.id === chosen}
            onChange={() => onChoose(group.id)}
          />
          <span lang={language}>{group.name}</span>
        </label>
      ))}
      {missing ? <Banner tone="danger">{t('account.join.groupMissing')}</Banner> : null}
    </fieldset>
  )
}

function onlyGroup({ groups }: InviteOffer): GroupId | null {
  return groups.length === 1 ? groups[0]!.id : null
}
