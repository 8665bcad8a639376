import type { Wording } from './method.ts'

/** One meeting of a group: methods by their keys, and `break`. */
interface PlannedMeeting {
  title: Wording
  parts: readonly string[]
}

/** How a group comes through the six phases in meetings of two hours, so that whoever leads for the first time can. */
export const groupMeetings: readonly PlannedMeeting[] = [
  {
    title: {
      de: 'Vorbereitung: Interviews und Bestand',
      en: 'Preparation: interviews and existing solutions',
    },
    parts: ['interview-evaluation', 'break', 'existing-solutions'],
  },
  {
    title: { de: 'Vorbereitung: Akteure und Einordnung', en: 'Preparation: stakeholders and overview' },
    parts: ['stakeholder-map', 'break', 'two-by-two', 'flash-round'],
  },
  {
    title: { de: 'Auftakt: Team und Challenge', en: 'Kick-off: team and challenge' },
    parts: ['check-in', 'expectations', 'team-canvas', 'break', 'challenge'],
  },
  {
    title: { de: 'Problemraum: Muster und Menschen', en: 'Problem space: patterns and people' },
    parts: ['affinity-clustering', 'break', 'persona', 'flash-round'],
  },
  {
    title: { de: 'Problemraum: Wege und Fragen', en: 'Problem space: journeys and questions' },
    parts: ['user-journey', 'break', 'point-of-view', 'how-might-we'],
  },
  {
    title: { de: 'Lösungsraum: Ideen und Konzepte', en: 'Solution space: ideas and concepts' },
    parts: ['brainstorming', 'dot-voting', 'break', 'concept-poster', 'flash-round'],
  },
  {
    title: { de: 'Lösungsraum: Prototypen bauen', en: 'Solution space: building prototypes' },
    parts: ['prototype', 'break', 'flash-round'],
  },
  {
    title: { de: 'Lösungsraum: mit Menschen testen', en: 'Solution space: testing with people' },
    parts: ['user-test', 'break', 'flash-round'],
  },
  {
    title: { de: 'Abschluss: Pitch und Partnerschaften', en: 'Closing: pitch and partnerships' },
    parts: ['pitch', 'break', 'partnership-market'],
  },
  {
    title: { de: 'Abschluss: Fahrplan und Rückblick', en: 'Closing: roadmap and retrospective' },
    parts: ['roadmap', 'break', 'solution-profile', 'retrospective'],
  },
]
