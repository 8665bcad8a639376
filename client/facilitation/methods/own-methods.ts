import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#client/app/api.ts'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import type { MethodFields, OwnMethod } from '#shared/methods/own-method.ts'

const useKey = () => ['workshop', useRoom().workshop.id, 'methods']

/** Methods of this workshop's own. Asked by those who lead alone: nobody else is answered. */
export function useOwnMethods(): readonly OwnMethod[] {
  const { workshop } = useRoom()
  const enabled = useFacilitation(({ mayFacilitate }) => mayFacilitate)
  const { data } = useQuery({
    queryKey: useKey(),
    queryFn: ({ signal }) => call<OwnMethod[]>('ownMethods', { path: { workshopId: workshop.id }, signal }),
    enabled,
  })
  return data ?? none
}

const none: readonly OwnMethod[] = []

interface MethodShelf {
  /** @param from what it is a change of; null for a new one */
  save: (fields: MethodFields, from: OwnMethod | null) => Promise<OwnMethod>
  /** What a file holds: the server looks whether it is a method. */
  read: (fields: unknown) => Promise<OwnMethod>
  remove: (method: OwnMethod) => Promise<void>
}

/** Writes methods of one's own; afterwards everybody's list is asked anew. Each throws as `call` does. */
export function useMethodShelf(): MethodShelf {
  const { workshop } = useRoom()
  const client = useQueryClient()
  const key = useKey()
  const path = { workshopId: workshop.id }
  const thenAskAgain = async <Answer>(asked: Promise<Answer>): Promise<Answer> => {
    try {
      return await asked
    } finally {
      await client.invalidateQueries({ queryKey: key })
    }
  }
  return {
    save: (fields, from) =>
      thenAskAgain(
        from
          ? call<OwnMethod>('changeMethod', {
              path: { ...path, methodId: from.id },
              body: { from: from.revision, to: fields },
            })
          : call<OwnMethod>('addMethod', { path, body: fields }),
      ),
    read: (fields) => thenAskAgain(call<OwnMethod>('addMethod', { path, body: fields })),
    remove: ({ id }) => thenAskAgain(call<void>('removeMethod', { path: { ...path, methodId: id } })),
  }
}
