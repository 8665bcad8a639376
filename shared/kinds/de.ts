import type { ArtefactKind } from './index.ts'
import type { KindTexts } from './texts.ts'
import { brainwriting } from './brainwriting/de.ts'
import { challenge } from './challenge/de.ts'
import { checkin } from './checkin/de.ts'
import { cluster } from './cluster/de.ts'
import { concept } from './concept/de.ts'
import { crazy8 } from './crazy8/de.ts'
import { decision } from './decision/de.ts'
import { document } from './document/de.ts'
import { empathyMap } from './empathyMap/de.ts'
import { existingSolution } from './existingSolution/de.ts'
import { expectation } from './expectation/de.ts'
import { feedback } from './feedback/de.ts'
import { hmw } from './hmw/de.ts'
import { idea } from './idea/de.ts'
import { insight } from './insight/de.ts'
import { interview } from './interview/de.ts'
import { journey } from './journey/de.ts'
import { learning } from './learning/de.ts'
import { matrix } from './matrix/de.ts'
import { milestone } from './milestone/de.ts'
import { minutes } from './minutes/de.ts'
import { note } from './note/de.ts'
import { observation } from './observation/de.ts'
import { parking } from './parking/de.ts'
import { partnership } from './partnership/de.ts'
import { persona } from './persona/de.ts'
import { pitch } from './pitch/de.ts'
import { pov } from './pov/de.ts'
import { profile } from './profile/de.ts'
import { prototype } from './prototype/de.ts'
import { quote } from './quote/de.ts'
import { retro } from './retro/de.ts'
import { stakeholder } from './stakeholder/de.ts'
import { storyboard } from './storyboard/de.ts'
import { task } from './task/de.ts'
import { teamCanvas } from './teamCanvas/de.ts'
import { testCard } from './testCard/de.ts'
import { testSession } from './testSession/de.ts'

/** German words for every kind; one line for each. */
export const kinds = {
  note,
  interview,
  document,
  quote,
  observation,
  existingSolution,
  stakeholder,
  matrix,
  challenge,
  teamCanvas,
  expectation,
  checkin,
  parking,
  persona,
  empathyMap,
  journey,
  cluster,
  insight,
  pov,
  hmw,
  idea,
  crazy8,
  brainwriting,
  concept,
  storyboard,
  prototype,
  testCard,
  testSession,
  feedback,
  learning,
  pitch,
  partnership,
  milestone,
  profile,
  minutes,
  decision,
  task,
  retro,
} satisfies Record<ArtefactKind, KindTexts>
