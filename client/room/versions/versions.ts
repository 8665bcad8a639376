import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { addressOf, call, Unreachable } from '#client/app/api.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { RestoredVersion, VersionView } from '#shared/protocol/api.ts'
import { useRoom } from '#client/room-context/room-context.ts'

/** The versions of this room, newest first. */
export function useVersions() {
  const path = useGroupPath()
  return useQuery({
    queryKey: ['versions', path.groupId],
    queryFn: ({ signal }) => call<VersionView[]>('versions', { path, signal }),
  })
}

export function useCreateVersion() {
  const path = useGroupPath()
  const reload = useReload()
  return useMutation({
    mutationFn: (name: string) => call<VersionView>('createVersion', { path, body: { name } }),
    onSettled: reload,
  })
}

/** Answers with the version saved just before: the way to take it back. */
export function useRestoreVersion() {
  const path = useGroupPath()
  const reload = useReload()
  return useMutation({
    mutationFn: (version: VersionView) =>
      call<RestoredVersion>('restoreVersion', { path: { ...path, versionId: version.id } }),
    onSettled: reload,
  })
}

/** The Yjs update that builds a version's whole document. */
export function useVersionState(version: VersionView) {
  const path = { ...useGroupPath(), versionId: version.id }
  return useQuery({
    queryKey: ['version', version.id],
    queryFn: ({ signal }) => fetchState(addressOf('versionState', { path }), signal),
    staleTime: Infinity,
  })
}

async function fetchState(address: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(address, { credentials: 'same-origin', signal })
  if (response.ok) return new Uint8Array(await response.arrayBuffer())
  throw response.status === 404 ? new Problem('not_found') : new Unreachable(response.status)
}

function useGroupPath() {
  const { workshop, group } = useRoom()
  return { workshopId: workshop.id, groupId: group.id }
}

function useReload() {
  const { groupId } = useGroupPath()
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['versions', groupId] })
}
