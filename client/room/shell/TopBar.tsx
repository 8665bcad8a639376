import { CircleDot, CircleHelp, Search, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useStore } from 'zustand'
import { paths } from '#client/app/paths.ts'
import { OwnMenu } from '#client/account/OwnMenu.tsx'
import { LanguageSwitch } from '#client/app/LanguageSwitch.tsx'
import mark from '#client/app/mark.svg'
import { ThemeSwitch } from '#client/app/ThemeSwitch.tsx'
import { Button } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { togglePanel } from '#client/ui-state/room-view.ts'
import { ExportMenu } from './ExportMenu.tsx'
import { CommentsButton } from '../comments/CommentsButton.tsx'
import { CoverageButton } from '../coverage/CoverageButton.tsx'
import { MinutesButton, useMinutesItem } from '../minutes/MinutesButton.tsx'
import { GroupSwitch } from './GroupSwitch.tsx'
import { presentMembers } from '#client/room-context/present-members.ts'
import { useFacilitation, useRoom, useView } from '#client/room-context/room-context.ts'
import { usePublicTextItems } from './public-text-items.tsx'
import { SavedState } from './SavedState.tsx'
import styles from './TopBar.module.css'
import { usePhone } from '#client/room-context/use-phone.ts'
import { VersionsButton } from '../versions/VersionsButton.tsx'

/** Where one is, whether everything is saved, who else is here. */
export function TopBar() {
  const { t } = useTranslation()
  const { view, workshop } = useRoom()
  const phone = usePhone()
  const mayFacilitate = useFacilitation((facilitation) => facilitation.mayFacilitate)
  // A phone's bar has no room for another button: the group's name would go
  const minutes = useMinutesItem()
  const publicTexts = usePublicTextItems()
  return (
    <header className={styles.bar}>
      <Link className={styles.brand} to={paths.workshop(workshop.id)} title={t('room.groups.toWorkshop')}>
        <img src={mark} alt="" width="26" height="26" />
        <span className={styles.product}>Werkraum</span>
      </Link>
      <GroupSwitch />
      <SavedState />
      <div className={styles.tools}>
        {mayFacilitate && !phone ? <VersionsButton /> : null}
        {phone ? null : <CoverageButton />}
        {mayFacilitate ? null : <VotesButton />}
        {mayFacilitate || phone ? null : <MinutesButton />}
        <CommentsButton />
        <PeopleButton />
        {phone ? null : <ExportMenu />}
        <IconButton
          label={t('room.search.open')}
          icon={<Search aria-hidden="true" />}
          onClick={() => view.setState({ dialog: { type: 'search' } })}
        />
        {phone ? null : <ThemeSwitch />}
        {phone ? null : <LanguageSwitch />}
        <IconButton
          label={t('room.keys.open')}
          icon={<CircleHelp aria-hidden="true" />}
          onClick={() => view.setState({ dialog: { type: 'help' } })}
        />
        <OwnMenu more={phone && !mayFacilitate ? minutes : []} last={publicTexts} />
      </div>
    </header>
  )
}

/** The way to the results, for those who have no dock; there once something was voted on. */
function VotesButton() {
  const { t } = useTranslation()
  const { view } = useRoom()
  const isThere = useFacilitation(
    ({ state }) => state?.votes.some(({ status }) => status === 'counted') === true,
  )
  const open = useView(({ panel }) => panel?.type === 'votes')
  if (!isThere) return null
  return (
    <IconButton
      label={t('room.opens.votes')}
      icon={<CircleDot aria-hidden="true" />}
      pressed={open}
      onClick={() => togglePanel(view, { type: 'votes', voteId: null })}
    />
  )
}

function PeopleButton() {
  const { t } = useTranslation()
  const { session, view } = useRoom()
  const peers = useStore(session.presence.peers)
  const me = useStore(session.facilitation, (facilitation) => facilitation.me)
  const open = useView(({ panel }) => panel?.type === 'people')
  const count = presentMembers(peers, me).length
  return (
    <Button
      variant="quiet"
      icon={<Users aria-hidden="true" />}
      aria-expanded={open}
      aria-label={t('room.people.button', { count })}
      onClick={() => togglePanel(view, { type: 'people' })}
    >
      <span className={styles.count}>{count}</span>
    </Button>
  )
}
