import { useEffect, useRef, useState } from 'react'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '#client/app/api.ts'
import type { GroupId, WorkshopId } from '#shared/base/ids.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { Summary } from '#shared/protocol/summaries.ts'

/** Long enough that a sentence is stored as a whole, short enough that nobody waits for it. */
const REST_MS = 1_200

export const summariesOf = (workshopId: WorkshopId) =>
  queryOptions({
    queryKey: ['workshop', workshopId, 'summaries'],
    queryFn: ({ signal }) => call<Summary[]>('summaries', { path: { workshopId }, signal }),
  })

/**
 * One summary while it is written. It is stored by itself at rest and when it is left. Where somebody else has written
 * meanwhile, both texts are there and nothing is stored until this person has chosen.
 */
export function useSummary(workshopId: WorkshopId, groupId: GroupId | null, stored: string) {
  const client = useQueryClient()
  const [text, setText] = useState(stored)
  /** What the text goes on from. */
  const [base, setBase] = useState(stored)
  const [seen, setSeen] = useState(stored)
  /** What somebody else wrote meanwhile, until this person has chosen. */
  const [theirs, setTheirs] = useState<string | null>(null)
  const isDisputed = theirs !== null
  const latest = useRef({ text, base, isDisputed })
  useEffect(() => {
    latest.current = { text, base, isDisputed }
  })
  const { queryKey } = summariesOf(workshopId)
  const { mutate, isPending, error, variables } = useMutation({
    scope: { id: `summary ${groupId ?? workshopId}` },
    mutationFn: (wanted: string) => {
      const body = { groupId, from: latest.current.base, text: wanted }
      return call('writeSummary', { path: { workshopId }, body })
    },
    onSuccess: async (_, wanted) => {
      // An answer that was asked for before would bring back what was
      await client.cancelQueries({ queryKey })
      latest.current.base = wanted
      setBase(wanted)
      client.setQueryData<Summary[]>(queryKey, (all = []) => [
        ...all.filter((one) => one.groupId !== groupId),
        { groupId, text: wanted },
      ])
    },
    onError: async (problem) => {
      if (problem instanceof Problem && problem.code === 'plan_changed')
        await client.invalidateQueries({ queryKey })
    },
  })
  if (stored !== seen) {
    setSeen(stored)
    const isOwn = stored === base || stored === text || stored === variables
    if (isOwn || text === base) setBase(stored)
    if (!isOwn && text === base) setText(stored)
    setTheirs(isOwn || text === base ? null : stored)
  }
  const choose = (chosen: string) => {
    setText(chosen)
    setBase(stored)
    setTheirs(null)
  }
  const hasFailed = error !== null && variables === text
  const isChanged = text !== base
  useEffect(() => {
    if (!isChanged || isDisputed || isPending || hasFailed) return
    const timer = setTimeout(() => mutate(text), REST_MS)
    return () => clearTimeout(timer)
  }, [text, isChanged, isDisputed, isPending, hasFailed, mutate])
  // Whoever leaves in the middle of a word has written it all the same
  useEffect(
    () => () => {
      const { current } = latest
      if (current.text !== current.base && !current.isDisputed) mutate(current.text)
    },
    [mutate],
  )
  return {
    text,
    setText,
    save: () => (isChanged && !isDisputed && !isPending ? mutate(text) : undefined),
    isSaving: isPending,
    isSaved: !isChanged && text !== '',
    theirs,
    error: hasFailed && !isDisputed ? error : null,
    keepMine: () => choose(text),
    takeTheirs: () => choose(stored),
  }
}
