import { kindNames, traitsOf } from './index.ts'

/** The card on which somebody gives something. */
export const pledgeKind = kindNames.find((kind) => traitsOf(kind).pledge !== undefined)!
