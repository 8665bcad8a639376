import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Select } from '#client/ui/Select.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { isSameText } from '#shared/base/folded-text.ts'
import { limits } from '#shared/base/limits.ts'
import type { InviteOffer } from '#shared/protocol/api.ts'
import { organisationKinds, type OrganisationKind } from '#shared/workshop/roles.ts'

/** What somebody says about where they come from. */
export interface Origin {
  name: string
  kind: OrganisationKind | ''
}

interface OrganisationFieldsProps {
  offered: InviteOffer['organisations']
  origin: Origin
  onChange: (origin: Origin) => void
  kindMissing: boolean
}

/** Offers the organisations there are while one types; the kind of those is known and not asked for again. */
export function OrganisationFields({ offered, origin, onChange, kindMissing }: OrganisationFieldsProps) {
  const { t } = useTranslation()
  const listId = useId()
  const known = knownOrganisation(offered, origin.name)
  return (
    <>
      <TextField
        label={t('account.join.organisation')}
        hint={t('account.join.organisationHint')}
        autoComplete="organization"
        list={listId}
        maxLength={limits.maxOrganisationChars}
        value={origin.name}
        onChange={(name) => onChange({ ...origin, name })}
      />
      <datalist id={listId}>
        {offered.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Select
        label={t('account.join.organisationKind')}
        required
        disabled={known !== null}
        hint={known ? t('account.join.organisationKnown', { name: known.name }) : null}
        value={known?.kind ?? origin.kind}
        onChange={(kind) => onChange({ ...origin, kind })}
        options={[
          { value: '' as const, label: t('account.join.organisationKindChoose') },
          ...organisationKinds.map((value) => ({ value, label: t(`workshop.organisationKind.${value}`) })),
        ]}
        error={kindMissing && !known ? t('account.join.organisationKindMissing') : null}
      />
    </>
  )
}

/** The one that reads the same, however it is typed. */
export function knownOrganisation(offered: InviteOffer['organisations'], name: string) {
  return offered.find((one) => name.trim() !== '' && isSameText(one.name, name)) ?? null
}
