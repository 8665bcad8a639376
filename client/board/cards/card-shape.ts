import type { TLBaseShape } from 'tldraw'

/** A placement of an artefact: geometry and a reference, nothing else (docs/decisions/0002). */
export type CardShape = TLBaseShape<'card', { w: number; h: number; artefactId: string }>
