import { kinds } from '#shared/kinds/de.ts'
import { cockpit } from '#shared/i18n/de/cockpit.ts'

/** What those read who look after several groups; cards are called as in the rooms. */
export const cockpitTexts = { cockpit, kinds }
