import { useId, useMemo, useState, type ReactNode, type SubmitEvent } from 'react'
import { Shuffle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange, useMembers } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Select } from '#client/ui/Select.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { toasts } from '#client/ui/toasts.ts'
import type { MemberId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { MemberView, WorkshopView } from '#shared/protocol/api.ts'
import type { BreakoutsView, OpenBreakoutsRequest } from '#shared/protocol/breakouts.ts'
import { roomsFor } from '#shared/workshop/breakout-rooms.ts'
import { entersEveryRoom } from '#shared/workshop/permissions.ts'
import { isSeatedFreely } from '#shared/workshop/roles.ts'
import styles from './breakouts.module.css'
import { inRoom, seatedAgain, seatedAtRandom, type Seating, type Way } from './seating.ts'

const USUAL_MINUTES = '15'

interface BreakoutDialogProps {
  workshop: WorkshopView
  breakouts: BreakoutsView
  /** Into the rooms that the project groups have anyway. Answers whether that was sent. */
  onProjectRooms: (minutes: number, task: string) => Promise<boolean>
  onClose: () => void
}

/** Rooms out of the plenum: how many, who goes where, what to do there and for how long. */
export function BreakoutDialog({ workshop, breakouts, onProjectRooms, onClose }: BreakoutDialogProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const formId = useId()
  const members = useMembers(workshop.id, true)
  const people = useMemo(() => (members.data ?? []).filter(isSeated), [members.data])
  const here = people.filter(({ id }) => breakouts.here.includes(id)).map(({ id }) => id)
  const shuffled = people
    .filter(({ id, role }) => isSeatedFreely(role) && here.includes(id))
    .map(({ id }) => id)
  const [way, setWay] = useState<Way>('random')
  const [chosenRooms, setRooms] = useState<number | null>(null)
  const [chosenSeats, setSeats] = useState<Seating | null>(null)
  const [task, setTask] = useState('')
  const [minutes, setMinutes] = useState(USUAL_MINUTES)
  const [asked, setAsked] = useState(false)
  const open = useChange<BreakoutsView>('openBreakouts')
  const [seed, setSeed] = useState(() => Math.random())
  const ids = people.map(({ id }) => id)
  // A proposal and its rooms stay while somebody looks at them, whoever comes and goes meanwhile: with a room less, those
  // who were put into it would be left out unseen
  const areKnown = members.data !== undefined
  const usualRooms = useMemo(
    () => roomsFor(shuffled.length, limits.maxBreakouts),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [seed, areKnown],
  )
  const rooms = way === 'again' ? breakouts.last.length : (chosenRooms ?? usualRooms)
  const proposed = useMemo(
    () =>
      way === 'again' ? seatedAgain(breakouts.last, ids) : seatedAtRandom(shuffled, rooms, steady(seed)),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [way, rooms, seed, areKnown],
  )
  const seats = chosenSeats ?? proposed
  const count = Number(minutes)
  const isTime = Number.isInteger(count) && count >= 1 && count <= limits.maxTimerMs / 60_000
  // Into rooms of its own the task goes as a step, into those of the projects as a message, which is shorter
  const maxTaskChars = way === 'project' ? limits.maxRoomMessageChars : limits.maxInstructionChars
  const isTooLong = task.trim().length > maxTaskChars
  const isEmpty = (way === 'random' || way === 'again') && seats.size === 0
  const anew = () => setSeats(null)
  const seat = (id: MemberId, room: string) => {
    const next = new Map(seats)
    if (room === '') next.delete(id)
    else next.set(id, Number(room))
    setSeats(next)
  }
  const nameOf = (room: number) =>
    way === 'again' ? breakouts.last[room]!.name : t('rooms.breakouts.name', { number: room + 1 })
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!isTime || isEmpty || isTooLong || open.isPending) return
    if (way === 'project') return (await onProjectRooms(count, task.trim())) && onClose()
    const numbers = Array.from({ length: rooms }, (_, room) => room)
    const body: OpenBreakoutsRequest = {
      rooms: numbers.map((room) => ({
        name: nameOf(room),
        memberIds: way === 'choice' ? [] : inRoom(seats, room, ids),
      })),
      ...{ byChoice: way === 'choice', task: task.trim(), minutes: count },
    }
    await open.mutateAsync({ path: { workshopId: workshop.id }, body })
    toasts.show({ text: t('rooms.breakouts.opened', { count: rooms }) })
    onClose()
  }
  const ways: Way[] = [
    'random',
    'choice',
    ...(breakouts.last.length > 0 ? (['again'] as const) : []),
    'project',
  ]
  return (
    <Dialog
      title={t('rooms.breakouts.form')}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={open.isPending}>
            {t('rooms.breakouts.go')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        noValidate
        onSubmit={(event) => void submit(event).catch(() => undefined)}
      >
        {open.isError ? <Banner tone="danger">{errorText(open.error)}</Banner> : null}
        {members.isError ? <Banner tone="danger">{errorText(members.error)}</Banner> : null}
        <div className={styles.pair}>
          <Select
            label={t('rooms.breakouts.way')}
            hint={t(`rooms.breakouts.hints.${way}`)}
            value={way}
            onChange={(next) => {
              setWay(next)
              anew()
            }}
            options={ways.map((value) => ({ value, label: t(`rooms.breakouts.ways.${value}`) }))}
          />
          {way === 'random' || way === 'choice' ? (
            <Select
              label={t('rooms.breakouts.count')}
              value={String(rooms)}
              onChange={(next) => {
                setRooms(Number(next))
                anew()
              }}
              options={Array.from({ length: limits.maxBreakouts }, (_, n) => ({
                value: String(n + 1),
                label: String(n + 1),
              }))}
            />
          ) : null}
        </div>
        <TextArea
          label={t('rooms.breakouts.task')}
          hint={t('rooms.breakouts.taskHint')}
          rows={2}
          maxLength={maxTaskChars}
          value={task}
          onChange={setTask}
          error={asked && isTooLong ? t('rooms.breakouts.taskTooLong', { max: maxTaskChars }) : null}
        />
        <TextField
          label={t('rooms.orders.minutes')}
          hint={t('rooms.orders.minutesHint')}
          inputMode="numeric"
          value={minutes}
          onChange={setMinutes}
          error={asked && !isTime ? t('rooms.orders.minutesError') : null}
        />
        {way === 'random' || way === 'again' ? (
          <Seats
            {...{ people, seats, rooms, nameOf, isEmpty }}
            asked={asked}
            here={new Set(here)}
            onSeat={seat}
          >
            {way === 'random' ? (
              <Button
                icon={<Shuffle aria-hidden="true" />}
                onClick={() => {
                  setSeed(Math.random())
                  anew()
                }}
              >
                {t('rooms.breakouts.shuffle')}
              </Button>
            ) : null}
          </Seats>
        ) : null}
      </form>
    </Dialog>
  )
}

interface SeatsProps {
  people: readonly MemberView[]
  here: ReadonlySet<MemberId>
  seats: Seating
  rooms: number
  nameOf: (room: number) => string
  isEmpty: boolean
  asked: boolean
  onSeat: (id: MemberId, room: string) => void
  children: ReactNode
}

/** Everybody with a room, those who are here first; whoever has none stays in the plenum. */
function Seats({ people, here, seats, rooms, nameOf, isEmpty, asked, onSeat, children }: SeatsProps) {
  const { t } = useTranslation()
  const options = [
    { value: '', label: t('rooms.breakouts.noRoom') },
    ...Array.from({ length: rooms }, (_, room) => ({ value: String(room), label: nameOf(room) })),
  ]
  const sorted = [...people].sort((a, b) => Number(here.has(b.id)) - Number(here.has(a.id)))
  return (
    <fieldset className={styles.seats}>
      <legend>{t('rooms.breakouts.who', { count: here.size })}</legend>
      {asked && isEmpty ? <Banner tone="attention">{t('rooms.breakouts.nobody')}</Banner> : null}
      <div>{children}</div>
      {people.length === 0 ? <p>{t('rooms.breakouts.noPeople')}</p> : null}
      <div className={styles.people}>
        {sorted.map(({ id, name }) => (
          <Select
            key={id}
            label={here.has(id) ? name : t('rooms.breakouts.away', { name })}
            value={String(seats.get(id) ?? '')}
            onChange={(room) => onSeat(id, room)}
            options={options}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** Whoever enters every room anyway sits in none. */
const isSeated = ({ role, standing, groupIds }: MemberView) =>
  !entersEveryRoom(role) && groupIds !== 'all' && standing === 'present'

/** The same numbers again for the same beginning, so that a proposal does not change under one's eyes. */
function steady(seed: number): () => number {
  let state = Math.floor(seed * 2 ** 32) || 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
