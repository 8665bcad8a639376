import { kindNames, traitsOf } from './index.ts'

/** Cards that can be shown to everybody, outside of their workshop; a test counts that there is one such kind. */
export const galleryKind = kindNames.find((kind) => traitsOf(kind).gallery === true)!
