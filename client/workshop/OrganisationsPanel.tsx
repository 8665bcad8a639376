import { useState } from 'react'
import { Ellipsis, Merge, Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { mayInWorkshop } from '#client/app/actor.ts'
import { useOrganisations } from '#client/app/queries.ts'
import { Menu } from '#client/ui/Menu.tsx'
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx'
import type { OrganisationView, WorkshopView } from '#shared/protocol/api.ts'
import { EditOrganisation, MergeOrganisation } from './OrganisationDialogs.tsx'
import styles from './table.module.css'

/** Where the people come from. Moderators mend names and make two spellings into one. */
export function OrganisationsPanel({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const organisations = useOrganisations(workshop.id)
  const mayManage = mayInWorkshop(workshop, 'organisation.manage')
  if (!organisations.data || organisations.data.length === 0) return null
  return (
    <section className={styles.panel} aria-labelledby="organisations">
      <h2 id="organisations">{t('workshop.organisations.title')}</h2>
      <table className={styles.table} aria-labelledby="organisations">
        <thead>
          <tr>
            <th scope="col">{t('workshop.members.name')}</th>
            <th scope="col">{t('workshop.organisations.kind')}</th>
            <th scope="col">{t('workshop.organisations.sizeClass')}</th>
            <th scope="col">{t('workshop.organisations.people')}</th>
            <th scope="col">
              <VisuallyHidden>{t('workshop.invites.actions')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {organisations.data.map((organisation) => (
            <tr key={organisation.id}>
              <th scope="row">{organisation.name}</th>
              <td>{t(`workshop.organisationKind.${organisation.kind}`)}</td>
              <td>{organisation.sizeClass ? t(`workshop.sizeClass.${organisation.sizeClass}`) : null}</td>
              <td data-label={t('workshop.organisations.people')}>{organisation.memberCount}</td>
              <td className={styles.end}>
                {mayManage ? (
                  <OrganisationMenu
                    workshop={workshop}
                    organisation={organisation}
                    all={organisations.data}
                  />
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface OrganisationMenuProps {
  workshop: WorkshopView
  organisation: OrganisationView
  all: readonly OrganisationView[]
}

function OrganisationMenu({ workshop, organisation, all }: OrganisationMenuProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'edit' | 'merge' | null>(null)
  const close = () => setOpen(null)
  const others = all.filter(({ id }) => id !== organisation.id)
  return (
    <>
      <Menu
        label={t('workshop.members.more', { name: organisation.name })}
        icon={<Ellipsis aria-hidden="true" />}
        iconOnly
        items={[
          {
            id: 'edit',
            label: t('workshop.organisations.edit'),
            icon: <Pencil aria-hidden="true" />,
            onSelect: () => setOpen('edit'),
          },
          {
            id: 'merge',
            label: t('workshop.organisations.merge'),
            icon: <Merge aria-hidden="true" />,
            disabled: others.length === 0,
            onSelect: () => setOpen('merge'),
          },
        ]}
      />
      {open === 'edit' ? (
        <EditOrganisation workshopId={workshop.id} organisation={organisation} onClose={close} />
      ) : null}
      {open === 'merge' ? (
        <MergeOrganisation
          workshopId={workshop.id}
          organisation={organisation}
          others={others}
          onClose={close}
        />
      ) : null}
    </>
  )
}
