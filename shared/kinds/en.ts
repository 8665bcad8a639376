import type { ArtefactKind } from './index.ts'
import type { KindTexts } from './texts.ts'
import { brainwriting } from './brainwriting/en.ts'
import { challenge } from './challenge/en.ts'
import { checkin } from './checkin/en.ts'
import { cluster } from './cluster/en.ts'
import { concept } from './concept/en.ts'
import { crazy8 } from './crazy8/en.ts'
import { decision } from './decision/en.ts'
import { document } from './document/en.ts'
import { empathyMap } from './empathyMap/en.ts'
import { existingSolution } from './existingSolution/en.ts'
import { expectation } from './expectation/en.ts'
import { feedback } from './feedback/en.ts'
import { hmw } from './hmw/en.ts'
import { idea } from './idea/en.ts'
import { insight } from './insight/en.ts'
import { interview } from './interview/en.ts'
import { journey } from './journey/en.ts'
import { learning } from './learning/en.ts'
import { matrix } from './matrix/en.ts'
import { milestone } from './milestone/en.ts'
import { minutes } from './minutes/en.ts'
import { note } from './note/en.ts'
import { observation } from './observation/en.ts'
import { parking } from './parking/en.ts'
import { partnership } from './partnership/en.ts'
import { persona } from './persona/en.ts'
import { pitch } from './pitch/en.ts'
import { pov } from './pov/en.ts'
import { profile } from './profile/en.ts'
import { prototype } from './prototype/en.ts'
import { quote } from './quote/en.ts'
import { retro } from './retro/en.ts'
import { stakeholder } from './stakeholder/en.ts'
import { storyboard } from './storyboard/en.ts'
import { task } from './task/en.ts'
import { teamCanvas } from './teamCanvas/en.ts'
import { testCard } from './testCard/en.ts'
import { testSession } from './testSession/en.ts'

/** English words for every kind; one line for each. */
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
