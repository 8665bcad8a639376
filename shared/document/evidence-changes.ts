import type * as Y from 'yjs'
import { HOME } from './home.ts'
import { sourceFields } from '../kinds/source.ts'

const own = ['kind', 'links', HOME, ...sourceFields.map((name) => `f.${name}`)]

/**
 * Whether a change below the root of artefacts changes what rests on what: artefacts come and go (path []), one changes
 * its kind, its links or where it was taken from (path [id]), or a link comes or goes (path [id, 'links']). Typing lies
 * deeper and changes nothing.
 */
export function changesEvidence({ path, keys }: Pick<Y.YEvent<Y.Map<unknown>>, 'path' | 'keys'>): boolean {
  if (path.length === 0) return true
  if (path.length === 1) return own.some((key) => keys.has(key))
  return path[1] === 'links'
}
