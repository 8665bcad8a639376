import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useStore } from 'zustand'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Select } from '#client/ui/Select.tsx'
import { Said } from '#client/ui/Said.tsx'
import { authorshipChoice, chooseAuthorship } from './authorship-choice.ts'
import { useHomes } from './homes.ts'
import styles from './CardPanel.module.css'
import { localeOf } from '#shared/base/locale.ts'

/** Where a card of a group lies that it brought here, for those who may go there. */
export function HomeLine({ artefact }: { artefact: Artefact }) {
  const { t } = useTranslation()
  const { wayTo } = useHomes()
  const way = artefact.home && wayTo(artefact.home)
  if (!artefact.home) return null
  return (
    <p className={styles.quiet}>
      {way ? (
        <Link to={way.address}>
          <Said>{t('artefacts.home.there', { group: way.group })}</Said>
        </Link>
      ) : (
        t('artefacts.home.elsewhere')
      )}
    </p>
  )
}

/** Who wrote a card and when, as stated then. */
export function AuthorshipLine({ artefact }: { artefact: Artefact }) {
  const { t, i18n } = useTranslation()
  const author = useAuthorName(artefact)
  const date = new Intl.DateTimeFormat(localeOf(i18n.language), { dateStyle: 'long' }).format(
    artefact.createdAt,
  )
  return <p className={styles.quiet}>{t('artefacts.author.written', { author, date })}</p>
}

/** "von Jana Petersen, Stadt Musterhausen", or less where less was promised. */
function useAuthorName({ authorship }: Artefact): string {
  const { t } = useTranslation()
  switch (authorship.as) {
    case 'named':
      return authorship.organisation
        ? t('artefacts.author.named', { name: authorship.name, organisation: authorship.organisation })
        : t('artefacts.author.namedOnly', { name: authorship.name })
    case 'organisation':
      return t('artefacts.author.organisation', { organisation: authorship.organisation })
    default:
      return t('artefacts.author.anonymous')
  }
}

/** How the next cards are signed. Not shown to whoever has no organisation to stand behind. */
export function AuthorshipChoice({ session }: { session: RoomSession }) {
  const { t } = useTranslation()
  const { as } = useStore(authorshipChoice)
  const organisation = useStore(session.facilitation, ({ me }) => me?.organisation)
  if (!organisation) return null
  return (
    <Select
      label={t('artefacts.author.choice')}
      hint={t('artefacts.author.choiceHint')}
      value={as}
      onChange={chooseAuthorship}
      options={[
        { value: 'named', label: t('artefacts.author.asNamed') },
        { value: 'organisation', label: t('artefacts.author.asOrganisation') },
      ]}
    />
  )
}
