/**
 * What a project group of the sample workshop found out and made, as hand-written words. How they become cards, with
 * their authors, places and links: `shared/sample/chapters`. Everything in it is invented.
 */
export interface Topic {
  key: string
  group: string
  /** In brackets and running text, e.g. "Wohngeld". */
  subject: string
  challenge: { question: string; background: string; nonGoals: string; frame: string; sponsor: string }
  /** A question that was put aside. */
  otherChallenge: string
  /** One for each line of questions; every interview answers all of them. */
  patterns: readonly Pattern[]
  interviews: readonly Interview[]
  solutions: readonly ExistingSolution[]
  stakeholders: readonly Stakeholder[]
  personas: readonly Persona[]
  journey: { title: string; about: string; stages: readonly Stage[] }
  concepts: readonly Concept[]
  team: TeamCanvas
  pitch: {
    title: string
    need: string
    approach: string
    benefitPerCost: string
    alternatives: string
    ask: string
  }
  partners: readonly Partner[]
  milestones: readonly Milestone[]
  decisions: readonly string[]
  tasks: readonly string[]
  notes: readonly string[]
}

interface Pattern {
  /** The question in the interviews. */
  asked: string
  name: string
  summary: string
  /** What was said to it, one sentence for each interview. */
  said: readonly string[]
  seen: readonly { fact: string; interpretation: string }[]
  insight: { statement: string; tension: string; why: string }
  pov: { who: string; needs: string; because: string }
  questions: readonly [narrow: string, fitting: string]
  ideas: readonly string[]
}

/** The person is never named: function and place stand for them. */
interface Interview {
  title: string
  function: string
  /** Index into the places. */
  place: number
  pseudonym: string
}

interface ExistingSolution {
  name: string
  provider: string
  users: string
  maturity: number
  technology: string
  costModel: string
  gaps: string
}

interface Stakeholder {
  name: string
  role: string
  influence: 'low' | 'medium' | 'high'
  interest: 'low' | 'medium' | 'high'
  attitude: 'supportive' | 'waiting' | 'sceptical' | 'opposed'
  involvement: string
}

interface Persona {
  name: string
  role: string
  place: number
  quote: string
  everydayLife: string
  goals: string
  needs: string
  obstacles: string
  digitalSkill: number
  /** The empathy map beside it, which says nothing twice. */
  inside: Record<'says' | 'thinks' | 'feels' | 'does' | 'pains' | 'gains', string>
}

interface Stage {
  action: string
  touchpoint: string
  system: string
  isBreak: boolean
  feeling: number
  obstacle: string
  opportunity: string
}

interface Concept {
  name: string
  targetGroup: string
  problem: string
  solution: string
  flow: string
  benefit: string
  assumptions: string
  integration: string
  makeOrBuy: 'reuse' | 'buy' | 'build'
  /** What had to be true, how it was looked at, and what came out. */
  tests: readonly Test[]
  scenes: readonly string[]
}

interface Test {
  belief: string
  measure: string
  person: string
  seen: string
  said: string
  finding: string
  outcome: 'worked' | 'partly' | 'failed'
  learned: string
}

interface TeamCanvas {
  purpose: string
  sharedGoals: string
  personalGoals: string
  teamRoles: string
  strengths: string
  teamNeeds: string
  rules: string
}

interface Partner {
  partner: string
  partnerRole: string
  people: string
  money: string
  technologyShare: string
  commitment: 'interest' | 'pilot' | 'promise'
  procurement: string
  decidingBody: string
}

interface Milestone {
  what: string
  owner: string
  /** Days from the closing conference. */
  inDays: number
}
