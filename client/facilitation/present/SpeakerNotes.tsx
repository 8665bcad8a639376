import { useEffect, useRef, useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { usePages, useRoom } from '#client/room-context/room-context.ts'
import { Spinner } from '#client/ui/Spinner.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { limits } from '#shared/base/limits.ts'
import type { SpeakerNote } from '#shared/protocol/speaker-notes.ts'
import { useSlides } from './use-presentation.ts'
import styles from './PresentBand.module.css'

/** Long enough that a sentence is stored as a whole, short enough that nobody waits for it. */
const REST_MS = 1_200

/** What the presenter wants to say to the slide in front. Asked of the server by them alone; nobody else is answered. */
export function SpeakerNotes({ placeId }: { placeId: string | null }) {
  const { t } = useTranslation()
  const { workshop, group } = useRoom()
  const explain = useErrorText()
  const path = { workshopId: workshop.id, groupId: group.id }
  const { data, error } = useQuery({
    queryKey: notesKey(path),
    queryFn: ({ signal }) => call<SpeakerNote[]>('speakerNotes', { path, signal }),
  })
  return (
    <section className={styles.notes} aria-label={t('present.notes')}>
      {error ? <p role="alert">{explain(error)}</p> : null}
      {data && placeId !== null ? (
        <Note key={placeId} placeId={placeId} stored={textAt(data, placeId)} />
      ) : error ? null : (
        <Spinner label={t('common.loading')} />
      )}
    </section>
  )
}

const notesKey = ({ workshopId, groupId }: { workshopId: string; groupId: string }) => [
  'workshop',
  workshopId,
  'speakerNotes',
  groupId,
]

const textAt = (notes: readonly SpeakerNote[], placeId: string) =>
  notes.find((note) => note.placeId === placeId)?.text ?? ''

function Note({ placeId, stored }: { placeId: string; stored: string }) {
  const { t } = useTranslation()
  const explain = useErrorText()
  const place = usePlaceName(placeId)
  const { save, isSaving, isSaved, error } = useSaving(placeId)
  const [text, setText] = useState(stored)
  const latest = useRef({ text, stored })
  useEffect(() => {
    latest.current = { text, stored }
  })
  useEffect(() => {
    if (text === stored || error) return
    const timer = setTimeout(() => save(latest.current), REST_MS)
    return () => clearTimeout(timer)
  }, [text, stored, save, error])
  // Whoever turns to the next slide in the middle of a word has written it all the same
  useEffect(
    () => () => {
      if (latest.current.text !== latest.current.stored) save(latest.current)
    },
    [save],
  )
  return (
    <>
      <TextArea
        label={t('present.notesOf', { place })}
        hint={t('present.notesHint')}
        rows={3}
        maxLength={limits.maxInstructionChars}
        value={text}
        onChange={setText}
        onBlur={() => text !== stored && save({ text, stored })}
        error={error ? explain(error) : null}
      />
      <p role="status">{isSaving ? t('present.notesSaving') : isSaved ? t('present.notesSaved') : ''}</p>
    </>
  )
}

function usePlaceName(placeId: string): string {
  const { view } = useRoom()
  const pages = usePages()
  const slides = useSlides(view.getState().pageId)
  return slides.find(({ id }) => id === placeId)?.name ?? pages.find(({ id }) => id === placeId)?.name ?? ''
}

function useSaving(placeId: string) {
  const { workshop, group } = useRoom()
  const client = useQueryClient()
  const [workshopId, groupId] = [workshop.id, group.id]
  const { mutate, isPending, isSuccess, error } = useMutation({
    scope: { id: `speaker note ${placeId}` },
    mutationFn: ({ text, stored }: { text: string; stored: string }) =>
      call('writeSpeakerNote', { path: { workshopId, groupId }, body: { placeId, from: stored, text } }),
    onSuccess: (_, { text }) =>
      client.setQueryData<SpeakerNote[]>(notesKey({ workshopId, groupId }), (notes = []) => [
        ...notes.filter((note) => note.placeId !== placeId),
        { placeId, text },
      ]),
  })
  return { save: mutate, isSaving: isPending, isSaved: isSuccess, error }
}
