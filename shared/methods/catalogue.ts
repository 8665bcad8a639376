import { affinityClustering } from './catalogue/affinity-clustering.ts'
import { brainstorming } from './catalogue/brainstorming.ts'
import { brainwriting } from './catalogue/brainwriting.ts'
import { challenge } from './catalogue/challenge.ts'
import { checkIn } from './catalogue/check-in.ts'
import { choosingAChallenge } from './catalogue/choosing-a-challenge.ts'
import { conceptPoster } from './catalogue/concept-poster.ts'
import { crazy8s } from './catalogue/crazy-8s.ts'
import { dotVoting } from './catalogue/dot-voting.ts'
import { effortAndBenefit } from './catalogue/effort-and-benefit.ts'
import { empathyMap } from './catalogue/empathy-map.ts'
import { existingSolutions } from './catalogue/existing-solutions.ts'
import { expectations } from './catalogue/expectations.ts'
import { feedbackGrid } from './catalogue/feedback-grid.ts'
import { flashRound } from './catalogue/flash-round.ts'
import { galleryWalk } from './catalogue/gallery-walk.ts'
import { howMightWe } from './catalogue/how-might-we.ts'
import { interviewEvaluation } from './catalogue/interview-evaluation.ts'
import { partnershipMarket } from './catalogue/partnership-market.ts'
import { persona } from './catalogue/persona.ts'
import { pitch } from './catalogue/pitch.ts'
import { pointOfView } from './catalogue/point-of-view.ts'
import { prototype } from './catalogue/prototype.ts'
import { retrospective } from './catalogue/retrospective.ts'
import { roadmap } from './catalogue/roadmap.ts'
import { solutionProfile } from './catalogue/solution-profile.ts'
import { stakeholderMap } from './catalogue/stakeholder-map.ts'
import { storyboard } from './catalogue/storyboard.ts'
import { teamCanvas } from './catalogue/team-canvas.ts'
import { twoByTwo } from './catalogue/two-by-two.ts'
import { upsideDown } from './catalogue/upside-down.ts'
import { userJourney } from './catalogue/user-journey.ts'
import { userTest } from './catalogue/user-test.ts'
import type { Method } from './method.ts'

/** Every method the product knows, in the order of the phases and of a usual run. A new one is a file and a line. */
export const methods: readonly Method[] = [
  interviewEvaluation,
  existingSolutions,
  twoByTwo,
  stakeholderMap,
  challenge,
  checkIn,
  teamCanvas,
  expectations,
  choosingAChallenge,
  affinityClustering,
  persona,
  empathyMap,
  userJourney,
  pointOfView,
  howMightWe,
  brainstorming,
  crazy8s,
  brainwriting,
  upsideDown,
  dotVoting,
  effortAndBenefit,
  conceptPoster,
  storyboard,
  prototype,
  userTest,
  feedbackGrid,
  pitch,
  galleryWalk,
  partnershipMarket,
  roadmap,
  solutionProfile,
  retrospective,
  flashRound,
]
