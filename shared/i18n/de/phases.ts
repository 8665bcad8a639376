/** Names of the phases; part of `workshop`, and what rooms need of it at once. */
export const phases = {
  phase: {
    preparation: 'Vorbereitung',
    kickoff: 'Auftakt & Teamstart',
    problem: 'Problemraum: verstehen & neu einordnen',
    solution: 'Lösungsraum: Ideen, Prototypen, Tests',
    closing: 'Abschluss & Präsentation',
    accompanying: 'Begleitende Formate',
  },
  phaseShort: {
    preparation: 'Vorbereitung',
    kickoff: 'Auftakt',
    problem: 'Problemraum',
    solution: 'Lösungsraum',
    closing: 'Abschluss',
    accompanying: 'Begleitend',
  },
}
