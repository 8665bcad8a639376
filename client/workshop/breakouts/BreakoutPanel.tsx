import { useState } from 'react'
import { DoorClosed } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange, useMembers } from '#client/app/queries.ts'
import { Button } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { Select } from '#client/ui/Select.tsx'
import { toasts } from '#client/ui/toasts.ts'
import type { Language } from '#client/i18n/languages.ts'
import { named } from '#client/ui/named.ts'
import type { GroupId, MemberId } from '#shared/base/ids.ts'
import type { MemberView, WorkshopView } from '#shared/protocol/api.ts'
import type { BreakoutsView, BroughtResults } from '#shared/protocol/breakouts.ts'
import styles from './breakouts.module.css'

interface BreakoutPanelProps {
  workshop: WorkshopView
  breakouts: BreakoutsView
}

/** While breakouts are open: who belongs where, moving people, and the end of it. */
export function BreakoutPanel({ workshop, breakouts }: BreakoutPanelProps) {
  const { t } = useTranslation()
  const explain = useErrorText()
  const members = useMembers(workshop.id, true)
  const move = useChange<BreakoutsView>('moveToBreakout')
  const close = useChange<BreakoutsView>('closeBreakouts')
  const [closing, setClosing] = useState(false)
  const [withResults, setWithResults] = useState(true)
  const bring = useChange<BroughtResults>('bringResults')
  const busy = close.isPending || bring.isPending
  const people = (members.data ?? []).filter(
    ({ groupIds, standing }) => groupIds !== 'all' && standing === 'present',
  )
  const roomsOf = (id: MemberId) => breakouts.open.filter(({ memberIds }) => memberIds.includes(id))
  const { byChoice } = breakouts
  // Whoever chooses from all of them moves by themselves; who came later is let in here
  const movable = people.filter(({ id }) => roomsOf(id).length < 2)
  // Whoever was put into a room from among the absent stays there while the panel is open: the field in focus would go
  const [putFromAfar, setPutFromAfar] = useState<ReadonlySet<MemberId>>(new Set())
  const isAbsent = ({ id }: MemberView) =>
    putFromAfar.has(id) || (roomsOf(id).length === 0 && !breakouts.here.includes(id))
  const absent = movable.filter(isAbsent)
  const failed = (error: Error) => toasts.show({ text: explain(error), tone: 'danger' })
  const put = (person: MemberView, groupId: string) => {
    const { id, name } = person
    if (isAbsent(person)) setPutFromAfar((now) => new Set([...now, id]))
    void move
      .mutateAsync({
        path: { workshopId: workshop.id, memberId: id },
        body: { groupId: groupId === '' ? null : (groupId as GroupId) },
      })
      .then(() => toasts.show({ text: t('rooms.breakouts.moved', { name }) }), failed)
  }
  const end = async () => {
    if (busy) return
    try {
      const path = { workshopId: workshop.id }
      let [brought, withheld] = [0, 0]
      // One after the other: each is put together anew
      for (const { groupId } of withResults ? breakouts.open : []) {
        const body = { artefactIds: null }
        const results = await bring.mutateAsync({ path: { ...path, groupId }, body })
        brought += results.brought
        withheld += results.withheld
      }
      await close.mutateAsync({ path })
      setClosing(false)
      const said = [
        t('rooms.breakouts.closed'),
        ...(withResults ? [t('rooms.breakouts.brought', { count: brought })] : []),
        ...(withheld > 0 ? [t('rooms.breakouts.withheld', { count: withheld })] : []),
      ]
      toasts.show({ text: said.join(' ') })
    } catch (error) {
      failed(error as Error)
    }
  }
  const places = {
    language: workshop.language,
    rooms: breakouts.open,
    roomOf: (id: MemberId) => roomsOf(id)[0]?.groupId ?? '',
    onPut: put,
  }
  return (
    <section className={styles.panel} aria-labelledby="breakouts">
      <h2 id="breakouts">{t('rooms.breakouts.title')}</h2>
      <p>{t(byChoice ? 'rooms.breakouts.byChoice' : 'rooms.breakouts.assigned')}</p>
      <div>
        <Button icon={<DoorClosed aria-hidden="true" />} onClick={() => setClosing(true)}>
          {t('rooms.breakouts.close')}
        </Button>
      </div>
      <Places people={movable.filter((person) => !isAbsent(person))} {...places} />
      {absent.length > 0 ? (
        // Those who are not there would push the rooms out of sight
        <details>
          <summary>{t('rooms.breakouts.absent', { count: absent.length })}</summary>
          <Places people={absent} {...places} />
        </details>
      ) : null}
      <ConfirmDialog
        title={t('rooms.breakouts.close')}
        open={closing}
        confirm={t('rooms.breakouts.close')}
        busy={busy}
        onConfirm={() => void end()}
        onClose={() => setClosing(false)}
      >
        <p>{t('rooms.breakouts.closeExplained')}</p>
        <label className={styles.check}>
          <input type="checkbox" checked={withResults} onChange={() => setWithResults(!withResults)} />
          {t('rooms.breakouts.withResults')}
        </label>
      </ConfirmDialog>
    </section>
  )
}

interface PlacesProps {
  language: Language
  people: readonly MemberView[]
  rooms: BreakoutsView['open']
  roomOf: (id: MemberId) => string
  onPut: (person: MemberView, groupId: string) => void
}

/** Each person with the room they are in, to be put into another. */
function Places({ language, people, rooms, roomOf, onPut }: PlacesProps) {
  const { t } = useTranslation()
  if (people.length === 0) return null
  const options = [
    { value: '', label: t('rooms.breakouts.noRoom') },
    ...rooms.map(({ groupId, name }) => ({ value: groupId, label: named(name, language) })),
  ]
  return (
    <div className={styles.people}>
      {people.map((person) => (
        <Select
          key={person.id}
          label={person.name}
          value={roomOf(person.id)}
          onChange={(groupId) => onPut(person, groupId)}
          options={options}
        />
      ))}
    </div>
  )
}
