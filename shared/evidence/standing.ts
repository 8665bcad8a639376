import { folded } from '../base/folded-text.ts'
import { evidenceOf, type Evidence, type EvidenceGraph } from './evidence.ts'

/** How much stands behind an artefact. */
interface Standing extends Evidence {
  /** Municipalities and other places where the interviews were held, each once; interviews without one count none. */
  municipalities: string[]
}

/** @param placeOf the place of an interview, as it is written there; null where it says none */
export function standingOf(
  graph: EvidenceGraph,
  id: string,
  placeOf: (interviewId: string) => string | null,
): Standing {
  const evidence = evidenceOf(graph, id)
  return { ...evidence, municipalities: distinctPlaces(evidence.interviews, placeOf) }
}

/** Names that differ in spelling only are one place; the first spelling stands for it. */
export function distinctPlaces(
  interviews: readonly string[],
  placeOf: (interviewId: string) => string | null,
): string[] {
  const places = new Map<string, string>()
  for (const id of interviews) {
    const name = placeOf(id)?.trim() ?? ''
    const key = folded(name).spelled
    if (key !== '' && !places.has(key)) places.set(key, name)
  }
  return [...places.values()]
}
